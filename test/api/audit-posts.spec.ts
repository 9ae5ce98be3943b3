import type { PersonRecord } from '@thidua/workflows/person/person.schema';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { audit, expectFound } from '../support/audited.js';
import { makeCheckpoints } from '../support/checkpoints.js';
import { thidua, type Workplace } from '../support/command.js';
import { addPerson, addPost, dissolve, handOver, leave } from '../support/posts.js';
import { connected, tamper } from '../support/rows.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { addDeputies, end, name } from '../support/substitution.js';
import { rewriteChain } from '../support/tampering.js';
import { copyOf, startWorld, type World } from '../support/world.js';

const ADMINISTRATOR = 'quan-tri.cu@thidua.example';
const REASON = 'Theo quyết định điều động số 12/QĐ-LH';

let place: Workplace;
/** People of the province, by e-mail name. */
const people = new Map<string, string>();

/** Posts are given, limited, ended, taken back; a head hands over, somebody leaves, comes back and leaves, a unit ends; administrators come and go. */
async function busyYear(bloc: SmallBloc): Promise<void> {
  const council = await bloc.person('council');
  const path = `/api/provinces/tinh-${bloc.bloc}/people`;
  const find = async (who: string) =>
    done(await council.get<{ items: PersonRecord[] }>(`${path}?q=${who}@`)).items.find(({ email }) => email.startsWith(`${who}@`))!;
  const send = async (who: string, event: (person: PersonRecord) => { type: string } & Record<string, unknown>) => {
    const person = await find(who);
    return done(await council.event<PersonRecord>(`${path}/${person.id}`, { version: person.version, ...event(person) }));
  };
  await send('u3.officer', () => ({ type: 'give-post', post: { role: 'unit-deputy', unitCode: 'u3', title: 'Chức danh', from: '2020-01-01', to: '2021-12-31' } })); // prettier-ignore
  await send('u3.officer', () => ({ type: 'give-post', post: { role: 'unit-officer', unitCode: 'u4', title: 'Chức danh', from: '2020-01-01', to: '2021-12-31' } })); // prettier-ignore
  // Two posts of one title and the same days: the second is ended.
  await send('u3.officer', ({ posts }) => ({ type: 'end-post', postId: posts.find(({ unitName }) => unitName === 'Hội U4')!.id, on: '2020-08-01', reason: REASON })); // prettier-ignore
  await send('u4.officer', () => ({ type: 'give-post', post: { role: 'unit-deputy', unitCode: 'u4', title: 'Phó', from: '2020-12-01' } }));
  await send('u4.officer', ({ posts }) => ({ type: 'end-post', postId: posts.find(({ role }) => role === 'unit-deputy')!.id, on: '2020-11-30', reason: REASON })); // prettier-ignore
  await handOver(bloc, 'u5.head', 'u5.moi');
  await leave(bloc, 'u6.officer');
  await send('u6.officer', () => ({ type: 'rejoin' }));
  await send('u6.officer', () => ({
    type: 'give-post',
    post: { role: 'unit-officer', unitCode: 'u6', title: 'Trở lại', from: '2020-07-01' },
  }));
  await leave(bloc, 'u6.officer');
}

/** A unit whose ending was a mistake: the post of its deputy ended with it, and another is given once it is restored. */
async function endedByMistake(world: World, bloc: SmallBloc): Promise<void> {
  const council = await bloc.person('council');
  const units = `/api/provinces/tinh-${bloc.bloc}/units`;
  const names = [{ name: 'Hội Tạm', shortName: 'Hội Tạm', nameEn: 'Interim', from: '2010-01-01' }];
  const made = done(await council.post<{ id: string }>(units, { code: 'tam', names }));
  await addPerson(world, bloc, 'tam.pho', [{ role: 'unit-deputy', unitCode: 'tam', title: 'Phó có hạn', to: '2021-06-30' }]);
  const path = `${units}/${made.id}`;
  const ended = done(
    await council.event<{ version: number }>(path, { type: 'dissolve', version: 1, on: '2020-06-14', basis: 'Quyết định số 9/QĐ-UBND' }),
  );
  done(await council.event(path, { type: 'restore', version: ended.version, reason: 'Ghi nhầm đơn vị.' }));
  await addPost(world, bloc, 'tam.pho', { role: 'unit-deputy', unitCode: 'tam', from: '2020-06-15', to: '2021-06-30' });
}

