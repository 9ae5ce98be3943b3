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

/**
 * Checks every chain of a journal in SQL: numbers without a gap, each `prev` the hash before, each hash of its body.
 * What chains alone do not show (a tail that was cut, a chain written anew) is found by the checkpoints: `verifyCheckpoints`.
 * @param only the journal of one bloc or province
 */
export async function verifyJournal(
  client: pg.ClientBase,
  table: 'journal' | 'province_journal' = 'journal',
  only: { readonly column: 'bloc_id' | 'province_id'; readonly id: string } | null = null,
): Promise<JournalCheck> {
  const { rows } = await client.query<{
    entries: number;
    kind: string | null;
    id: string | null;
    n: number | null;
    why: BrokenEntry['why'] | null;
  }>(
    `
    with chained as (
      select record_kind, record_id, n, prev, hash, body,
             lag(hash, 1, repeat('0', 64)) over chain as previous, lag(n, 1, 0) over chain as before
        from ${table} where $1::uuid is null or ${only?.column ?? 'province_id'} = $1::uuid window chain as (partition by record_id order by n)
    ), judged as (
      select record_kind, record_id, n,
             case when n <> before + 1 then 'gap' when prev <> previous then 'chain'
                  when hash <> encode(sha256(convert_to(prev || E'\\n' || body, 'UTF8')), 'hex') then 'hash' end as why
        from chained
    )
    select (select count(*)::int from judged) as entries, j.record_kind as kind, j.record_id as id, j.n, j.why
      from (select 1) one left join lateral (select * from judged where why is not null order by record_id, n limit 1) j on true`,
    [only?.id ?? null],
  );
  const found = rows[0]!;
  const broken = found.why ? { recordKind: found.kind!, recordId: found.id!, n: found.n!, why: found.why } : null;
  return { entries: found.entries, broken };
}
