import type pg from 'pg';
import { verifyJournal, type JournalCheck } from '../../platform/journal/verify.js';

/** Checks every chain of the province's and the blocs' journals. */
export async function checkJournals(client: pg.ClientBase): Promise<JournalCheck> {
  let entries = 0;
  let broken: JournalCheck['broken'] = null;
  for (const table of ['province_journal', 'journal'] as const) {
    const { rows } = await client.query<{ made: boolean }>('select to_regclass($1) is not null as made', [table]);
    if (!rows[0]!.made) continue; // a database from before this table
    const check = await verifyJournal(client, table);
    entries += check.entries;
    broken ??= check.broken;
  }
  return { entries, broken };
}
