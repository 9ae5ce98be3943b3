import type pg from 'pg';

/** The first place of a journal that does not hold. */
export interface BrokenEntry {
  readonly recordKind: string;
  readonly recordId: string;
  readonly n: number;
  readonly why: 'gap' | 'chain' | 'hash';
}

/** What a check of the journal found. */
export interface JournalCheck {
  readonly entries: number;
  readonly broken: BrokenEntry | null;
}

type JournalTable = 'journal' | 'province_journal';

/** The journal of one bloc or province; null: all of them. */
type Part = { readonly column: 'bloc_id' | 'province_id'; readonly id: string } | null;

/** Whether the hash of an entry is not the one that it must bear. */
const UNHASHED = `hash <> encode(sha256(convert_to(prev || E'\\n' || body, 'UTF8')), 'hex')`;

/** Bodies are hashed where they are read (`offset 0` holds that fast): sorting then moves a few short columns, not the journal. */
const judged = (table: JournalTable, part: Part): string => `
  select record_kind, record_id, n,
         case when n <> place then 'gap' when prev <> previous then 'chain' when unhashed then 'hash' end as why
    from (select record_kind, record_id, n, prev, unhashed,
                 lag(hash, 1, repeat('0', 64)) over chain as previous, row_number() over chain as place
            from (select record_kind, record_id, n, prev, hash, ${UNHASHED} as unhashed
                    from ${table} where $1::uuid is null or ${part?.column ?? 'province_id'} = $1::uuid offset 0) read
          window chain as (partition by record_id order by n)) chained`;

/** As much is sorted in memory before it goes to the disk, in a transaction that checks a journal. */
export const SORTED_IN_MEMORY = `set local work_mem = '64MB'`;

/**
 * Checks every chain of a journal in SQL: numbers without a gap, each `prev` the hash before, each hash of its body.
 * What chains alone do not show (a tail that was cut, a chain written anew) is found by the checkpoints: `verifyCheckpoints`.
 * @param part the journal of one bloc or province
 */
export async function verifyJournal(client: pg.ClientBase, table: JournalTable = 'journal', part: Part = null): Promise<JournalCheck> {
  const { rows } = await client.query<{ entries: number; bad: number }>(
    `select count(*)::int as entries, count(why)::int as bad from (${judged(table, part)}) judged`,
    [part?.id ?? null],
  );
  const { entries, bad } = rows[0]!;
  if (bad === 0) return { entries, broken: null };
  const found = await client.query<BrokenEntry>(
    `select record_kind as "recordKind", record_id as "recordId", n, why from (${judged(table, part)}) judged
      where why is not null order by record_id, n limit 1`,
    [part?.id ?? null],
  );
  return { entries, broken: found.rows[0] ?? null };
}

const NEW = (table: JournalTable, part: Part): string => `
  with fresh as (
    select j.record_kind, j.record_id, j.n, j.prev, j.hash, j.body,
           (select p.hash from ${table} p where p.record_id = j.record_id and p.n = j.n - 1) as before
      from ${table} j
     where ($1::uuid is null or j.${part?.column ?? 'province_id'} = $1::uuid) and j.at > $2
  ), judged as (
    select record_kind, record_id, n,
           case when n <> 1 and before is null then 'gap' when prev <> coalesce(before, repeat('0', 64)) then 'chain' when ${UNHASHED} then 'hash' end as why
      from fresh
  )
  select (select count(*)::int from judged) as entries, j.record_kind as "recordKind", j.record_id as "recordId", j.n, j.why
    from (select 1) one left join lateral (select * from judged where why is not null order by record_id, n limit 1) j on true`;

/**
 * Checks in SQL what was entered since a moment of real time: each hash of its body, and that each follows the entry before it, which an
 * earlier check has judged. In one bloc it reads the new entries and those right before them, and nothing else.
 * @param part the journal of one bloc or province
 */
export async function verifyNewEntries(
  client: pg.ClientBase,
  part: Part,
  since: Date,
  table: JournalTable = 'journal',
): Promise<JournalCheck> {
  const { rows } = await client.query<{ entries: number } & (BrokenEntry | { readonly why: null })>(NEW(table, part), [
    part?.id ?? null,
    since,
  ]);
  const { entries, ...found } = rows[0]!;
  return { entries, broken: found.why === null ? null : found };
}
