import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { audit, AUDITED, buildAudited, expectFound, type Audited } from '../support/audited.js';
import { linesIn, makeCheckpoints } from '../support/checkpoints.js';
import { thidua, type Workplace } from '../support/command.js';
import { connected, tamper } from '../support/rows.js';
import { done } from '../support/scores.js';
import { cutTail, rewriteChain } from '../support/tampering.js';
import { copyOf, startWorld } from '../support/world.js';

const LEFT = 'quan-tri.cu@thidua.example';
const INSTALLATION = 'của cả bản cài đặt';
const BY_SQL = 'Theo SQL, chỗ hỏng đầu tiên';

let built: Audited;
/** With an administrator whose term was ended, and a checkpoint after that. */
let place: Workplace;
let left: string;

const personOf = async (of: Workplace, email: string) => {
  let id = '';
  await connected(of.ownerUrl, async (owner) => {
    id = (await owner.query<{ id: string }>('select person_id as id from account where email = $1', [email])).rows[0]!.id;
  });
  return id;
};
/** A copy in which somebody who owns the database laid hands on the administrators' journal. */
async function after(harm: (owner: pg.Client) => Promise<unknown>): Promise<Workplace> {
  const copied = { ...(await copyOf(place)), dataDir: place.dataDir };
  await connected(copied.ownerUrl, harm);
  return copied;
}
const named = (n: number) => new RegExp(`Person ${left}, mục ${n}:`, 'g');
const told = (line: string) => {
  const { statement, changes } = JSON.parse(line) as { statement: string; changes: [string, string, number, string][] };
  return { ...(JSON.parse(statement) as { bloc: string | null; n: number; records: number }), changes };
};

beforeAll(async () => {
  built = await buildAudited();
  place = await built.after(() => Promise.resolve());
  const environment = { THIDUA_PASSWORD: 'Bốn mùa hoa nở bên bờ sông Lô' };
  for (const email of [LEFT, 'quan-tri.moi@thidua.example'])
    expect(await thidua({ ...place, environment }, ['admin', email, 'Người quản trị'])).toMatchObject({ code: 0 });
  expect((await thidua(place, ['admin-end', LEFT])).code).toBe(0);
  await makeCheckpoints(place);
  left = await personOf(place, LEFT);
});

describe('the checkpoint of the installation', () => {
  it('stands over every record that lies in no bloc: administrators, and all of every province', async () => {
    const last = linesIn(place.dataDir)
      .map(told)
      .findLast(({ bloc }) => bloc === null)!;
    expect(last.n).toBe(4);
    expect(last.changes.map(([kind, id, entries]) => [kind, id, entries])).toContainEqual(['Person', left, 2]);
    await connected(place.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ records: number }>('select count(distinct record_id)::int as records from province_journal');
      expect(last.records).toBe(rows[0]!.records);
    });
    expect(await audit(place)).toMatchObject({ code: 0 });
  });

  it('stands over a province that has no bloc', async () => {
    const world = await startWorld();
    const body = { name: 'Hội đồng tỉnh', shortName: 'Hội đồng', email: 'hoi-dong@tinh.example' };
    done(
      await (await world.admin()).post('/api/provinces', { slug: 'tinh-khong-khoi', name: 'Tỉnh không khối', council: body, board: body }),
    );
    await makeCheckpoints(world);
    const { rows } = await world.owner.query<{ id: string }>('select id from province');
    const [line] = linesIn(world.dataDir);
    expect(told(line!).changes.map(([kind, id]) => [kind, id])).toContainEqual(['Province', rows[0]!.id]);
    await world.close();
  });

  it('is no part of what is checked for one bloc', async () => {
    const copy = await after((owner) => cutTail(owner, 'person', left, 'province_journal'));
    expect(await audit(copy, '--bloc', AUDITED)).toMatchObject({ code: 0 });
  });
});

describe('attack 48: what administrators did', () => {
  it('is named when its tail was cut, although chain and record agree', async () => {
    const said = await expectFound(await after((owner) => cutTail(owner, 'person', left, 'province_journal')), 'cut', BY_SQL, INSTALLATION);
    expect(said.match(named(2))).toHaveLength(2);
  });

  it('is named when a row was changed', async () => {
    const change = `update province_journal set body = replace(body, 'leave', 'erase') where record_id = $1 and n = 2`;
    const said = await expectFound(await after((owner) => tamper(owner, 'province_journal', change, [left])), 'hash', BY_SQL);
    expect(said.match(named(2))).toHaveLength(2);
  });

  it('is named when the whole chain was written anew', async () => {
    const harm = (owner: pg.Client) =>
      rewriteChain(owner, { journal: 'province_journal', table: 'person', id: left, n: 1 }, (body) => ({ ...body, way: 'code' }));
    const said = await expectFound(await after(harm), 'replaced', BY_SQL, INSTALLATION);
    expect(said.match(/Person \S+, mục \d+: khác với mốc/g)).toHaveLength(2);
  });

  it('is named when an administrator was taken away whole', async () => {
    const gone = await after(async (owner) => {
      await tamper(owner, 'province_journal', 'delete from province_journal where record_id = $1', [left]);
      await owner.query('delete from account where person_id = $1', [left]);
      await owner.query('alter table post disable trigger keep_begun_posts');
      await owner.query('delete from post where person_id = $1', [left]);
      await owner.query('delete from person where id = $1', [left]);
    });
    expect((await expectFound(gone, 'removed', BY_SQL)).match(named(2))).toHaveLength(2);
  });

  it('is proved by a backup as well', async () => {
    const backup = join(mkdtempSync(join(tmpdir(), 'thidua-administrators-')), 'taken.tar');
    const harmed = await after((owner) => cutTail(owner, 'person', left, 'province_journal'));
    expect(await thidua(harmed, ['backup', backup])).toMatchObject({ code: 0 });
    const { code, said } = await audit(place, '--backup', backup);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(new RegExp(`${INSTALLATION}.*cắt đuôi`)) as string });
  });
});
