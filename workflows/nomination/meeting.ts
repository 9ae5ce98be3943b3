import { fillSeats, type Filled } from './quota.js';
import type { Candidate, ConsentEvent, CountEvent, ReadmitEvent, RecuseEvent, RoundFacts, SettleEvent } from './round.schema.js';
import { passes, reaches, type Hands } from './tally.js';

/** What decides whether a nominee owes a reason: where each candidate stands. */
interface Standing {
  readonly candidates: readonly Pick<Candidate, 'unitId' | 'eligible' | 'lower' | 'rank'>[];
}

const byId = <One extends { readonly unitId: string }>(candidates: readonly One[]) =>
  new Map(candidates.map((candidate) => [candidate.unitId, candidate]));

/** The units present of those that take part, each counted once. */
export const present = (facts: RoundFacts, attendance: readonly string[]): number =>
  new Set(attendance.filter((unitId) => facts.members.includes(unitId))).size;

/** Whether a unit that declines still takes part: each does so once. */
export const isElector = (facts: RoundFacts, { unitId }: Pick<RecuseEvent, 'unitId'>): boolean => facts.members.includes(unitId);

/** Whether a unit that is to decide again had declined. */
export const hasDeclined = (facts: RoundFacts, { unitId }: Pick<ReadmitEvent, 'unitId'>): boolean => facts.declined.includes(unitId);

/** Whether every unit of the attendance takes part in this round, named once. */
export const knownAttendance = (facts: RoundFacts, attendance: readonly string[]): boolean =>
  present(facts, attendance) === attendance.length;

/** Whether enough members take part: present·q ≥ p·members, those that declined among the members and not among the present. */
export const quorate = (facts: RoundFacts, attendance: readonly string[]): boolean =>
  reaches(present(facts, attendance), facts.memberCount, facts.rules.quorum);

/** Seats by consent: the nominees in the order of the ranking. Nominees of equal rank who do not all fit are tied. */
export function agreed(facts: RoundFacts, event: ConsentEvent): Filled {
  const candidates = byId(facts.candidates);
  const claims = event.nominees.map(({ unitId }) => ({ unitId, merit: -(candidates.get(unitId)?.rank ?? Number.MAX_SAFE_INTEGER) }));
  return fillSeats(claims, facts.seats);
}

/** Whether the nominees fit into the seats, or exceed them only by equals at the line, who are left to the meeting. */
export function fitsSeats(facts: RoundFacts, event: ConsentEvent): boolean {
  const { elected, tied } = agreed(facts, event);
  return elected.length + tied.length === event.nominees.length;
}

/** Seats by a show of hands: those who pass the threshold, by yes votes. Its base, members or present, is of those that take part. */
export function counted(facts: RoundFacts, event: CountEvent): Filled {
  const here = present(facts, event.attendance);
  const passed = event.votes.filter((vote) => passes(facts.rules, facts.members.length, here, vote));
  return fillSeats(
    passed.map(({ unitId, yes }) => ({ unitId, merit: yes })),
    facts.seats,
  );
}

/** Whether the units named are eligible candidates, each once. */
export function eligibleOnly(facts: RoundFacts, unitIds: readonly string[]): boolean {
  const candidates = byId(facts.candidates);
  return new Set(unitIds).size === unitIds.length && unitIds.every((unitId) => candidates.get(unitId)?.eligible === true);
}

/**
 * Nominees that owe the minutes a reason: for a lower title than registered, or before a unit that registered for this title and
 * stands as high or higher in the ranking and is not nominated. Source: domain.md 2.4 (“Order”).
 */
export function owingReason(facts: Standing, unitIds: readonly string[]): string[] {
  const chosen = new Set(unitIds);
  const passedOver = facts.candidates.filter(({ unitId, eligible, lower }) => eligible && !lower && !chosen.has(unitId));
  const candidates = byId(facts.candidates);
  return unitIds.filter((unitId) => {
    const nominee = candidates.get(unitId);
    return nominee !== undefined && (nominee.lower || passedOver.some(({ rank }) => rank <= nominee.rank));
  });
}

/** Whether every consent that departs from ranking or registration says why. */
export function consentExplained(facts: RoundFacts, event: ConsentEvent): boolean {
  const owing = new Set(
    owingReason(
      facts,
      event.nominees.map(({ unitId }) => unitId),
    ),
  );
  return event.nominees.every(({ unitId, reason }) => !owing.has(unitId) || reason !== undefined);
}

/** Whether every unit put to the vote for a lower title than it registered says why. The vote itself explains the order. */
export function countExplained(facts: RoundFacts, event: CountEvent): boolean {
  const candidates = byId(facts.candidates);
  return event.votes.every(({ unitId, reason }) => !candidates.get(unitId)?.lower || reason !== undefined);
}

const within = (here: number, votes: readonly Hands[]): boolean => votes.every(({ yes, no, abstain }) => yes + no + abstain <= here);

/** Whether no more hands were raised for a unit than units are present. */
export const soundCount = (facts: RoundFacts, attendance: readonly string[], votes: readonly Hands[]): boolean =>
  within(present(facts, attendance), votes);

/** The same of a run-off: as many as took part when the tie came about, also where one of them has left the year since. */
export const soundRunOff = ({ attended }: RoundFacts, votes: readonly Hands[]): boolean => within(new Set(attended).size, votes);

const tiedIds = (facts: RoundFacts): string[] => facts.candidates.filter(({ tied }) => tied).map(({ unitId }) => unitId);

/** Whether only tied units get a seat, each once. */
export function tiedOnly(facts: RoundFacts, event: SettleEvent): boolean {
  const tied = tiedIds(facts);
  return new Set(event.unitIds).size === event.unitIds.length && event.unitIds.every((unitId) => tied.includes(unitId));
}

/** Whether the choice fits its way: a lot fills every open seat, a run-off some, leaving open none. */
export function fitsMethod(facts: RoundFacts, { method, unitIds }: SettleEvent): boolean {
  if (method === 'leave-open') return unitIds.length === 0;
  return method === 'lot' ? unitIds.length === facts.seatsOpen : unitIds.length > 0;
}

/** Whether a run-off names the votes of every tied unit, and its winners have more than the others (scoring.md 4.3, I-12); no other way has votes. */
export function runOffHolds(facts: RoundFacts, { method, unitIds, votes }: SettleEvent): boolean {
  if (!votes) return method !== 'run-off';
  if (method !== 'run-off') return false;
  const tied = tiedIds(facts);
  if (votes.length !== tied.length || !tied.every((unitId) => votes.some((vote) => vote.unitId === unitId))) return false;
  const [won, lost] = [true, false].map((wins) => votes.filter(({ unitId }) => unitIds.includes(unitId) === wins).map(({ yes }) => yes));
  return Math.min(...won!) > Math.max(...lost!);
}

/** The candidates after a decision on the seats: who is nominated, who is tied, with reasons and votes where given. */
export function marked(
  candidates: readonly Candidate[],
  filled: Pick<Filled, 'elected' | 'tied'>,
  given: readonly { unitId: string; reason?: string | undefined; yes?: number; no?: number; abstain?: number }[],
): Candidate[] {
  return candidates.map((candidate) => {
    const gift = given.find(({ unitId }) => unitId === candidate.unitId);
    return {
      ...candidate,
      nominated: candidate.nominated || filled.elected.includes(candidate.unitId),
      tied: filled.tied.includes(candidate.unitId),
      reason: gift?.reason ?? candidate.reason,
      votes: gift?.yes === undefined ? candidate.votes : { yes: gift.yes, no: gift.no ?? 0, abstain: gift.abstain ?? 0 },
    };
  });
}
