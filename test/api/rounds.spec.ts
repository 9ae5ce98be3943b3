import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { Answer } from '../support/client.js';
import { CYCLE, RULES, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { done, makeCompiledBloc, nameOf, points, submitSelf, verify } from '../support/scores.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const CERTIFICATE = { kind: 'title', code: 'certificate' } as const;
const LEVEL = { kind: 'level', code: 'excellent' } as const;
/** Two register for the flag, two for the certificate, three for a level. */
const AIMS = { u3: CERTIFICATE, u4: CERTIFICATE, u5: LEVEL, u6: LEVEL, u7: LEVEL };
/** Points for I.1, I.2, II.1: `u1` before `u2`, then `u3` and `u4` alike to the last hundredth; `u7` below the minimum. */
const POINTS: Readonly<Record<string, readonly number[]>> = {
  u1: [4_000, 2_000, 3_500],
  u2: [4_000, 2_000, 3_400],
  u3: [4_000, 2_000, 3_300],
  u4: [4_000, 2_000, 3_300],
  u5: [4_000, 2_000, 3_000],
  u6: [4_000, 2_000, 2_900],
  u7: [1_000, 1_000, 1_000],
};
const REASON = 'Hội nghị thống nhất vì có nhiều đóng góp cho Khối.';

const cycleBy = (method: 'consent' | 'show-of-hands'): CycleDraft => ({
  ...CYCLE,
  rules: { ...RULES, peers: { mode: 'none' }, nomination: { ...RULES.nomination, method } },
});

/** A bloc whose cards are all verified but that of `u7`. */
async function almostVerified(slug: string, method: 'consent' | 'show-of-hands'): Promise<SmallBloc> {
  const bloc = await makeCompiledBloc(world, slug, { cycle: cycleBy(method), aims: AIMS });
  await bloc.setClock('2020-11-10T02:00:00Z');
  for (const unit of UNITS) await submitSelf(bloc, unit, points(...POINTS[unit]!));
  for (const unit of UNITS.slice(0, -1)) await verify(bloc, unit);
  return bloc;
}

async function ranking(bloc: SmallBloc): Promise<RankingView> {
  const list = done(await (await bloc.person('secretary')).get<{ items: RankingView[] }>(`${bloc.path}/rankings`));
  return list.items[0]!;
}

async function publish(bloc: SmallBloc): Promise<Answer<RankingView>> {
  const { id, version } = await ranking(bloc);
  return (await bloc.person('secretary')).event<RankingView>(`${bloc.path}/rankings/${id}`, { type: 'publish', version });
}

async function round(bloc: SmallBloc, title: string): Promise<RoundView> {
  const list = done(await (await bloc.person('secretary')).get<{ items: RoundView[] }>(`${bloc.path}/rounds`));
  return list.items.find((item) => item.title.code === title)!;
}

/** An event of the head, or of the secretary when the round is to be opened. */
async function decide(bloc: SmallBloc, title: string, event: { type: string } & Record<string, unknown>): Promise<Answer<RoundView>> {
  const { id, version } = await round(bloc, title);
  const person = await bloc.person(event.type === 'open' ? 'secretary' : 'u1.head');
  return person.event<RoundView>(`${bloc.path}/rounds/${id}`, { version, ...event });
}

/** A refusal by its name, with its reason in Vietnamese and what to do next. */
function expectRefused(answer: Answer<unknown>, code: string): void {
  expect(answer.body).toMatchObject({ type: `/problems/${code}`, code });
  expect((answer.body as { detail: string; next: string }).detail).toMatch(/\p{L}+ .*[.:]/u);
  expect((answer.body as { next: string }).next).not.toBe('');
}

describe('a meeting that nominates by consent', () => {
  let bloc: SmallBloc;
  const id: Record<string, string> = {};
  const everybody = () => UNITS.map((unit) => id[unit]!);
  const consent = (units: readonly string[], attendance = everybody(), reason?: string) => ({
    type: 'consent',
    attendance,
    nominees: units.map((unit) => ({ unitId: id[unit], ...(reason ? { reason } : {}) })),
  });

  beforeAll(async () => {
    bloc = await almostVerified('consent', 'consent');
  });

  it('waits until the ranking is published, which waits until every card is verified', async () => {
    expectRefused(await decide(bloc, 'flag', { type: 'open' }), 'needs-published-ranking');
    expectRefused(await publish(bloc), 'needs-all-verified');
    await verify(bloc, 'u7');
    const published = done(await publish(bloc));
    for (const row of published.rows) id[UNITS.find((unit) => nameOf(unit) === row.unitShortName)!] = row.unitId;
    expect(published.rows.map(({ unitShortName, rank }) => [unitShortName, rank])).toEqual([
      ['Hội U1', 1],
      ['Hội U2', 2],
      ['Hội U3', 3],
      ['Hội U4', 3],
      ['Hội U5', 5],
      ['Hội U6', 6],
      ['Hội U7', 7],
    ]);
  });

  it('takes the higher title first', async () => {
    expectRefused(await decide(bloc, 'certificate', { type: 'open' }), 'needs-earlier-round');
    expect(done(await decide(bloc, 'flag', { type: 'open' })).state).toBe('open');
  });

  it.each<[string, string, () => { type: string } & Record<string, unknown>]>([
    [
      'a show of hands',
      'needs-own-method',
      () => ({ type: 'count', attendance: everybody(), votes: [{ unitId: id.u1, yes: 7, no: 0, abstain: 0 }] }),
    ],
    ['a unit that comes twice', 'needs-known-attendance', () => consent(['u1'], [...everybody(), id.u1!])],
    ['three of seven present', 'needs-quorum', () => consent(['u1'], everybody().slice(0, 3))],
    ['a unit that registered for less', 'needs-eligible-nominees', () => consent(['u3'])],
    ['two units for one seat', 'needs-free-seat', () => consent(['u1', 'u2'])],
    ['the second before the first, without a word why', 'needs-reason-for-deviation', () => consent(['u2'])],
  ])('is refused %s', async (_, code, event) => {
    expectRefused(await decide(bloc, 'flag', event()), code);
    expect((await round(bloc, 'flag')).state).toBe('open');
  });

  it('decides, and the members learn it', async () => {
    expect(done(await decide(bloc, 'flag', consent(['u1']))).state).toBe('decided');
    const seen = done(await (await bloc.person('u6.officer')).get<{ items: RoundView[] }>(`${bloc.path}/rounds`));
    expect(seen.items[0]!.candidates.filter(({ nominated }) => nominated).map(({ unitShortName }) => unitShortName)).toEqual(['Hội U1']);
  });

  it('ends at the quota line in a tie that waits for the meeting, and nobody of the tied has a seat meanwhile', async () => {
    done(await decide(bloc, 'certificate', { type: 'open' }));
    const tied = done(await decide(bloc, 'certificate', consent(['u3', 'u4'])));
    expect(tied).toMatchObject({ state: 'tied', seatsOpen: 1 });
    expect(tied.candidates.filter((candidate) => candidate.tied).map(({ unitShortName }) => unitShortName)).toEqual(['Hội U3', 'Hội U4']);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['a seat for a unit that is not tied', 'needs-tied-units', 'lot', ['u2']],
    ['two seats where one is open', 'needs-free-seat', 'lot', ['u3', 'u4']],
    ['a lot that draws nobody', 'needs-fitting-choice', 'lot', []],
    ['a run-off without its votes', 'needs-run-off-votes', 'run-off', ['u3']],
  ])('does not settle the tie by %s', async (_, code, method, units) => {
    const settle = { type: 'settle', method, unitIds: units.map((unit) => id[unit]), reason: REASON };
    expectRefused(await decide(bloc, 'certificate', settle), code);
    expect((await round(bloc, 'certificate')).state).toBe('tied');
  });

  it('takes no votes with a lot, nor a reason with a vote of a run-off: what is kept can be read again', async () => {
    const votes = [id.u4, id.u5].map((unitId) => ({ unitId, yes: 1, no: 0, abstain: 0 }));
    const settle = { type: 'settle', method: 'lot', unitIds: [id.u4], reason: REASON };
    expectRefused(await decide(bloc, 'certificate', { ...settle, votes }), 'needs-run-off-votes');
    const explained = votes.map((vote) => ({ ...vote, reason: REASON }));
    expectRefused(await decide(bloc, 'certificate', { ...settle, method: 'run-off', votes: explained }), 'wrong-shape');
  });

  it('settles it by lot with a reason, once', async () => {
    const settle = { type: 'settle', method: 'lot', unitIds: [id.u4], reason: REASON };
    expect(done(await decide(bloc, 'certificate', settle))).toMatchObject({
      state: 'decided',
      settlement: { method: 'lot', reason: REASON },
    });
    expect((await decide(bloc, 'certificate', settle)).body).toMatchObject({ status: 409, code: 'not-in-this-state' });
    const { rows } = await world.owner.query<{ name: string }>(
      `select n.short_name as name from nominee e join unit_name n on n.unit_id = e.unit_id join cycle c on c.id = e.cycle_id where c.id = $1 order by 1`,
      [bloc.cycleId],
    );
    expect(rows.map(({ name }) => name)).toEqual(['Hội U1', 'Hội U4']);
  });
});

describe('a meeting that shows hands', () => {
  let bloc: SmallBloc;
  let units: RoundView['candidates'];

  beforeAll(async () => {
    bloc = await almostVerified('hands', 'show-of-hands');
    await verify(bloc, 'u7');
    done(await publish(bloc));
    units = done(await decide(bloc, 'flag', { type: 'open' })).candidates;
  });

  it('needs-sound-count: no more hands than units present', async () => {
    const attendance = units.slice(0, 5).map(({ unitId }) => unitId);
    const votes = [{ unitId: units[0]!.unitId, yes: 5, no: 1, abstain: 0 }];
    expectRefused(await decide(bloc, 'flag', { type: 'count', attendance, votes }), 'needs-sound-count');
  });

  it('gives the seat to the one with most hands above the threshold, not to the first in the ranking', async () => {
    const attendance = units.map(({ unitId }) => unitId);
    const [first, second] = [units[0]!.unitId, units[1]!.unitId];
    const votes = [
      { unitId: first, yes: 3, no: 4, abstain: 0 },
      { unitId: second, yes: 6, no: 1, abstain: 0 },
    ];
    const decided = done(await decide(bloc, 'flag', { type: 'count', attendance, votes }));
    expect(decided.candidates.filter(({ nominated }) => nominated).map(({ unitId }) => unitId)).toEqual([second]);
  });
});
