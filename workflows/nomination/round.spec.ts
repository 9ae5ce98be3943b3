import { abilityFor, may } from '../ability.js';
import type { Role } from '../actor.js';
import { OWN_SCOPES, probing } from '../law/probe.js';
import { advance, unmetNeeds } from '../advance.js';
import type { CycleRules } from '../cycle/rules.schema.js';
import { agreed, counted, marked } from './meeting.js';
import { roundMachine } from './round.machine.js';
import type { Candidate, RoundEvent, RoundFacts } from './round.schema.js';

const nomination: CycleRules['nomination'] = {
  method: 'consent',
  quorum: { p: 2, q: 3 },
  threshold: { p: 1, q: 2, strict: true, base: 'present' },
  exclusive: true,
  lowerTitleWithReason: true,
  minimumTotal: 5_000,
};

const candidate = (unitId: string, rank: number, more: Partial<Candidate> = {}): Candidate => ({
  unitId,
  rank,
  total: 9_000 - rank,
  aim: null,
  eligible: true,
  lower: false,
  reasons: [],
  conflicts: [],
  nominated: false,
  tied: false,
  reason: null,
  votes: null,
  ...more,
});
const facts: RoundFacts = {
  rankingPublished: true,
  earlierWaiting: 0,
  earlierTitles: '',
  seats: 2,
  seatsOpen: 2,
  method: 'consent',
  rules: nomination,
  members: ['a', 'b', 'c', 'd', 'e', 'f'],
  declined: [],
  memberCount: 6,
  quorum: 4,
  candidates: [
    candidate('a', 1),
    candidate('b', 2),
    candidate('c', 3),
    candidate('d', 3, { lower: true }),
    candidate('e', 5, { eligible: false }),
  ],
  attended: [],
};
const byHands: RoundFacts = { ...facts, method: 'show-of-hands', rules: { ...nomination, method: 'show-of-hands' } };
const tied: RoundFacts = {
  ...byHands,
  seatsOpen: 1,
  candidates: [candidate('a', 1, { nominated: true }), candidate('b', 2, { tied: true }), candidate('c', 3, { tied: true })],
  attended: ['a', 'b', 'c', 'd'],
};
const tiedForTwo: RoundFacts = { ...tied, seatsOpen: 2, candidates: ['b', 'c', 'd'].map((unitId) => candidate(unitId, 2, { tied: true })) };
const here = ['a', 'b', 'c', 'd'];
const reason = 'Thành tích đột xuất trong năm.';
const consent = (nominees: { unitId: string; reason?: string }[], attendance = here): RoundEvent => ({
  type: 'consent',
  version: 1,
  attendance,
  nominees,
});
const vote = (unitId: string, yes: number, more = {}) => ({ unitId, yes, no: 0, abstain: 0, ...more });
const count = (votes: ReturnType<typeof vote>[], attendance = here): RoundEvent => ({ type: 'count', version: 1, attendance, votes });
const settle = (method: 'run-off' | 'lot' | 'leave-open', unitIds: string[], votes?: ReturnType<typeof vote>[]): RoundEvent => ({
  type: 'settle',
  version: 1,
  method,
  unitIds,
  reason,
  ...(votes ? { votes } : {}),
});

