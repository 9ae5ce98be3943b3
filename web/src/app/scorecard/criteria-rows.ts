import type { CriteriaItem, CriteriaTable } from '@thidua/workflows/cycle/rules.schema';

/** A part of the criteria table as pages draw it: a section, the bonus or the penalty. */
export interface CriteriaPart {
  readonly code: string;
  readonly name: string;
  /** The most that counts, in hundredths of a point. */
  readonly max: number;
  readonly items: readonly CriteriaItem[];
}

/** Points of items in hundredths; null or absent: not answered, which is never 0. */
export type Points = Readonly<Record<string, number | null>>;

const PENALTY = '−';

/** The parts in their order; bonus and penalty only where the year has such items. */
export function partsOf(table: CriteriaTable): CriteriaPart[] {
  const capped = [
    { code: '+', name: $localize`:@@scores.bonus:Điểm thưởng`, max: table.bonus.cap, items: table.bonus.items },
    { code: PENALTY, name: $localize`:@@scores.penalty:Điểm trừ`, max: table.penalty.cap, items: table.penalty.items },
  ];
  return [...table.sections, ...capped.filter(({ items }) => items.length > 0)];
}

/** A part's running sum, as plain addition; null until every item is answered. */
export function sumOf(part: CriteriaPart, points: Points): number | null {
  const given = part.items.map(({ code }) => points[code] ?? null);
  return given.includes(null) ? null : given.reduce<number>((sum, value) => sum + value!, 0);
}

/** A part's sum as it counts: bonus and penalty under their caps; null until every item is answered. */
export function countedOf(part: CriteriaPart, points: Points): number | null {
  const sum = sumOf(part, points);
  return sum === null ? null : Math.min(sum, part.max);
}

/** The total: sections and bonus, less the penalty; null until every item of every part is answered. */
export function totalOf(parts: readonly CriteriaPart[], points: Points): number | null {
  const counted = parts.map((part) => ({ sum: countedOf(part, points), sign: part.code === PENALTY ? -1 : 1 }));
  if (counted.some(({ sum }) => sum === null)) return null;
  return counted.reduce((total, { sum, sign }) => total + sign * sum!, 0);
}

/** Items without points, in the table's order. */
export const unansweredOf = (parts: readonly CriteriaPart[], points: Points): CriteriaItem[] =>
  parts.flatMap(({ items }) => items).filter(({ code }) => (points[code] ?? null) === null);

/** Scores as a look-up by item. */
export const pointsBy = (scores: readonly { readonly item: string; readonly points: number }[]): Points =>
  Object.fromEntries(scores.map(({ item, points }) => [item, points]));
