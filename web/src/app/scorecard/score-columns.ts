import type { CriteriaItem, CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { DifferingScore, ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { aggregate, lacksPeers } from '@thidua/workflows/scorecard/scoring';
import { pointsBy, type Points } from './criteria-rows.js';

/** Somebody's points for every criterion, as one column beside the others (ux.md P9). */
export interface ScoreColumn {
  readonly kind: 'self' | 'peer' | 'aggregate' | 'leader' | 'bloc';
  readonly id: string;
  readonly name: string;
  readonly points: Points;
}

/** Which column the reader writes now: the leading unit's, the bloc's, or none. */
export type Judging = 'leader' | 'bloc' | null;

/** The judgement that is due from this reader. */
export function judgingOf(view: ScorecardView): Judging {
  const due = (event: string) => view.actions.some(({ type, needs }) => type === event && needs.length === 0);
  return due('review') ? 'leader' : due('verify') ? 'bloc' : null;
}

/** How many units were to score a card, those that declined among them. */
export const assigned = ({ sheets }: Pick<ScorecardView, 'sheets'>): number => sheets.of + sheets.recused;

/** Whether the judgement that is due must give and explain every value, because no peer's sheet came in. */
export const judgesAlone = (view: ScorecardView): boolean => view.state === 'open' && lacksPeers(assigned(view), view.peers);

/** The points that stand before the judgement that is due: the official ones so far, else the peers', else the unit's own. */
export const standingOf = (view: ScorecardView): Points => ({
  ...(judgesAlone(view) ? {} : pointsBy(view.self)),
  ...pointsBy(view.aggregate),
  ...pointsBy(view.official),
});

/**
 * The columns in their fixed order: own, peers, their aggregate, leading unit, bloc. While the card is sealed nothing but the own one.
 * @param written what the reader has written so far into the column that is theirs
 */
export function columnsOf(view: ScorecardView, rule: CycleRules['aggregate'], written: Points = {}): ScoreColumn[] {
  const self: ScoreColumn = { kind: 'self', id: 'self', name: $localize`:@@scores.self:Tự chấm`, points: pointsBy(view.self) };
  if (view.sealed) return [self];
  const judging = judgingOf(view);
  const agreed = view.state !== 'open';
  const middle = rule === 'median' ? $localize`:@@scores.median:Trung vị` : $localize`:@@scores.mean:Trung bình`;
  const before = { ...pointsBy(view.self), ...pointsBy(view.aggregate) };
  const live = { ...standingOf(view), ...known(written) };
  const leader = agreed ? { ...before, ...pointsBy(view.leader) } : judging === 'leader' ? live : {};
  const bloc = view.state === 'verified' ? standingOf(view) : judging === 'bloc' ? live : {};
  return [
    self,
    ...view.peers.map(({ unitId, unitShortName, scores }): ScoreColumn => ({
      kind: 'peer',
      id: unitId,
      name: unitShortName,
      points: pointsBy(scores),
    })),
    ...(view.peers.length > 0 ? [{ kind: 'aggregate', id: 'aggregate', name: middle, points: pointsBy(view.aggregate) } as const] : []),
    { kind: 'leader', id: 'leader', name: leaderName(view), points: leader },
    ...(agreed ? [{ kind: 'bloc', id: 'bloc', name: $localize`:@@scores.bloc:Khối thẩm định`, points: bloc } as const] : []),
  ];
}

/** The middle points of the criteria added up. */
export const sumOfMiddles = (rule: CycleRules['aggregate']): string =>
  rule === 'median' ? $localize`:@@scores.sumOfMedians:Cộng theo trung vị` : $localize`:@@scores.sumOfMeans:Cộng theo trung bình`;

/** Whose column the agreed points are. */
const leaderName = ({ reviewerName }: ScorecardView): string =>
  reviewerName ? $localize`:@@scores.leader:${reviewerName}:reviewer: thống nhất` : $localize`:@@scores.agreed:Thống nhất`;

/** Points without the fields that were cleared. */
const known = (points: Points): Points => Object.fromEntries(Object.entries(points).filter(([, value]) => value !== null));

/** One criterion across the columns; null: nobody gave any. */
export interface ScoreRow {
  readonly item: CriteriaItem;
  readonly cells: readonly { readonly column: ScoreColumn; readonly points: number | null; readonly far: boolean }[];
  /** What counts so far, less the unit's own. */
  readonly difference: number | null;
  /** Somebody stands alone, or what counts is not what the unit gave itself: worth a second look. */
  readonly notable: boolean;
}

/** A criterion's row of the matrix. */
export function rowOf(item: CriteriaItem, columns: readonly ScoreColumn[]): ScoreRow {
  const points = columns.map((column) => column.points[item.code] ?? null);
  const peers = columns.flatMap(({ kind }, at) => (kind === 'peer' ? [at] : []));
  const cells = columns.map((column, at) => ({
    column,
    points: points[at]!,
    far:
      column.kind === 'peer' &&
      isFar(
        points[at]!,
        peers.filter((peer) => peer !== at).map((peer) => points[peer]!),
        item.max,
      ),
  }));
  const counting = columns.flatMap(({ kind }, at) => (kind === 'self' || kind === 'peer' ? [] : (points[at] ?? [])));
  const self = columns.findIndex(({ kind }) => kind === 'self');
  const difference = counting.length > 0 && points[self] != null ? counting.at(-1)! - points[self] : null;
  return { item, cells, difference, notable: cells.some(({ far }) => far) || (difference ?? 0) !== 0 };
}

/** Whether points lie further than a tenth of the maximum from the median of the other raters; one other alone is no measure. */
export function isFar(points: number | null, others: readonly (number | null)[], max: number): boolean {
  const known = others.filter((value) => value !== null);
  const middle = known.length > 1 ? aggregate(known, 'median') : null;
  return points !== null && middle !== null && Math.abs(points - middle) * 10 > max;
}

/** Lowest and highest of some values, or null where there are none. */
export function rangeOf(values: readonly (number | null)[]): { readonly low: number; readonly high: number } | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? { low: Math.min(...known), high: Math.max(...known) } : null;
}

/** A judge's values that differ from what stands, as the API takes them; a cleared field agrees. */
export function differing(standing: Points, typed: Points, reasons: Readonly<Record<string, string>>): DifferingScore[] {
  return Object.entries(typed).flatMap(([item, points]) => {
    if (points === null || points === standing[item]) return [];
    const reason = reasons[item]?.trim();
    return [{ item, points, ...(reason ? { reason } : {}) }];
  });
}

/** The differing values that do not yet say why in `least` characters. */
export const unexplained = (scores: readonly DifferingScore[], least: number): DifferingScore[] =>
  scores.filter(({ reason }) => (reason ?? '').length < least);

/** A mark on a scale: where it stands, and in which lane above the line, so that none covers another. */
export interface Mark {
  readonly x: number;
  readonly lane: number;
}

/** The scale on which points are shown is told in so many steps of their maximum. */
const STEPS = 20;

/** The ends of a scale that holds all the points: on whole steps of the maximum, two of them apart or more, between 0 and the maximum. */
export function endsOf(points: readonly number[], max: number): { readonly from: number; readonly to: number } {
  const step = max / STEPS;
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const from = Math.min(Math.floor(low / step), STEPS - 2);
  const to = Math.max(Math.ceil(high / step), from + 2);
  return { from: Math.floor(Math.max(0, from) * step), to: Math.ceil(Math.min(STEPS, to) * step) };
}

/** Marks for some places, from left to right, each in the lowest lane in which it keeps its distance. */
export function lanesOf(places: readonly number[], gap: number): Mark[] {
  const last: number[] = [];
  return [...places]
    .sort((a, b) => a - b)
    .map((x) => {
      const free = last.findIndex((before) => x - before >= gap);
      const lane = free === -1 ? last.length : free;
      last[lane] = x;
      return { x, lane };
    });
}