describe('a round', () => {
  it.each<[string, string, RoundFacts, RoundEvent, string]>([
    ['opens', 'draft', facts, { type: 'open', version: 1 }, 'open'],
    ['is decided by consent on the best', 'open', facts, consent([{ unitId: 'a' }, { unitId: 'b' }]), 'decided'],
    ['is decided by consent on fewer than the seats', 'open', facts, consent([{ unitId: 'a' }]), 'decided'],
    ['is decided by consent on another, with a reason', 'open', facts, consent([{ unitId: 'a' }, { unitId: 'c', reason }]), 'decided'],
    [
      'waits where equals agreed on do not all fit',
      'open',
      { ...facts, candidates: [candidate('a', 1), candidate('b', 2), candidate('c', 2)] },
      consent([{ unitId: 'a' }, { unitId: 'b' }, { unitId: 'c' }]),
      'tied',
    ],
    ['is decided by hands', 'open', byHands, count([vote('a', 4), vote('b', 3)]), 'decided'],
    ['is decided by hands with nobody past the threshold', 'open', byHands, count([vote('a', 2), vote('b', 1)]), 'decided'],
    ['waits where votes tie at the line', 'open', byHands, count([vote('a', 4), vote('b', 3), vote('c', 3)]), 'tied'],
    ['is settled by a run-off', 'tied', tied, settle('run-off', ['c'], [vote('b', 1), vote('c', 3)]), 'decided'],
    ['is settled by a run-off of one hand against none', 'tied', tied, settle('run-off', ['c'], [vote('b', 0), vote('c', 1)]), 'decided'],
    [
      'is settled by a run-off that fills one of two seats',
      'tied',
      tiedForTwo,
      settle('run-off', ['b'], [vote('b', 3), vote('c', 1), vote('d', 1)]),
      'decided',
    ],
    [
      'is settled by a run-off of all who took part, also where one of them has left the year since',
      'tied',
      { ...tied, members: ['a', 'b', 'c'] },
      settle('run-off', ['c'], [vote('b', 1), vote('c', 3)]),
      'decided',
    ],
    ['is settled by a lot for two seats', 'tied', tiedForTwo, settle('lot', ['b', 'd']), 'decided'],
    ['is settled by lot', 'tied', tied, settle('lot', ['b']), 'decided'],
    ['is settled by leaving the seat open', 'tied', tied, settle('leave-open', []), 'decided'],
  ])('%s', (_, state, given, event, target) => expect(advance(roundMachine, state, given, event).state).toBe(target));

  it.each<[string, string, RoundFacts, RoundEvent, string]>([
    [
      'open before the ranking is published',
      'draft',
      { ...facts, rankingPublished: false },
      { type: 'open', version: 1 },
      'needs-published-ranking',
    ],
    [
      'open before the higher title is decided',
      'draft',
      { ...facts, earlierWaiting: 1 },
      { type: 'open', version: 1 },
      'needs-earlier-round',
    ],
    ['decided by hands where the rules say consent', 'open', facts, count([vote('a', 4)]), 'needs-own-method'],
    ['decided by consent where the rules say hands', 'open', byHands, consent([{ unitId: 'a' }]), 'needs-own-method'],
    ['decided with a stranger in the attendance', 'open', facts, consent([{ unitId: 'a' }], [...here, 'z']), 'needs-known-attendance'],
    ['decided with a unit present twice', 'open', facts, consent([{ unitId: 'a' }], ['a', 'a', 'b', 'c', 'd']), 'needs-known-attendance'],
    ['decided by 3 of 6 where 2/3 are needed', 'open', facts, consent([{ unitId: 'a' }], ['a', 'b', 'c']), 'needs-quorum'],
    ['decided for a unit that is not eligible', 'open', facts, consent([{ unitId: 'e' }]), 'needs-eligible-nominees'],
    ['decided for a unit named twice', 'open', facts, consent([{ unitId: 'a' }, { unitId: 'a' }]), 'needs-eligible-nominees'],
    ['decided over the quota', 'open', facts, consent([{ unitId: 'a' }, { unitId: 'b' }, { unitId: 'c' }]), 'needs-free-seat'],
    [
      'decided past a better rank without a reason',
      'open',
      facts,
      consent([{ unitId: 'a' }, { unitId: 'c' }]),
      'needs-reason-for-deviation',
    ],
    ['decided for a lower title without a reason', 'open', byHands, count([vote('d', 4)]), 'needs-reason-for-deviation'],
    ['decided by hands of a stranger', 'open', byHands, count([vote('a', 4)], [...here, 'z']), 'needs-known-attendance'],
    ['decided by hands of 3 of 6 where 2/3 are needed', 'open', byHands, count([vote('a', 3)], ['a', 'b', 'c']), 'needs-quorum'],
    ['decided by hands for a unit that is not eligible', 'open', byHands, count([vote('a', 4), vote('e', 1)]), 'needs-eligible-nominees'],
    ['decided with more hands than units', 'open', byHands, count([vote('a', 4, { no: 1 })]), 'needs-sound-count'],
    [
      'decided with more hands than units, abstentions among them',
      'open',
      byHands,
      count([vote('a', 2, { no: 2, abstain: 1 })]),
      'needs-sound-count',
    ],
    ['settled for a unit that is not tied', 'tied', tied, settle('lot', ['e']), 'needs-tied-units'],
    ['settled over the seats', 'tied', tied, settle('run-off', ['b', 'c'], [vote('b', 3), vote('c', 3)]), 'needs-free-seat'],
    ['settled by a lot that leaves a seat', 'tied', tied, settle('lot', []), 'needs-fitting-choice'],
    ['settled by a lot that leaves one of two seats', 'tied', tiedForTwo, settle('lot', ['b']), 'needs-fitting-choice'],
    ['settled by a lot that falls on one unit twice', 'tied', tiedForTwo, settle('lot', ['b', 'b']), 'needs-tied-units'],
    ['settled by a run-off that nobody wins', 'tied', tied, settle('run-off', [], [vote('b', 1), vote('c', 1)]), 'needs-fitting-choice'],
    ['left open with a unit chosen', 'tied', tied, settle('leave-open', ['b']), 'needs-fitting-choice'],
    ['settled by a run-off without votes', 'tied', tied, settle('run-off', ['b']), 'needs-run-off-votes'],
    [
      'settled by a run-off for the one with fewer votes',
      'tied',
      tied,
      settle('run-off', ['b'], [vote('b', 1), vote('c', 3)]),
      'needs-run-off-votes',
    ],
    [
      'settled by a run-off of which one of two winners has fewer votes than a loser',
      'tied',
      tiedForTwo,
      settle('run-off', ['b', 'c'], [vote('b', 3), vote('c', 1), vote('d', 2)]),
      'needs-run-off-votes',
    ],
    [
      'settled by a run-off with votes for a unit that is not tied',
      'tied',
      tied,
      settle('run-off', ['c'], [vote('b', 1), vote('c', 3), vote('e', 0)]),
      'needs-run-off-votes',
    ],
    [
      'settled by a run-off without the votes of its winner',
      'tied',
      tied,
      settle('run-off', ['c'], [vote('b', 1), vote('b', 1)]),
      'needs-run-off-votes',
    ],
    [
      'settled by a run-off with another’s votes for its winner’s',
      'tied',
      tied,
      settle('run-off', ['c'], [vote('b', 1), vote('e', 3)]),
      'needs-run-off-votes',
    ],
    ['settled by a run-off that ties again', 'tied', tied, settle('run-off', ['b'], [vote('b', 2), vote('c', 2)]), 'needs-run-off-votes'],
    [
      'settled by a run-off with more hands than the meeting has',
      'tied',
      tied,
      settle('run-off', ['b'], [vote('b', 4, { no: 1 }), vote('c', 0)]),
      'needs-sound-count',
    ],
    [
      'left open with votes that decide nothing',
      'tied',
      tied,
      settle('leave-open', [], [vote('b', 2), vote('c', 2)]),
      'needs-run-off-votes',
    ],
    ['changed once decided', 'decided', facts, consent([{ unitId: 'a' }]), 'not-in-this-state'],
  ])('is not %s', (_, state, given, event, problem) => expect(() => advance(roundMachine, state, given, event)).toThrow(problem));

  it.each<[string, string, RoundFacts, string[]]>([
    ['open', 'consent', facts, []],
    ['open', 'count', facts, ['needs-own-method']],
    ['open', 'consent', byHands, ['needs-own-method']],
    ['open', 'count', byHands, []],
    ['open', 'recuse', facts, []],
    ['open', 'readmit', facts, ['needs-declined-unit']],
    ['open', 'readmit', { ...facts, declined: ['f'] }, []],
    ['tied', 'settle', tied, []],
    ['draft', 'open', { ...facts, rankingPublished: false, earlierWaiting: 1 }, ['needs-published-ranking', 'needs-earlier-round']],
  ])('that is %s says before anything is entered whether it can %s', (state, type, given, needs) =>
    expect(unmetNeeds(roundMachine, state, given, { type }).map(({ code }) => code)).toEqual(needs),
  );

  it('gives seats to those past the threshold only, and marks who has one, who is tied, with votes and reasons', () => {
    const event = count([vote('a', 4), vote('b', 2), vote('c', 3), vote('d', 3, { reason })]) as Extract<RoundEvent, { type: 'count' }>;
    const filled = counted(byHands, event);
    expect(filled).toEqual({ elected: ['a'], tied: ['c', 'd'], open: 1 });
    expect(
      marked(byHands.candidates, filled, event.votes).map((row) => [row.unitId, row.nominated, row.tied, row.votes?.yes, row.reason]),
    ).toEqual([
      ['a', true, false, 4, null],
      ['b', false, false, 2, null],
      ['c', false, true, 3, null],
      ['d', false, true, 3, reason],
      ['e', false, false, undefined, null],
    ]);
  });

  it('seats nominees of equal rank only if all fit', () => {
    const event = consent([{ unitId: 'c' }, { unitId: 'd', reason }]) as Extract<RoundEvent, { type: 'consent' }>;
    expect(agreed({ ...facts, seats: 1 }, event)).toEqual({ elected: [], tied: ['c', 'd'], open: 1 });
  });
});

describe('how far a right on a round reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the secretary opens those of the year', 'bloc-secretary', 'open', { state: 'draft' }, ['blocId', 'cycleId']],
    ['the head of the bloc records the meeting of the year', 'bloc-head', 'consent', { state: 'open' }, ['blocId', 'cycleId']],
    ['the deputy head reads those of the year', 'deputy-head', 'read', { state: 'draft' }, ['blocId', 'cycleId']],
    ['a member reads an open one', 'bloc-member', 'read', { state: 'open' }, ['blocId', 'cycleId', 'state']],
    ['a member reads a tied one', 'bloc-member', 'read', { state: 'tied' }, ['blocId', 'cycleId', 'state']],
    ['the records officer reads a decided one', 'records-officer', 'read', { state: 'decided' }, ['blocId', 'cycleId', 'state']],
    ['an observer reads a decided one', 'observer', 'read', { state: 'decided' }, ['blocId', 'cycleId', 'state']],
    [
      'the council secretary reads those decided in the province',
      'council-secretary',
      'read',
      { state: 'decided' },
      ['provinceId', 'state'],
    ],
    ['a council member reads those decided in the province', 'council-member', 'read', { state: 'decided' }, ['provinceId', 'state']],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Round', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});
