import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { Problem } from '@thidua/workflows/problem';
import type { Reading } from '../platform/door/reader.js';
import { visibleTo } from '../platform/rights/visible.js';

const TABLES = { Scorecard: 'scorecard', Sheet: 'sheet' } as const;

/**
 * The rules of the year of a card or sheet that this reader sees. A draft is held against them at every save, some hundred times in
 * a second on the last evening, so they are read alone: the row with all that a page shows costs ten times as much to plan.
 * @throws Problem 'not-found'
 */
export async function rulesOf(reading: Reading, kind: keyof typeof TABLES, blocId: string, id: string): Promise<CycleRules> {
  const values: unknown[] = [blocId, id];
  const visible = visibleTo(reading.rights, kind, 'r', values);
  const [row] = await reading.rows<{ rules: CycleRules }>(
    `select c.rules from ${TABLES[kind]} r join cycle c on c.id = r.cycle_id where r.bloc_id = $1 and r.id = $2 and ${visible}`,
    values,
  );
  if (!row) throw new Problem('not-found');
  return row.rules;
}
