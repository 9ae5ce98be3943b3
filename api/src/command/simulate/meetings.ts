import { advance } from '@thidua/workflows/advance';
import { candidatesAfter, roundFacts, type RoundSurroundings } from '@thidua/workflows/nomination/candidates';
import { agreed, owingReason } from '@thidua/workflows/nomination/meeting';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { roundMachine } from '@thidua/workflows/nomination/round.machine';
import type { Candidate, ConsentEvent, RoundEvent, RoundFacts } from '@thidua/workflows/nomination/round.schema';
import { rank, type Ranked } from '@thidua/workflows/ranking/ranking';
import { totals, type ItemPoints } from '@thidua/workflows/scorecard/scoring';
import { RULES } from './rules.data.js';

/** A unit as the end of a year finds it. */
export interface Finished extends Omit<RoundSurroundings['entrants'][number], 'awarded' | 'registration'> {
  readonly scores: readonly ItemPoints[];
  readonly previousRank: number | null;
}

/** What a meeting decided on a title. */
export interface Decision {
  readonly title: string;
  readonly seats: number;
  readonly event: ConsentEvent;
  readonly candidates: readonly Candidate[];
}

const OPEN: RoundEvent = { type: 'open', version: 1 };
const REASON = 'Đăng ký danh hiệu cao hơn; còn suất, hội nghị thống nhất đề nghị danh hiệu này.';

/** The ranking that the law makes of verified cards. */
export const rankingOf = (units: readonly Finished[]): Ranked[] =>
  rank(
    units.map(({ unitId, scores, previousRank }) => ({ unitId, previousRank, ...totals(RULES.criteria, scores) })),
    RULES.tieChain,
  );

/** Whom a meeting names by consent: the best who registered for the title, then, with the reason, the best of a higher one; nobody of those who are tied at the line. */
function consentOf(facts: RoundFacts, attendance: string[]): ConsentEvent {
  const order = [...facts.candidates]
    .filter(({ eligible }) => eligible)
    .sort((a, b) => Number(a.lower) - Number(b.lower) || a.rank - b.rank);
  const named = (ids: readonly string[]): ConsentEvent => {
    const owing = new Set(owingReason(facts, ids));
    const nominees = ids.map((unitId) => ({ unitId, ...(owing.has(unitId) ? { reason: REASON } : {}) }));
    return { type: 'consent', version: 2, attendance, nominees };
  };
  const wanted = order.slice(0, facts.seats).map(({ unitId }) => unitId);
  return named([...agreed(facts, named(wanted)).elected]);
}

/** The rounds of a year, each decided as the law decides it, one after the other. @throws Problem when the law refuses one, which is a fault of what was simulated */
export function decisionsOf(units: readonly Finished[], ranking: readonly Ranked[], rules: CycleRules): Decision[] {
  const awarded = new Set<string>();
  return rules.titles.map(({ code: titleCode, seats }) => {
    const entrants = units.map((unit) => ({ ...unit, registration: 'accepted', awarded: awarded.has(unit.unitId) }));
    const around: RoundSurroundings = {
      rules,
      ranking: ranking.map((row) => ({ ...row, tiedWith: [...row.tiedWith] })),
      earlierWaiting: 0,
      earlierTitles: '',
      entrants,
      recused: [],
    };
    const draft = roundFacts({ state: 'draft', titleCode, seats, candidates: [], attendance: [] }, around);
    advance(roundMachine, 'draft', draft, OPEN);
    const open = roundFacts({ state: 'open', titleCode, seats, candidates: draft.candidates, attendance: [] }, around);
    const event = consentOf(open, units.map(({ unitId }) => unitId)); // prettier-ignore
    advance(roundMachine, 'open', open, event);
    const candidates = candidatesAfter(open, event);
    for (const { unitId, nominated } of candidates) if (nominated) awarded.add(unitId);
    return { title: titleCode, seats, event, candidates };
  });
}