beforeAll(async () => {
  const world = await startWorld();
  const bloc = await makeSmallBloc(world, 'khoi-chuc-danh');
  await bloc.setClock('2020-06-15T02:00:00Z');
  await addDeputies(world, bloc, ['u1', 'u2']);
  await addPerson(world, bloc, 'u7.han', [{ role: 'unit-deputy', unitCode: 'u7', title: 'Phó có hạn', to: '2021-06-30' }]);
  await addPost(world, bloc, 'u2.officer', { role: 'unit-officer', unitCode: 'u1' });
  await name(bloc, 'u1.head', 'u1.deputy');
  done(await end(bloc, 'u2.head', await name(bloc, 'u2.head', 'u2.deputy')));
  await busyYear(bloc);
  await dissolve(bloc, 'u7');
  await endedByMistake(world, bloc);
  const { rows } = await world.owner.query<{ id: string; email: string }>('select person_id as id, email from account');
  for (const { id, email } of rows) people.set(email.split('@')[0]!, id);
  const environment = { THIDUA_PASSWORD: 'Bốn mùa hoa nở bên bờ sông Lô' };
  const { ownerUrl, appUrl, dataDir } = world;
  await world.close();
  place = { ownerUrl, appUrl, dataDir };
  expect(await thidua({ ...place, environment }, ['admin', ADMINISTRATOR, 'Người quản trị'])).toMatchObject({ code: 0 });
  expect(await thidua(place, ['admin-end', ADMINISTRATOR])).toMatchObject({ code: 0 });
  await makeCheckpoints(place);
});

async function after(harm: (owner: pg.Client) => Promise<unknown>): Promise<Workplace> {
  const copied = { ...(await copyOf(place)), dataDir: place.dataDir };
  await connected(copied.ownerUrl, harm);
  return copied;
}
/** Whoever owns the database puts off what keeps posts in order. */
async function changePosts(owner: pg.Client, sql: string, person: string): Promise<void> {
  for (const trigger of ['keep_begun_posts', 'one_head_of_a_unit']) await owner.query(`alter table post disable trigger ${trigger}`);
  if (sql.startsWith('delete')) await owner.query('delete from substitution');
  await owner.query(sql, [person]);
}
const ofPerson = (who: string) => `Person ${people.get(who)}: `;

describe('the posts of an installation', () => {
  it('stand in the journal, however they were given, limited, ended, taken back or ended with their unit', async () => {
    expect(await audit(place)).toMatchObject({ code: 0 });
    expect(await audit(place, '--bloc', 'khoi-chuc-danh')).toMatchObject({ code: 0 });
  });

  it.each<[string, string, string, string]>([
    [
      'that was added',
      'post-added',
      'u3.head',
      `insert into post (id, province_id, person_id, role, title, valid_from)
       select gen_random_uuid(), province_id, id, 'council-secretary', 'Thư ký Hội đồng', date '2020-01-01' from person where id = $1`,
    ],
    [
      'of an administrator that was added',
      'post-added',
      'u3.head',
      `insert into post (id, person_id, role, title, valid_from)
       select gen_random_uuid(), id, 'administrator', 'Quản trị hệ thống', date '1945-01-01' from person where id = $1`,
    ],
    ['that was removed', 'post-removed', 'u4.head', 'delete from post where person_id = $1'],
    ['that was made longer', 'post-changed', 'u5.head', 'update post set valid_to = null where person_id = $1'],
    ['that begins earlier', 'post-changed', 'u7.han', `update post set valid_from = '2019-01-01' where person_id = $1`],
    ['that outlived its unit', 'post-changed', 'u7.han', `update post set valid_to = '2021-06-30' where person_id = $1`],
    ['whose title was changed', 'post-changed', 'u2.head', `update post set title = 'Chủ tịch danh dự' where person_id = $1`],
    ['that was given to another', 'post-added', 'u3.officer', `update post set person_id = $1 where role = 'council-secretary'`],
    [
      'that ended in place of another of its title and days',
      'post-changed',
      'u3.officer',
      `update post p set role = o.role, unit_id = o.unit_id from post o
        where p.person_id = $1 and o.person_id = $1 and p.title = 'Chức danh' and o.title = p.title and o.id <> p.id`,
    ],
    ['of another unit', 'post-added', 'u1.head', `update post set unit_id = (select id from unit where code = 'u2') where person_id = $1`],
  ])('%s is named', async (_, why, who, harm) => {
    // prettier-ignore
    const harmed = await after((owner) => changePosts(owner, harm, people.get(who)!));
    await expectFound(harmed, why, ofPerson(who), '✔ Theo SQL');
  });

  it('of an administrator who left, put in force again, is named', async () => {
    const harm = (owner: pg.Client) =>
      owner.query('update post set valid_to = null where person_id = (select person_id from account where email = $1)', [ADMINISTRATOR]);
    await expectFound(await after(harm), 'post-changed', /\(administrator\)/);
  });

  it('hold where an older version entered their ends, which names their rows alone', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'thidua-posts-'));
    const { ownerUrl, appUrl } = await after(async (owner) => {
      await tamper(owner, 'checkpoint', 'delete from checkpoint');
      const { rows } = await owner.query<{ id: string; n: number }>(
        `select record_id as id, n from province_journal where body::jsonb ->> 'event' = 'end-post' order by record_id, n`,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const at of rows)
        await rewriteChain(owner, { journal: 'province_journal', table: 'person', ...at }, ({ of: _, ...body }) => body);
    });
    expect(await audit({ ownerUrl, appUrl, dataDir })).toMatchObject({ code: 0 });
  });

  it('are judged in a backup as well', async () => {
    const harmed = await after((owner) =>
      changePosts(owner, 'update post set valid_to = null where person_id = $1', people.get('u5.head')!),
    );
    const [sound, other] = ['sound.tar', 'other.tar'].map((file) => join(mkdtempSync(join(tmpdir(), 'thidua-posts-')), file));
    expect(await thidua(place, ['backup', sound!])).toMatchObject({ code: 0 });
    expect(await audit(place, '--backup', sound!)).toMatchObject({ code: 0 });
    expect(await audit(place, '--backup', sound!, '--bloc', 'khoi-chuc-danh')).toMatchObject({ code: 0 });
    expect(await thidua(harmed, ['backup', other!])).toMatchObject({ code: 0 });
    expect(await audit(place, '--backup', other!)).toMatchObject({ code: 1, said: expect.stringContaining('(post-changed)') as string });
  });
});

