import fc from 'fast-check';
import type { Row } from '../way.model.js';

/** A round of the meeting in small: six units, four of them candidates, two thirds are a quorum, more than half of those present decide. */
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const SHARES = { quorum: { p: 2, q: 3 }, threshold: { p: 1, q: 2, strict: true, base: 'present' } };

interface Stand {
  readonly unitId: string;
  readonly rank: number;
  readonly eligible: boolean;
  readonly lower: boolean;
  readonly tied: boolean;
}
interface Facts {
  readonly rankingPublished: boolean;
  readonly earlierWaiting: number;
  readonly seats: number;
  readonly seatsOpen: number;
  readonly method: string;
  readonly members: readonly string[];
  readonly declined: readonly string[];
  readonly candidates: readonly Stand[];
  readonly attended: readonly string[];
}
interface Vote {
  readonly unitId: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly reason?: string;
}
interface Carried {
  readonly type: string;
  readonly unitId?: string;
  readonly attendance?: readonly string[];
  readonly nominees?: readonly { readonly unitId: string; readonly reason?: string }[];
  readonly votes?: readonly Vote[];
  readonly unitIds?: readonly string[];
  readonly method?: string;
}
type Says = (facts: Facts, event: Carried) => boolean;

const standOf = ({ candidates }: Facts, unitId: string): Stand | undefined => candidates.find((one) => one.unitId === unitId);
const here = (facts: Facts, event: Carried): number => facts.members.filter((unit) => event.attendance!.includes(unit)).length;
const named = (event: Carried): string[] => (event.nominees ?? event.votes ?? []).map(({ unitId }) => unitId);
const once = (units: readonly string[]): boolean => units.every((unit, at) => units.indexOf(unit) === at);

/** Who wants a seat, best first; `line`: how good one must be to be among the seats. */
function atTheLine(claims: readonly number[], seats: number): { better: number; equal: number } {
  if (claims.length <= seats) return { better: claims.length, equal: 0 };
  const line = [...claims].sort((one, other) => other - one)[seats - 1]!;
  const better = claims.filter((claim) => claim > line).length;
  const equal = claims.filter((claim) => claim === line).length;
  return better + equal > seats ? { better, equal } : { better: better + equal, equal: 0 };
}
const byRank = (facts: Facts, event: Carried) =>
  atTheLine(
    event.nominees!.map(({ unitId }) => -(standOf(facts, unitId)?.rank ?? 1_000)),
    facts.seats,
  );
const byHands = (facts: Facts, event: Carried) =>
  atTheLine(
    event.votes!.filter(({ yes }) => 2 * yes > here(facts, event) && yes > 0).map(({ yes }) => yes),
    facts.seats,
  );

/** A nominee owes a reason for a lower title, or before somebody as good who registered for this one and is not nominated. */
const owes = (facts: Facts, event: Carried, unitId: string): boolean => {
  const stand = standOf(facts, unitId);
  const others = facts.candidates.filter((one) => one.eligible && !one.lower && !named(event).includes(one.unitId));
  return stand !== undefined && (stand.lower || others.some(({ rank }) => rank <= stand.rank));
};

const meeting: Readonly<Record<string, Says>> = {
  'needs-own-method': ({ method }, { type }) => method === (type === 'consent' ? 'consent' : 'show-of-hands'),
  'needs-known-attendance': (f, e) => !e.attendance || (once(e.attendance) && e.attendance.every((unit) => f.members.includes(unit))),
  'needs-quorum': (f, e) => !e.attendance || 3 * here(f, e) >= 2 * UNITS.length,
  'needs-eligible-nominees': (f, e) => once(named(e)) && named(e).every((unit) => standOf(f, unit)?.eligible === true),
};
const tiedOf = (f: Facts): string[] => f.candidates.filter(({ tied }) => tied).map(({ unitId }) => unitId);

/** A run-off names what each tied unit got, and all who won have more than all who lost. */
const ranOff: Says = (f, { method, unitIds = [], votes }) => {
  const got = (unit: string): number | undefined => votes?.find(({ unitId }) => unitId === unit)?.yes;
  const tied = tiedOf(f);
  if (method !== 'run-off') return votes === undefined;
  if (!votes || votes.length !== tied.length || tied.some((unit) => got(unit) === undefined)) return false;
  return votes
    .filter(({ unitId }) => unitIds.includes(unitId))
    .every((won) => votes.filter(({ unitId }) => !unitIds.includes(unitId)).every((lost) => won.yes > lost.yes));
};

