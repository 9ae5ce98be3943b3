import { pointsSaid } from '../centipoints.js';
import type { CriteriaTable } from '../cycle/rules.schema.js';
import { Problem, type Unmet } from '../problem.js';
import { itemsOf, type ItemPoints } from './scoring.js';

/** What is wrong with each score that was sent, with a JSON pointer to its cell (`/scores/3/points`). */
export function faultsOf(table: CriteriaTable, scores: readonly ItemPoints[]): Unmet[] {
  const most = new Map(itemsOf(table).map(({ code, max }) => [code, max]));
  return scores.flatMap(({ item, points }, at): Unmet[] => {
    const max = most.get(item);
    if (max === undefined) return [{ code: 'unknown-item', filling: { item }, pointer: `/scores/${at}/item` }];
    if (scores.findIndex((other) => other.item === item) < at)
      return [{ code: 'repeated-item', filling: { item }, pointer: `/scores/${at}/item` }];
    if (points > max || points < 0) {
      return [
        {
          code: 'points-out-of-range',
          filling: { item, points: pointsSaid(points), max: pointsSaid(max) },
          pointer: `/scores/${at}/points`,
        },
      ];
    }
    return [];
  });
}

/** Lets scores through that name items of the table once each, within their maxima. @throws Problem 'unknown-item' | 'repeated-item' | 'points-out-of-range', every fault with its pointer */
export function refuseFaulty(table: CriteriaTable, scores: readonly ItemPoints[]): void {
  const faults = faultsOf(table, scores);
  const [first] = faults;
  if (first) throw new Problem(first.code, first.filling, faults);
}
