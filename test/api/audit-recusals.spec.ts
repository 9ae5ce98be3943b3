import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { audit, expectFound } from '../support/audited.js';
import { thidua, type Workplace } from '../support/command.js';
import { makeDocument, press } from '../support/documents.js';
import { CONFLICT, declineSheet, onCard, onRegistration, registrationOf } from '../support/recusals.js';
import { decideRounds, makeScoredBloc } from '../support/report.js';
import { connected } from '../support/rows.js';
import { done, makeCompiledBloc, points, sheetPath, submitSelf } from '../support/scores.js';
import { CYCLE, makeSmallBloc, RULES, type SmallBloc } from '../support/small-bloc.js';
import { rewriteChain } from '../support/tampering.js';
import { copyOf, startWorld, type World } from '../support/world.js';

const ALONE = { cycle: { ...CYCLE, rules: { ...RULES, peers: { mode: 'none' as const } } } };
const MISTAKEN = 'Ghi nhầm đơn vị tại hội nghị.';

let place: Workplace;

/** A unit declines to score, takes the sheet up again and declines anew. */
async function sheets(world: World): Promise<void> {
  const bloc = await makeCompiledBloc(world, 'khoi-phieu');
  await bloc.setClock('2020-11-10T02:00:00Z');
  const declined = done(await declineSheet(bloc, 'u3', 'u4'));
  const head = await bloc.person('u3.head');
  done(await head.event(sheetPath(bloc, declined), { type: 'reopen', version: declined.version }));
  await bloc.setClock('2020-11-10T03:00:00Z');
  done(await declineSheet(bloc, 'u3', 'u4'));
}

/** Two units and then a person decline to judge a unit’s scores. */
async function cards(world: World): Promise<void> {
  const bloc = await makeCompiledBloc(world, 'khoi-diem', ALONE);
  await bloc.setClock('2020-11-10T02:00:00Z');
  await submitSelf(bloc, 'u6', points(3_900, 1_900, 3_900));
  for (const person of ['u5.head', 'u1.head', 'secretary'])
    done(await onCard(bloc, person, 'u6', { type: 'recuse', reason: `${CONFLICT} (${person})` }));
}

