import type pg from 'pg';
import { z } from 'zod';

/** An entry that a checkpoint had and that is missing now, or another. */
export interface LostEntry {
  readonly recordKind: string;
  readonly recordId: string;
  readonly n: number;
  readonly why: 'cut' | 'replaced' | 'removed';
  readonly checkpoint: number;
  /** Whose checkpoint it was; null: the installation's own. */
  readonly bloc: string | null;
}

interface Kept {
  readonly bloc: string | null;
  readonly n: number;
  readonly line: string;
}

const Leaf = z.tuple([z.string(), z.uuid(), z.int().positive(), z.string()]);
const Changes = z.object({ changes: z.array(z.unknown()) });

/** What a checkpoint says stood in the journal. What cannot be read says nothing here: the independent check names it. */
function leavesOf(line: string): { kind: string; id: string; n: number; head: string }[] {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const changes = Changes.safeParse(read).data?.changes ?? [];
  return changes.flatMap((change) => {
    const leaf = Leaf.safeParse(change).data;
    return leaf ? [{ kind: leaf[0], id: leaf[1], n: leaf[2], head: leaf[3] }] : [];
  });
}

const MISSING = `
  with entry as not materialized (
    select record_id, n, hash from journal union all select record_id, n, hash from province_journal
  )
  select m.kind as "recordKind", m.id as "recordId", m.n,
         case when e.hash is not null then 'replaced' when exists (select 1 from entry o where o.record_id = m.id) then 'cut' else 'removed' end as why
    from jsonb_to_recordset($1::jsonb) m(kind text, id uuid, n int, head text)
    left join lateral (select hash from entry where record_id = m.id and n = m.n limit 1) e on true
   where e.hash is distinct from m.head order by m.id, m.n limit 1`;

/**
 * Checks in SQL that the journals still hold every entry that a checkpoint of the database had, as it was then.
 * @param bloc only the checkpoints of this bloc; null: all. The client stands in a transaction.
 * @returns the first entry that is missing or another
 */
export async function verifyCheckpoints(client: pg.ClientBase, bloc: string | null): Promise<LostEntry | null> {
  const kept = 'select c.bloc_id as bloc, c.n, c.line from checkpoint c where $1::uuid is null or c.bloc_id = $1 order by c.at, c.id';
  await client.query(`declare kept_checkpoints no scroll cursor for ${kept}`, [bloc]);
  let found: LostEntry | null = null;
  while (!found) {
    const [checkpoint] = (await client.query<Kept>('fetch 1 from kept_checkpoints')).rows;
    if (!checkpoint) break;
    const leaves = JSON.stringify(leavesOf(checkpoint.line));
    const [lost] = (await client.query<Pick<LostEntry, 'recordKind' | 'recordId' | 'n' | 'why'>>(MISSING, [leaves])).rows;
    if (lost) found = { ...lost, checkpoint: checkpoint.n, bloc: checkpoint.bloc };
  }
  await client.query('close kept_checkpoints');
  return found;
}
