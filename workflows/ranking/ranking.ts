import type { TieStep } from '../cycle/rules.schema.js';
import type { Totals } from '../scorecard/scoring.js';

/** What a unit is ranked by: its totals, and its rank of the year before (null: none). */
export interface Contender extends Totals {
  readonly unitId: string;
  readonly previousRank: number | null;
}

/** The step of the chain that broke a tie, its place in the chain (from 1), and the values that it compared. */
export interface BrokenBy {
  readonly step: TieStep;
  readonly number: number;
  readonly mine: number;
  readonly other: number;
}

/** A unit's place. `tiedWith`: the units with which no step could break the tie. */
export interface Ranked extends Contender {
  readonly rank: number;
  readonly brokenBy: BrokenBy | null;
  readonly tiedWith: readonly string[];
}

/** A class of units that nothing tells apart, and the step that sets it apart from the class above (null: another total). */
interface Tier {
  readonly units: readonly Contender[];
  readonly apart: { readonly step: TieStep; readonly number: number } | null;
}

/** The value that a step compares, higher first; null where the step has nothing to compare. */
function valueAt(step: TieStep, unit: Contender): number | null {
  if (step === 'lower-penalty') return unit.penalty;
  if (step === 'higher-bonus') return unit.bonus;
  if (step === 'previous-rank') return unit.previousRank;
  return step === 'meeting' ? null : (unit.sections[step.slice('higher-section:'.length)] ?? null);
}

const lowerIsBetter = (step: TieStep): boolean => step === 'lower-penalty' || step === 'previous-rank';

/** Units with equal values together, the best first. */
function split(units: readonly Contender[], value: (unit: Contender) => number, lowerFirst: boolean): Contender[][] {
  const classes = new Map<number, Contender[]>();
  for (const unit of units) classes.set(value(unit), [...(classes.get(value(unit)) ?? []), unit]);
  return [...classes].sort(([a], [b]) => (lowerFirst ? a - b : b - a)).map(([, tied]) => tied);
}

/** Breaks one tie by the steps from `at` on. A step that lacks a value for one of the tied units breaks nothing. */
function breakTie(units: readonly Contender[], chain: readonly TieStep[], at: number, apart: Tier['apart']): Tier[] {
  const step = chain[at];
  if (units.length === 1 || step === undefined) return [{ units, apart }];
  if (units.some((unit) => valueAt(step, unit) === null)) return breakTie(units, chain, at + 1, apart);
  return split(units, (unit) => valueAt(step, unit)!, lowerIsBetter(step)).flatMap((tied, place) =>
    breakTie(tied, chain, at + 1, place === 0 ? apart : { step, number: at + 1 }),
  );
}

/** What broke the tie of a class with its neighbour of the same total: the one above, else the one below. */
function brokenBy(tiers: readonly Tier[], at: number): BrokenBy | null {
  const [mine] = tiers[at]!.units;
  const above = tiers[at]!.apart;
  const apart = above ?? tiers[at + 1]?.apart;
  const [other] = tiers[above ? at - 1 : at + 1]?.units ?? [];
  if (!apart || !other) return null;
  return { ...apart, mine: valueAt(apart.step, mine!)!, other: valueAt(apart.step, other)! };
}

/**
 * Standard competition ranks (1, 2, 2, 4) by total, ties broken by the year's chain in its order; the decision of the meeting is no
 * comparison, so a tie that reaches it stays a tie. Units of one class keep the order in which they came.
 * Source: scoring.md 3.8.
 */
export function rank(contenders: readonly Contender[], chain: readonly TieStep[]): Ranked[] {
  const tiers = split(contenders, (unit) => unit.total, false).flatMap((tied) => breakTie(tied, chain, 0, null));
  let place = 1;
  return tiers.flatMap(({ units }, at) => {
    const rankOfTier = place;
    place += units.length;
    return units.map((unit) => ({
      ...unit,
      rank: rankOfTier,
      brokenBy: brokenBy(tiers, at),
      tiedWith: units.filter((other) => other !== unit).map((other) => other.unitId),
    }));
  });
}
