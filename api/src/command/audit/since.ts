import pg from 'pg';
import { SORTED_IN_MEMORY, verifyNewEntries, type BrokenEntry } from '../../platform/journal/verify.js';
import { demandAllRows } from '../backup/tables.js';
import { placeOf } from './audit.js';

/**
 * An entry bears the time at which it was written, and is seen when its transaction is over: the check before may have missed those of its
 * last minute. No transaction of the program lasts as long.
 */
const OVERLAP_MS = 60_000;

/** What PostgreSQL says of the entries since a moment. */
export interface SinceCheck {
  readonly entries: number;
  readonly broken: BrokenEntry | null;
  /** When it was looked, as ISO 8601: the next check goes on from there. */
  readonly at: string;
}

/**
 * Checks in one snapshot what was entered since a moment, a minute's overlap inside: each entry's hash, and that it follows the one before.
 * It reads nothing else of the blocs, so it takes as long as there is new; what lies before, and what was cut off, is for the whole audit.
 * @param bloc the address of a bloc; null: the whole installation. @throws UnknownBloc; Refusal 'rows-hidden'
 */
export async function auditSince(ownerUrl: string, bloc: string | null, since: Date): Promise<SinceCheck> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const [moment] = (await client.query<{ at: Date }>('select clock_timestamp() as at')).rows;
    await client.query('set local statement_timeout = 0');
    await client.query(SORTED_IN_MEMORY);
    await demandAllRows(client);
    const part = bloc === null ? null : await placeOf(client, bloc);
    const from = new Date(since.getTime() - OVERLAP_MS);
    const provinces = part && ({ column: 'province_id', id: part.provinceId } as const);
    const checks = [await verifyNewEntries(client, provinces, from, 'province_journal')];
    for (const id of part ? [part.blocId] : await blocs(client))
      checks.push(await verifyNewEntries(client, { column: 'bloc_id', id }, from));
    const broken = checks.find((check) => check.broken)?.broken ?? null;
    return { entries: checks.reduce((sum, check) => sum + check.entries, 0), broken, at: moment!.at.toISOString() };
  } finally {
    await client.end();
  }
}

/** One after the other, since the journal of blocs is indexed by bloc and time. */
async function blocs(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select bloc_id as id from place where kind = 'bloc' order by 1`);
  return rows.map(({ id }) => id);
}
