import { PROOF_MINUTES } from '@thidua/workflows/account/proof';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import { dissolve, onUnit } from '../support/posts.js';
import { lettersOn, onCard } from '../support/recusals.js';
import {
  cardOf,
  cardPath,
  done,
  makeCompiledBloc,
  nameOf,
  points,
  sheetOf,
  sheetPath,
  submitSelf,
  submitSheet,
} from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a unit that is out of the year’s scoring', () => {
  let bloc: SmallBloc;
  const WITHDRAWN = 'Sáp nhập trong năm.';
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'khong-xep-hang', { aims: { u4: null } });
    await bloc.setClock('2020-11-20T02:00:00Z');
    for (const unit of ['u1', 'u2', 'u3', 'u5', 'u6']) await submitSelf(bloc, unit, points(3_000, 1_500, 3_000));
    const draft = await cardOf(bloc, 'u7.officer', 'u7');
    done(await (await bloc.person('u7.officer')).put(cardPath(bloc, draft), { version: draft.version, scores: points(1_234) }));
  });

  it('having withdrawn its registration has no card, is not scored and scores nobody, and holds no seal', async () => {
    await expect(cardOf(bloc, 'secretary', 'u4')).rejects.toThrow('no card');
    await expect(sheetOf(bloc, 'u1', 'u4')).rejects.toThrow('no sheet');
    await expect(sheetOf(bloc, 'u4', 'u1')).rejects.toThrow('no sheet');
    for (const [rater, unit] of [
      ['u1', 'u2'],
      ['u1', 'u3'],
      ['u2', 'u1'],
      ['u2', 'u3'],
      ['u3', 'u1'],
      ['u3', 'u2'],
    ] as const)
      await submitSheet(bloc, rater, unit, points(3_500, 1_500, 3_000));
    expect(await cardOf(bloc, 'u1.head', 'u1')).toMatchObject({ state: 'open', sheets: { submitted: 2, of: 2 } });
  });

  it('is one that is gone on record: the head of the bloc takes out no unit that competes, and proves to be themselves', async () => {
    const competing = await onCard(bloc, 'u1.head', 'u2', { type: 'exclude', reason: WITHDRAWN });
    expect(competing.body).toMatchObject({
      status: 409,
      type: '/problems/needs-unit-gone',
      next: expect.stringContaining('Thư ký Hội đồng ghi quyết định'),
    });
    expect((await onCard(bloc, 'u1.head', 'u7', { type: 'exclude', reason: WITHDRAWN })).body).toMatchObject({ status: 409 });
    await dissolve(bloc, 'u7');
    // Recorded by mistake, it is taken back as long as nobody has drawn a consequence.
    expect(done(await onUnit(bloc, 'u7', { type: 'restore', reason: 'Ghi nhầm sang đơn vị này.' })).state).toBe('active');
    expect((await onCard(bloc, 'u1.head', 'u7', { type: 'exclude', reason: WITHDRAWN })).body).toMatchObject({
      type: '/problems/needs-unit-gone',
    });
    done(await onUnit(bloc, 'u7', { type: 'dissolve', on: '2020-11-20', basis: WITHDRAWN }));
    await world.owner.query('update session set proved_at = clock_timestamp() - make_interval(mins => $1)', [PROOF_MINUTES]);
    expect((await onCard(bloc, 'u1.head', 'u7', { type: 'exclude', reason: WITHDRAWN })).body).toMatchObject({ code: 'needs-fresh-proof' });
    await world.owner.query('update session set proved_at = clock_timestamp()');
  });

  it('having left in the year is taken out by the head of the bloc with a reason, and its group goes on without it', async () => {
    for (const [rater, unit] of [
      ['u5', 'u6'],
      ['u6', 'u5'],
    ] as const)
      await submitSheet(bloc, rater, unit, points(3_600, 1_500, 3_000));
    expect((await onCard(bloc, 'secretary', 'u7', { type: 'exclude', reason: WITHDRAWN })).body).toMatchObject({ code: 'forbidden' });
    expect((await onCard(bloc, 'u1.head', 'u1', { type: 'exclude', reason: WITHDRAWN })).body).toMatchObject({ code: 'own-unit' });
    const out = done(await onCard(bloc, 'u1.head', 'u7', { type: 'exclude', reason: WITHDRAWN }));
    expect(out).toMatchObject({ state: 'excluded', sealed: true, peers: [], reason: WITHDRAWN });
    // What it had written and not sent is told to nobody.
    expect(JSON.stringify(await cardOf(bloc, 'u5.head', 'u7'))).not.toContain('1234');
    expect(await lettersOn(world, out.id, 'scorecard-excluded')).toEqual(['u7.head', 'u7.officer']);
    expect(await cardOf(bloc, 'u5.head', 'u5')).toMatchObject({ state: 'open', sheets: { submitted: 1, of: 1 } });
  });

  it.each([
    ['neither scores', 'u7', 'u5'],
    ['nor is scored', 'u5', 'u7'],
  ])('%s any more', async (_, rater, unit) => {
    const sheet = await sheetOf(bloc, rater, unit);
    expect(sheet.taken).toBe(false);
    const [officer, head] = [await bloc.person(`${rater}.officer`), await bloc.person(`${rater}.head`)];
    const written = await officer.put(sheetPath(bloc, sheet), { version: sheet.version, scores: points(1) });
    expect(written.body).toMatchObject({ status: 409, code: 'needs-taking-part' });
    const sent = await head.event(sheetPath(bloc, sheet), { type: 'submit', version: sheet.version });
    expect(sent.body).toMatchObject({ status: 409, type: '/problems/needs-taking-part' });
  });

  it('has no rank: the ranking waits for nobody, and says who is not ranked and why', async () => {
    for (const [unit, reviewer, verifier] of [
      ['u1', 'u2', 'u5'],
      ['u2', 'u5', 'u1'],
      ['u3', 'u2', 'u1'],
      ['u5', 'u1', 'u2'],
      ['u6', 'u5', 'u1'],
    ] as const) {
      done(await onCard(bloc, `${reviewer}.head`, unit, { type: 'review', scores: [], comment: '' }));
      done(await onCard(bloc, `${verifier}.head`, unit, { type: 'verify', scores: [], comment: '' }));
    }
    const secretary = await bloc.person('secretary');
    const [ranking] = done(await secretary.get<{ items: RankingView[] }>(`${bloc.path}/rankings`)).items;
    const published = done(
      await secretary.event<RankingView>(`${bloc.path}/rankings/${ranking!.id}`, { type: 'publish', version: ranking!.version }),
    );
    expect(published.rows.map(({ unitShortName }) => unitShortName).sort()).toEqual(['u1', 'u2', 'u3', 'u5', 'u6'].map(nameOf));
    expect(published.unranked.map(({ unitShortName, why, reason }) => [unitShortName, why, reason])).toEqual([
      ['Hội U4', 'withdrawn', WITHDRAWN],
      ['Hội U7', 'excluded', WITHDRAWN],
    ]);
  });

  it('is no member of the meeting any more: neither present nor in the quorum, unlike one that only withdrew', async () => {
    const secretary = await bloc.person('secretary');
    const { items } = done(await secretary.get<{ items: RoundView[] }>(`${bloc.path}/rounds`));
    const path = `${bloc.path}/rounds/${items[0]!.id}`;
    const round = done(await secretary.event<RoundView>(path, { type: 'open', version: items[0]!.version }));
    expect(round.electors.map(({ unitShortName }) => unitShortName)).toEqual(['u1', 'u2', 'u3', 'u4', 'u5', 'u6'].map(nameOf));
    expect(round).toMatchObject({ members: 6, quorum: 4 });
    const [here, gone] = [round.electors.slice(0, 4).map(({ unitId }) => unitId), (await cardOf(bloc, 'secretary', 'u7')).unitId];
    const head = await bloc.person('u1.head');
    const consent = (attendance: readonly string[], { version }: RoundView) =>
      head.event<RoundView>(path, { type: 'consent', version, attendance, nominees: [] });
    expect((await consent([...here, gone], round)).body).toMatchObject({ code: 'needs-known-attendance' });
    // Whoever is to end tomorrow still decides today.
    await dissolve(bloc, 'u4', '2020-11-21');
    expect(done(await secretary.get<RoundView>(path)).members).toBe(6);
    await bloc.setClock('2020-11-20T17:00:00Z');
    const next = done(await secretary.get<RoundView>(path));
    expect([next.members, next.quorum, next.electors.length]).toEqual([5, 4, 5]);
    expect((await consent(here, next)).body).toMatchObject({ code: 'needs-known-attendance' });
    const staying = next.electors.map(({ unitId }) => unitId);
    expect(done(await consent(staying, next)).state).toBe('decided');
    await dissolve(bloc, 'u5', '2020-11-22');
    await bloc.setClock('2020-11-23T02:00:00Z');
    expect(done(await secretary.get<RoundView>(path)).electors.map(({ unitId }) => unitId)).toEqual(staying);
    // Taken out of the scoring, or absent when the meeting decided: neither ending is taken back any more. That of u5 came later.
    for (const gone of ['u7', 'u4'])
      expect((await onUnit(bloc, gone, { type: 'restore', reason: 'Ghi nhầm sang đơn vị này.' })).body).toMatchObject({
        status: 409,
        type: '/problems/needs-unused-ending',
        detail: expect.stringContaining('2020'),
      });
    expect(done(await onUnit(bloc, 'u5', { type: 'restore', reason: 'Ghi nhầm sang đơn vị này.' })).state).toBe('active');
    // An ending that bears an earlier day, recorded after the meeting: the meeting had the unit, and it is taken back.
    await dissolve(bloc, 'u6', '2020-11-10');
    expect(done(await secretary.get<RoundView>(path)).electors.map(({ unitId }) => unitId)).toEqual(staying);
    expect(done(await onUnit(bloc, 'u6', { type: 'restore', reason: 'Ghi nhầm sang đơn vị này.' })).state).toBe('active');
    // A round that was opened without a unit: its candidates are named already.
    await dissolve(bloc, 'u3');
    const [, second] = done(await secretary.get<{ items: RoundView[] }>(`${bloc.path}/rounds`)).items;
    done(await secretary.event<RoundView>(`${bloc.path}/rounds/${second!.id}`, { type: 'open', version: second!.version }));
    expect((await onUnit(bloc, 'u3', { type: 'restore', reason: 'Ghi nhầm sang đơn vị này.' })).body).toMatchObject({ status: 409 });
  });
});

describe('a unit whose ending is taken back', () => {
  const MISTAKEN = 'Ghi nhầm sang đơn vị này.';
  const GONE = 'Đã giải thể theo quyết định.';

  it('while the head of the bloc takes it out of the scoring is either out, or there: never there and out', async () => {
    const bloc = await makeCompiledBloc(world, 'khoi-hai-nguoi');
    await bloc.setClock('2020-11-20T02:00:00Z');
    for (const unit of ['u3', 'u4', 'u6', 'u7']) {
      await dissolve(bloc, unit);
      const [out, back] = await Promise.all([
        onCard(bloc, 'u1.head', unit, { type: 'exclude', reason: GONE }),
        onUnit(bloc, unit, { type: 'restore', reason: MISTAKEN }),
      ]);
      expect({ unit, done: [out, back].filter(({ status }) => status < 300).length }).toEqual({ unit, done: 1 });
    }
  });
});