/** A unit declines to judge a registration. */
async function registrations(world: World): Promise<void> {
  const bloc = await makeSmallBloc(world, 'khoi-dang-ky');
  await bloc.setClock('2020-03-02T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  const { id, version } = await registrationOf(bloc, 'u3.head', 'u3');
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
  const draft = { version, aim: { kind: 'title', code: 'flag' }, targets, note: '' };
  done(await (await bloc.person('u3.head')).put(`${bloc.path}/registrations/${id}`, draft));
  done(await onRegistration(bloc, 'u3.head', 'u3', { type: 'submit' }));
  done(await onRegistration(bloc, 'u2.head', 'u3', { type: 'recuse', reason: CONFLICT }));
}

/** Two units are recorded at the meeting as declining, one of them by mistake. */
async function meeting(bloc: SmallBloc): Promise<void> {
  const [secretary, head] = [await bloc.person('secretary'), await bloc.person('u1.head')];
  const [ranking] = done(await secretary.get<{ items: RankingView[] }>(`${bloc.path}/rankings`)).items;
  const { id, version, rows } = ranking!;
  done(await secretary.event(`${bloc.path}/rankings/${id}`, { type: 'publish', version }));
  await bloc.setClock('2020-12-10T02:00:00Z');
  const unit = (name: string) => rows.find(({ unitShortName }) => unitShortName === name)!.unitId;
  const [first] = done(await secretary.get<{ items: RoundView[] }>(`${bloc.path}/rounds`)).items;
  let round = first!;
  const send = async (event: { type: string } & Record<string, unknown>) =>
    (round = done(await head.event<RoundView>(`${bloc.path}/rounds/${round.id}`, { version: round.version, ...event })));
  round = done(await secretary.event<RoundView>(`${bloc.path}/rounds/${round.id}`, { type: 'open', version: round.version }));
  for (const name of ['Hội U6', 'Hội U7']) await send({ type: 'recuse', unitId: unit(name), reason: `${CONFLICT} (${name})` });
  await send({ type: 'readmit', unitId: unit('Hội U7'), reason: MISTAKEN });
  const nominees = round.candidates.filter(({ eligible }) => eligible).slice(0, round.seatsOpen).map(({ unitId }) => ({ unitId })); // prettier-ignore
  await send({ type: 'consent', attendance: round.electors.map(({ unitId }) => unitId), nominees });
  await decideRounds(bloc);
}

/** Whoever would check the minutes declines. */
async function papers(bloc: SmallBloc): Promise<void> {
  const minutes = await makeDocument(bloc, 'BB');
  done(await press(bloc, 'secretary', minutes, { type: 'propose' }));
  done(await press(bloc, 'records', minutes, { type: 'recuse', reason: CONFLICT }));
}

beforeAll(async () => {
  const world = await startWorld();
  await sheets(world);
  await cards(world);
  await registrations(world);
  const bloc = await makeScoredBloc(world, 'khoi-hop', ALONE);
  await meeting(bloc);
  await papers(bloc);
  const { ownerUrl, appUrl, dataDir } = world;
  await world.close();
  place = { ownerUrl, appUrl, dataDir };
});

async function after(harm: (owner: pg.Client) => Promise<unknown>): Promise<Workplace> {
  const copied = { ...(await copyOf(place)), dataDir: place.dataDir };
  await connected(copied.ownerUrl, harm);
  return copied;
}
/** Changes one recusal. */
const changed = (sql: string) => (owner: pg.Client) =>
  owner.query(sql).then(({ rowCount }) => {
    if (rowCount !== 1) throw new Error(`It changed ${rowCount} rows: ${sql}`);
  });
const ofPerson = `id in (select id from recusal where step = 'review' and person_id is not null)`;

describe('that somebody declined', () => {
  it('stands in the journal: to judge, to score, to decide or to check, taken back or not', async () => {
    expect(await audit(place)).toMatchObject({ code: 0 });
    for (const bloc of ['khoi-phieu', 'khoi-hop']) expect(await audit(place, '--bloc', bloc)).toMatchObject({ code: 0 });
    const steps = ['check', 'elect', 'judge', 'review', 'score'];
    await connected(place.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ steps: string[] }>('select array_agg(distinct step order by step) as steps from recusal');
      expect(rows[0]!.steps).toEqual(steps);
    });
  });

  it.each<[string, string, RegExp, string]>([
    ['and nothing tells of it any more', 'recusal-removed', /^✗ Document \S+, mục \d+:/m, `delete from recusal where step = 'check'`],
    [
      'and has the right back without taking it back',
      'recusal-changed',
      /Registration \S+, mục \d+: .* withdrawn_at /,
      `update recusal set withdrawn_at = now() where step = 'judge'`,
    ],
    [
      'and has the right back by an entry that says something else',
      'recusal-changed',
      /Sheet \S+, mục \d+: .* withdrawn_at /,
      `update recusal set withdrawn_at = now(), withdrawn_n = 2 where step = 'score' and withdrawn_at is null`,
    ],
    [
      'and is kept from judging though it was taken back',
      'recusal-changed',
      /Round \S+, mục \d+: .* withdrawn_at/,
      `update recusal set withdrawn_at = null, withdrawn_n = null where step = 'elect' and withdrawn_at is not null`,
    ],
    [
      'as another unit',
      'recusal-changed',
      /Scorecard \S+, mục \d+: .* unit_id /,
      `update recusal r set unit_id = (select unit_id from scorecard s where s.cycle_id = r.cycle_id and s.unit_id not in (r.unit_id, r.about_unit_id)
           and not exists (select 1 from recusal o where o.record_id = r.record_id and o.unit_id = s.unit_id) limit 1)
       where id = (select id from recusal where step = 'review' and unit_id is not null order by n limit 1)`,
    ],
    [
      'as another person',
      'recusal-changed',
      /Scorecard \S+, mục \d+: .* person_id /,
      `update recusal r set person_id = (select id from person p where p.id <> r.person_id
         and not exists (select 1 from recusal o where o.record_id = r.record_id and o.person_id = p.id) limit 1) where ${ofPerson}`,
    ],
    [
      'from another unit',
      'recusal-changed',
      /Scorecard \S+, mục \d+: .* about_unit_id /,
      `update recusal r set about_unit_id = (select unit_id from scorecard s where s.cycle_id = r.cycle_id and s.unit_id <> r.about_unit_id limit 1) where ${ofPerson}`,
    ],
    [
      'in another year',
      'recusal-changed',
      /Scorecard \S+, mục \d+: .* cycle_id /,
      `update recusal r set cycle_id = (select id from cycle c where c.id <> r.cycle_id limit 1) where ${ofPerson}`,
    ],
    [
      'for another reason',
      'recusal-changed',
      /Registration \S+, mục \d+: .* reason /,
      `update recusal set reason = 'Tôi bận việc riêng.' where step = 'judge'`,
    ],
    [
      'for a reason that seems to name somebody who was erased',
      'recusal-changed',
      /Registration \S+, mục \d+: .* reason /,
      `update recusal set reason = 'Người đã xóa tên 0a1b2c3d là bạn tôi.' where step = 'judge'`,
    ],
    [
      'for a reason that is gone',
      'recusal-changed',
      /Registration \S+, mục \d+: .* reason /,
      `update recusal set reason = null where step = 'judge'`,
    ],
    [
      'and took part again for another reason',
      'recusal-changed',
      /Round \S+, mục \d+: .* withdrawn_reason /,
      `update recusal set withdrawn_reason = 'Hết xung đột lợi ích.' where withdrawn_reason is not null`,
    ],
    [
      'who never did',
      'recusal-added',
      /Registration \S+: /,
      `insert into recusal (id, bloc_id, province_id, cycle_id, record_kind, record_id, step, unit_id, about_unit_id, reason, declared_by, declared_at, n)
       select gen_random_uuid(), bloc_id, province_id, cycle_id, record_kind, record_id, 'verify', unit_id, about_unit_id, reason, declared_by, declared_at, n
         from recusal where step = 'judge'`,
    ],
    [
      'to do a step of a record of which nothing was declined',
      'recusal-added',
      /Ranking \S+: /,
      `insert into recusal (id, bloc_id, province_id, cycle_id, record_kind, record_id, step, unit_id, reason, declared_by, declared_at, n)
       select gen_random_uuid(), r.bloc_id, r.province_id, r.cycle_id, 'Ranking', k.id, 'verify', r.unit_id, r.reason, r.declared_by, r.declared_at, 1
         from recusal r join ranking k on k.cycle_id = r.cycle_id and k.entries > 0 where r.step = 'elect' and r.withdrawn_at is null`,
    ],
  ])('%s, is named', async (_, why, where, harm) => {
    // prettier-ignore
    await expectFound(await after(changed(harm)), why, where, '✔ Theo SQL', /^✗ 1 chỗ sai/m);
  });

  it('is judged in a backup as well', async () => {
    const harmed = await after(changed(`update recusal set withdrawn_at = now() where step = 'judge'`));
    const [sound, other] = ['sound.tar', 'other.tar'].map((file) => join(mkdtempSync(join(tmpdir(), 'thidua-recusals-')), file));
    expect(await thidua(place, ['backup', sound!])).toMatchObject({ code: 0 });
    expect(await audit(place, '--backup', sound!)).toMatchObject({ code: 0 });
    expect(await audit(place, '--backup', sound!, '--bloc', 'khoi-hop')).toMatchObject({ code: 0 });
    expect(await thidua(harmed, ['backup', other!])).toMatchObject({ code: 0 });
    expect(await audit(place, '--backup', other!)).toMatchObject({ code: 1, said: expect.stringContaining('(recusal-changed)') as string });
  });
});

describe('what was declined when the words still stood in the journal', () => {
  /** A registration as the version before wrote it. */
  const asBefore = async (owner: pg.Client) => {
    const { rows } = await owner.query<{ id: string; n: number; reason: string }>(
      `select record_id as id, n, reason from recusal where step = 'judge'`,
    );
    const { id, n, reason } = rows[0]!;
    await rewriteChain(owner, { journal: 'journal', table: 'registration', id, n }, ({ reasonSum: _, ...body }) => ({ ...body, reason }));
    await changed(`update recusal set n = null where step = 'judge'`)(owner);
  };

  it('is judged by its time and its words', async () => {
    expect(await audit(await after(asBefore))).toMatchObject({ code: 0 });
    const harmed = await after(async (owner) => {
      await asBefore(owner);
      await changed(`update recusal set reason = 'Tôi bận việc riêng.' where step = 'judge'`)(owner);
    });
    await expectFound(harmed, 'recusal-changed', /Registration \S+, mục \d+: .* reason /);
  });
});
