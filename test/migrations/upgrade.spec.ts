import { hashPassword } from '@thidua/api/account/password';
import { inOneMigration, migrationNames } from '@thidua/api/platform/setup/migrate';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../support/audited.js';
import { thidua } from '../support/command.js';
import { allRows, connected, plainlyOwnedDatabase, shapeOf } from '../support/rows.js';
import { bareDatabase, freshDatabase, PASSWORD, serveDatabase, type Addresses } from '../support/world.js';

/** The first version that had people, units and blocs, and what stood in it. */
const FIRST = 4;
const PROVINCE = randomUUID();
const ROWS = `
  insert into province (id, province_id, slug, name, council, board) values ('${PROVINCE}', '${PROVINCE}', 'bac-giang', 'Bắc Giang', '{"name": "Hội đồng"}', '{"name": "Ban"}');
  insert into unit (id, province_id, code) select gen_random_uuid(), '${PROVINCE}', 'u' || i from generate_series(1, 18) i;
  insert into place (slug, kind, province_id) values ('bac-giang', 'province', '${PROVINCE}')`;

/** An administrator as that version made one: without an entry in the journal. */
const ADMINISTRATOR = `
  with p as (insert into person (id, name) values ($1, 'Quản trị') returning id),
       a as (insert into account (id, person_id, email, password_hash) select gen_random_uuid(), id, 'quan-tri@thidua.example', $2 from p)
  insert into post (id, person_id, role, title, valid_from)
    select gen_random_uuid(), id, 'administrator', 'Quản trị hệ thống', date '1945-01-01' from p`;

/** A data folder of that version: its database with people and units in it. */
async function oldVersion(database: Promise<Addresses>): Promise<Addresses & { dataDir: string }> {
  const old = await database;
  const names = (await migrationNames()).slice(0, FIRST);
  await inOneMigration(old.ownerUrl, async (client, migrate) => {
    await migrate(names);
    await client.query('grant thidua_owner to current_user'); // as PostgreSQL 15 left it
  });
  const passwordHash = await hashPassword(PASSWORD);
  await connected(old.ownerUrl, async (owner) => {
    await owner.query(ROWS);
    await owner.query(ADMINISTRATOR, [randomUUID(), passwordHash]);
  });
  return { ...old, dataDir: await mkdtemp(join(tmpdir(), 'thidua-upgrade-')) };
}

describe('the data of an older version', () => {
  it('is brought to today by the command that every start runs, and nothing is lost', async () => {
    const old = await oldVersion(bareDatabase());
    const before = await allRows(old.ownerUrl);
    const { code, said } = await thidua(old, ['migrate']);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^Đã chạy \d+ bước nâng cấp/) as string });
    const after = await allRows(old.ownerUrl);
    // A later column stands at the end of its row, empty; where a record stands in its journal is another matter.
    const plain = (rows: readonly string[]) => rows.map((row) => row.replace(/,+\)$/, ')').replace(/,\d+,[0-9a-f]{64},/, ','));
    for (const table of ['account', 'person', 'province', 'unit', 'place'])
      expect({ table, rows: plain(after[table]!) }).toEqual({ table, rows: plain(before[table]!) });
    expect(await shapeOf(old.ownerUrl)).toEqual(await shapeOf((await freshDatabase()).ownerUrl));
    const world = await serveDatabase(old, old.dataDir);
    const administrator = await world.admin();
    expect((await administrator.get('/api/session')).body).toMatchObject({ name: 'Quản trị' });
    await world.close();
    // The administrator of before has a first entry from now on: who has none was put there.
    expect(await audit(old)).toMatchObject({ code: 0 });
    await connected(old.ownerUrl, (owner) => owner.query(ADMINISTRATOR.replace('quan-tri@', 'la@'), [randomUUID(), null]));
    expect(await audit(old)).toMatchObject({ code: 1, said: expect.stringContaining('(post-added)') as string });
  });

  it('is brought to today by an owner who is no superuser', async () => {
    const old = await oldVersion(plainlyOwnedDatabase());
    expect(await thidua(old, ['migrate'])).toMatchObject({ code: 0 });
    const world = await serveDatabase(old, old.dataDir);
    expect((await (await world.admin()).get('/api/session')).body).toMatchObject({ name: 'Quản trị' });
    await world.close();
  });

  it('is brought to today once, also when two starts come at the same moment', async () => {
    const old = await oldVersion(bareDatabase());
    const both = await Promise.all([thidua(old, ['migrate']), thidua(old, ['migrate'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ said }) => said.startsWith('Cơ sở dữ liệu đã mới nhất'))).toHaveLength(1);
  });

  it('stays as it was when a step of the upgrade fails, and goes on from there the next time', async () => {
    const old = await oldVersion(bareDatabase());
    // A table of the name that a later step makes stands in its way.
    await connected(old.ownerUrl, (owner) => owner.query('create table ranking (id uuid primary key)'));
    const stopped = await thidua(old, ['migrate']);
    expect(stopped).toEqual({ code: 1, said: expect.stringContaining('"ranking" already exists') as string });
    expect((await allRows(old.ownerUrl)).unit).toHaveLength(18);
    await connected(old.ownerUrl, (owner) => owner.query('drop table ranking'));
    expect(await thidua(old, ['migrate'])).toMatchObject({ code: 0 });
    expect(await shapeOf(old.ownerUrl)).toEqual(await shapeOf((await freshDatabase()).ownerUrl));
  });
});
