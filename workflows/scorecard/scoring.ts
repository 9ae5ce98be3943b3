import { divideHalfUp } from '../centipoints.js';
import type { CriteriaItem, CriteriaTable, CycleRules } from '../cycle/rules.schema.js';

/** Points that somebody gave an item, in hundredths. */
export interface ItemPoints {
  readonly item: string;
  readonly points: number;
}

/** Whose value counts for an item. */
export type Source = 'bloc' | 'leader' | 'peers';

/** The official points of an item, and whose value they are. */
export interface OfficialPoints extends ItemPoints {
  readonly from: Source;
}

/** What the judges gave: the sheets submitted, then the values in which leader and bloc differ. */
export interface Judged {
  readonly peers: readonly (readonly ItemPoints[])[];
  readonly leader: readonly ItemPoints[];
  readonly bloc: readonly ItemPoints[];
}

/** Totals in hundredths; bonus and penalty as counted, each under its cap. */
export interface Totals {
  readonly sections: Readonly<Record<string, number>>;
  readonly base: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly total: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Every line of a criteria table: sections first, then bonus, then penalty. */
export const itemsOf = (table: CriteriaTable): CriteriaItem[] => [
  ...table.sections.flatMap((section) => section.items),
  ...table.bonus.items,
  ...table.penalty.items,
];

/** Points by item; the last value of an item stands. */
export const pointsOf = (scores: readonly ItemPoints[]): Map<string, number> => new Map(scores.map(({ item, points }) => [item, points]));

/**
 * The aggregate of several raters' points for one item, rounded half up once, in hundredths. Null where nobody gave any.
 * Source: scoring.md 3.2 (median: the middle value, or the mean of the middle two).
 */
export function aggregate(values: readonly number[], rule: CycleRules['aggregate']): number | null {
  if (values.length === 0) return null;
  if (rule === 'mean') return divideHalfUp(sum(values), values.length);
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : divideHalfUp(sorted[middle - 1]! + sorted[middle]!, 2);
}

/** The aggregate of the submitted sheets, item by item; items that no sheet holds are left out. */
export function aggregated(rules: Pick<CycleRules, 'criteria' | 'aggregate'>, sheets: readonly (readonly ItemPoints[])[]): ItemPoints[] {
  const columns = sheets.map(pointsOf);
  return itemsOf(rules.criteria).flatMap(({ code }) => {
    const given = columns.flatMap((column) => column.get(code) ?? []);
    const points = aggregate(given, rules.aggregate);
    return points === null ? [] : [{ item: code, points }];
  });
}

/** The official points of each item: the bloc's value, else the leader's, else the aggregate of the submitted peers. */
export function official(rules: Pick<CycleRules, 'criteria' | 'aggregate'>, judged: Judged): OfficialPoints[] {
  const stages: readonly (readonly [Source, Map<string, number>])[] = [
    ['bloc', pointsOf(judged.bloc)],
    ['leader', pointsOf(judged.leader)],
    ['peers', pointsOf(aggregated(rules, judged.peers))],
  ];
  return itemsOf(rules.criteria).flatMap(({ code }) => {
    const stage = stages.find(([, points]) => points.has(code));
    return stage ? [{ item: code, points: stage[1].get(code)!, from: stage[0] }] : [];
  });
}

/**
 * Base of the sections, plus bonus up to its cap, minus penalty up to its cap. Integers only.
 * Source: scoring.md 2 (2); items that are not scored count nothing, so ask only once every item is.
 */
export function totals(table: CriteriaTable, scores: readonly ItemPoints[]): Totals {
  const points = pointsOf(scores);
  const of = (items: readonly CriteriaItem[]) => sum(items.map(({ code }) => points.get(code) ?? 0));
  const sections = Object.fromEntries(table.sections.map((section) => [section.code, of(section.items)]));
  const base = sum(Object.values(sections));
  const bonus = Math.min(of(table.bonus.items), table.bonus.cap);
  const penalty = Math.min(of(table.penalty.items), table.penalty.cap);
  return { sections, base, bonus, penalty, total: base + bonus - penalty };
}

/** Codes of the table's items that have no points yet: an unanswered criterion is neither 0 nor full. */
export const unanswered = (table: CriteriaTable, scores: readonly ItemPoints[]): string[] => {
  const points = pointsOf(scores);
  return itemsOf(table).flatMap(({ code }) => (points.has(code) ? [] : [code]));
};

/**
 * The leader's values as they are kept: those that were sent, and, for items that no peer scored, the unit's own points,
 * with which a leader who sends no other value agrees by reviewing.
 */
export function agreedByLeader<T extends ItemPoints>(
  rules: Pick<CycleRules, 'criteria' | 'aggregate'>,
  own: readonly ItemPoints[],
  sheets: readonly (readonly ItemPoints[])[],
  sent: readonly T[],
): (T | ItemPoints)[] {
  const known = new Set([...aggregated(rules, sheets), ...sent].map(({ item }) => item));
  const silent = own.filter(({ item }) => !known.has(item)).map(({ item, points }) => ({ item, points }));
  return [...sent, ...silent];
}

/** Whether a card that peers should have scored came to its reviewer without any of their sheets: its own points then count nothing. */
export const lacksPeers = (sheets: number, submitted: readonly unknown[]): boolean => sheets > 0 && submitted.length === 0;

/** The points of each item before the reviewer speaks: the peers' aggregate, else the unit's own. */
export const beforeReview = (
  rules: Pick<CycleRules, 'criteria' | 'aggregate'>,
  own: readonly ItemPoints[],
  sheets: readonly (readonly ItemPoints[])[],
): Record<string, number> => Object.fromEntries([...own, ...aggregated(rules, sheets)].map(({ item, points }) => [item, points]));

/** The points of each item before the bloc speaks. */
export const beforeVerification = (
  rules: Pick<CycleRules, 'criteria' | 'aggregate'>,
  judged: Omit<Judged, 'bloc'>,
): Record<string, number> => Object.fromEntries(official(rules, { ...judged, bloc: [] }).map(({ item, points }) => [item, points]));
