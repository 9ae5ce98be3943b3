import type pg from 'pg';
import { verifyJournal, type JournalCheck } from '../../platform/journal/verify.js';

const isMade = async (client: pg.ClientBase, table: string): Promise<boolean> => {
  const { rows } = await client.query<{ made: boolean }>('select to_regclass($1) is not null as made', [table]);
  return rows[0]!.made; // a database may be from before a table
};

/** Checks every chain of the province's and the blocs' journals. */
export async function checkJournals(client: pg.ClientBase): Promise<JournalCheck> {
  let entries = 0;
  let broken: JournalCheck['broken'] = null;
  for (const table of ['province_journal', 'journal'] as const) {
    if (!(await isMade(client, table))) continue;
    const check = await verifyJournal(client, table);
    entries += check.entries;
    broken ??= check.broken;
  }
  return { entries, broken };
}

/** The first document whose stored file is not the one that was frozen or signed, by its sum; null when each is. */
export async function changedDocument(client: pg.ClientBase): Promise<string | null> {
  if (!(await isMade(client, 'document_file'))) return null;
  const { rows } = await client.query<{ id: string }>(
    `select document_id as id from document_file where sha256 <> encode(sha256(bytes), 'hex') order by document_id limit 1`,
  );
  return rows[0]?.id ?? null;
}
