import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { Problem } from '@thidua/workflows/problem';
import type { Reading } from '../platform/door/reader.js';
import { visibleTo } from '../platform/rights/visible.js';

/**
 * The rules of the year of a card that this reader sees, read alone: the card with all that a page shows costs ten times as much to plan.
 * @throws Problem 'not-found'
 */
export async function rulesOf(reading: Reading, blocId: string, id: string): Promise<CycleRules> {
  const values: unknown[] = [blocId, id];
  const visible = visibleTo(reading.rights, 'Scorecard', 's', values);
  const [row] = await reading.rows<{ rules: CycleRules }>(
    `select c.rules from scorecard s join cycle c on c.id = s.cycle_id where s.bloc_id = $1 and s.id = $2 and ${visible}`,
    values,
  );
  if (!row) throw new Problem('not-found');
  return row.rules;
}