const consent: Readonly<Record<string, Says>> = {
  ...meeting,
  'needs-free-seat': (f, e) => !e.nominees || byRank(f, e).better + byRank(f, e).equal === e.nominees.length,
  'needs-reason-for-deviation': (f, e) => (e.nominees ?? []).every(({ unitId, reason }) => Boolean(reason) || !owes(f, e, unitId)),
};
const count: Readonly<Record<string, Says>> = {
  ...meeting,
  'needs-sound-count': (f, e) => (e.votes ?? []).every(({ yes, no, abstain }) => yes + no + abstain <= here(f, e)),
  'needs-reason-for-deviation': (f, e) => (e.votes ?? []).every(({ unitId, reason }) => Boolean(reason) || !standOf(f, unitId)?.lower),
};
const settle: Readonly<Record<string, Says>> = {
  'needs-tied-units': (f, { unitIds = [] }) => once(unitIds) && unitIds.every((unit) => tiedOf(f).includes(unit)),
  'needs-free-seat': (f, { unitIds = [] }) => unitIds.length <= f.seatsOpen,
  'needs-fitting-choice': (f, { unitIds, method }) =>
    !unitIds || (method === 'leave-open' ? unitIds.length === 0 : method === 'lot' ? unitIds.length === f.seatsOpen : unitIds.length > 0),
  'needs-run-off-votes': (f, e) => !e.unitIds || ranOff(f, e),
  'needs-sound-count': (f, e) => (e.votes ?? []).every(({ yes, no, abstain }) => yes + no + abstain <= f.attended.length),
};

const row = (from: string, event: string, to: string, needs: Readonly<Record<string, Says>>, when?: Says): Row => ({
  from,
  event,
  to,
  needs,
  ...(when ? { when } : {}),
});
/** The round as the house's documents tell it (domain.md 2.4, scoring.md 4.3). */
export const ROUND_ROWS: readonly Row[] = [
  row('draft', 'open', 'open', {
    'needs-published-ranking': (f) => f.rankingPublished,
    'needs-earlier-round': (f) => f.earlierWaiting < 1,
  }),
  row('open', 'recuse', 'open', { 'needs-elector': (f, { unitId }) => unitId === undefined || f.members.includes(unitId) }),
  row('open', 'readmit', 'open', {
    'needs-declined-unit': (f, { unitId }) => (unitId === undefined ? f.declined.length > 0 : f.declined.includes(unitId)),
  }),
  row('open', 'consent', 'tied', consent, (f, e) => byRank(f, e).equal > 0),
  row('open', 'consent', 'decided', consent),
  row('open', 'count', 'tied', count, (f, e) => byHands(f, e).equal > 0),
  row('open', 'count', 'decided', count),
  row('tied', 'settle', 'decided', settle),
];

const unit = fc.constantFrom(...UNITS);
const explained = 'một lý do đủ dài';
const reason = fc.constantFrom(explained, explained, explained, undefined);
const likely = fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.boolean() });
const stand = fc.record(
  { unitId: unit, rank: fc.integer({ min: 1, max: 2 }), eligible: likely, lower: fc.boolean(), tied: fc.boolean() },
  { noNullPrototype: true },
);
const seat = fc.integer({ min: 1, max: 2 });

export const ROUND_FACTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...{
    rankingPublished: likely,
    earlierWaiting: fc.constantFrom(0, 0, 1),
    earlierTitles: fc.constant(''),
    seats: seat,
    seatsOpen: seat,
    quorum: fc.constant(4),
  },
  ...{ method: fc.constantFrom('consent', 'show-of-hands'), rules: fc.constant(SHARES), memberCount: fc.constant(UNITS.length) },
  members: fc.oneof({ weight: 3, arbitrary: fc.constant([...UNITS]) }, { weight: 1, arbitrary: fc.subarray([...UNITS], { minLength: 4 }) }),
  declined: fc.subarray([...UNITS], { maxLength: 1 }),
  attended: fc.oneof({ weight: 3, arbitrary: fc.constant(UNITS.slice(0, 5)) }, { weight: 1, arbitrary: fc.subarray([...UNITS]) }),
  candidates: fc.uniqueArray(stand, { minLength: 3, maxLength: 5, selector: ({ unitId }) => unitId }),
};

const attendance = fc.oneof(
  { weight: 5, arbitrary: fc.constant(UNITS.slice(0, 5)) },
  { weight: 1, arbitrary: fc.array(unit, { maxLength: 6 }) },
);
const hands = fc.record(
  { unitId: unit, yes: fc.constantFrom(3, 3, 4, 5, 0), no: fc.constantFrom(0, 0, 1), abstain: fc.constant(0), reason },
  { noNullPrototype: true },
);
export const ROUND_PAYLOADS: fc.Arbitrary<unknown> = fc.record({
  recuse: fc.record({ unitId: unit }),
  readmit: fc.record({ unitId: unit }),
  consent: fc.record({
    attendance,
    nominees: fc.uniqueArray(fc.record({ unitId: unit, reason }), { maxLength: 3, selector: ({ unitId }) => unitId }),
  }),
  count: fc.record({ attendance, votes: fc.uniqueArray(hands, { minLength: 1, maxLength: 3, selector: ({ unitId }) => unitId }) }),
  settle: fc.record({
    method: fc.constantFrom('run-off', 'lot', 'leave-open'),
    unitIds: fc.array(unit, { maxLength: 2 }),
    votes: fc.option(fc.array(hands, { maxLength: 3 }), { nil: undefined, freq: 1 }),
  }),
});
