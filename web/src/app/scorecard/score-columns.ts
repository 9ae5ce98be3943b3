import type { CriteriaItem } from '@thidua/workflows/cycle/rules.schema';
import type { DifferingScore, ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { pointsBy, type Points } from './criteria-rows.js';

/** One criterion with everybody's points beside each other, in hundredths; null: nobody gave any, or sealed. */
export interface ScoreColumns {
  readonly max: number;
  readonly self: number | null;
  readonly peers: readonly (number | null)[];
  readonly aggregate: number | null;
  readonly leader: number | null;
  readonly bloc: number | null;
  readonly official: number | null;
  /** What leader and bloc wrote at this criterion. */
  readonly reasons: readonly string[];
}

/** The columns of one criterion in their fixed order (ux.md P9). */
export function columnsOf(view: ScorecardView, item: CriteriaItem): ScoreColumns {
  const given = (scores: readonly { item: string; points: number }[]) => scores.find((score) => score.item === item.code)?.points ?? null;
  const reason = (scores: readonly DifferingScore[]) => scores.find((score) => score.item === item.code)?.reason;
  return {
    max: item.max,
    self: given(view.self),
    peers: view.peers.map(({ scores }) => given(scores)),
    aggregate: given(view.aggregate),
    leader: given(view.leader),
    bloc: given(view.bloc),
    official: given(view.official),
    reasons: [reason(view.leader), reason(view.bloc)].filter((text) => text !== undefined),
  };
}

/** The points that stand before this reader judges: the official ones so far, else the peers', else the unit's own. */
export const standingOf = (view: ScorecardView): Points => ({
  ...pointsBy(view.self),
  ...pointsBy(view.aggregate),
  ...pointsBy(view.official),
});

/** A judge's values that differ from what stands, as the API takes them; a cleared field agrees. */
export function differing(standing: Points, typed: Points, reasons: Readonly<Record<string, string>>): DifferingScore[] {
  return Object.entries(typed).flatMap(([item, points]) => {
    if (points === null || points === standing[item]) return [];
    const reason = reasons[item]?.trim();
    return [{ item, points, ...(reason ? { reason } : {}) }];
  });
}