describe('who stands in for whom', () => {
  it.each([
    ['until later', 'substitution-changed', `update substitution set valid_to = valid_to + interval '1 year' where state = 'given'`],
    ['in less', 'substitution-changed', `update substitution set areas = '["documents"]' where state = 'given'`],
    [
      'for another',
      'substitution-changed',
      `update substitution s set principal_post_id = e.principal_post_id, principal_id = e.principal_id
       from substitution e where s.state = 'given' and e.state = 'ended'`,
    ],
    [
      'without an entry',
      'substitution-added',
      `insert into substitution (id, province_id, principal_post_id, principal_id, substitute_post_id, substitute_id, manner, areas, valid_from, valid_to)
       select gen_random_uuid(), province_id, principal_post_id, principal_id, substitute_post_id, substitute_id, manner, areas, valid_from, valid_to from substitution where state = 'ended'`,
    ],
  ])('otherwise than was entered, %s, is named', async (_, why, harm) => {
    // prettier-ignore
    await expectFound(await after((owner) => owner.query(harm)), why, '✔ Theo SQL');
  });

  it('is not taken on trust where its first entry was written anew so that it tells nothing', async () => {
    const harmed = await after(async (owner) => {
      const { rows } = await owner.query<{ id: string }>(
        `update substitution set valid_to = valid_to + interval '1 year' where state = 'given' returning id`,
      );
      const at = { journal: 'province_journal', table: 'substitution', id: rows[0]!.id, n: 1 } as const;
      await rewriteChain(owner, at, ({ valid: _, ...body }) => body);
    });
    await expectFound(harmed, 'substitution-changed', /Substitution [0-9a-f-]{36}: mọi điều ghi ở đây/);
  });
});

describe('people, units and substitutions', () => {
  it.each([
    ['somebody who left and is back', 'Person', `update person set state = 'active' where state = 'left'`],
    [
      'a unit that ended and goes on',
      'Unit',
      `update unit set state = 'active', ended_on = null, end_entered_at = null where state = 'ended'`,
    ],
    [
      'a substitution that was ended and holds',
      'Substitution',
      `update substitution set state = 'given', ended_at = null where state = 'ended'`,
    ],
  ])('are compared with their journal: %s is named', async (_, kind, harm) => {
    await expectFound(await after((owner) => owner.query(harm)), 'record-state', new RegExp(`${kind} [0-9a-f-]{36}: trạng thái`));
  });
});
