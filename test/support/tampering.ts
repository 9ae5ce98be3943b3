import { canonicalJson, chain } from '@thidua/api/platform/journal/canonical';
import type pg from 'pg';
import { tamper } from './rows.js';

interface Row {
  readonly n: number;
  readonly prev: string;
  readonly body: string;
  readonly hash: string;
}

/** Rewrites an entry and every one after it so that the whole chain holds again, and the record with it: what no check of the chain alone can see. */
export async function rewriteChain(
  owner: pg.Client,
  { journal, table, id, n }: { journal: 'journal' | 'province_journal'; table: string; id: string; n: number },
  change: (body: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const { rows } = await owner.query<Row>(`select n, prev, body, hash from ${journal} where record_id = $1 order by n`, [id]);
  let head = rows[n - 2]?.hash ?? '0'.repeat(64);
  for (const row of rows.slice(n - 1)) {
    const was = JSON.parse(row.body) as Record<string, unknown>;
    const body = canonicalJson(row.n === n ? change(was) : was);
    const prev = head;
    head = chain(prev, body);
    await tamper(owner, journal, `update ${journal} set prev = $3, body = $4, hash = $5 where record_id = $1 and n = $2`, [
      id,
      row.n,
      prev,
      body,
      head,
    ]);
  }
  await owner.query(`update ${table} set head = $2 where id = $1`, [id, head]);
}

/** Takes the last entry of a record away and sets the record back to the one before, so that chain and record agree. */
export async function cutTail(
  owner: pg.Client,
  table: string,
  id: string,
  journal: 'journal' | 'province_journal' = 'journal',
): Promise<void> {
  const { rows } = await owner.query<Row>(`select n, prev, body, hash from ${journal} where record_id = $1 order by n`, [id]);
  const last = rows.at(-1)!;
  await tamper(owner, journal, `delete from ${journal} where record_id = $1 and n = $2`, [id, last.n]);
  const { from } = JSON.parse(last.body) as { from: string };
  await owner.query(`update ${table} set entries = $2, head = $3, state = $4 where id = $1`, [id, last.n - 1, last.prev, from]);
}

/**
 * Puts an entry behind entry `n` of a registration, like it but from state to same state, and writes all that follows anew, so that the whole chain holds: an act that nobody did.
 * @param withRecord whether the record is made to agree, as somebody would who knows how it is judged
 */
export async function insertEntry(owner: pg.Client, id: string, n: number, withRecord: boolean): Promise<void> {
  const { rows } = await owner.query<Row>('select n, prev, body, hash from journal where record_id = $1 order by n', [id]);
  const later = rows.slice(n);
  if (later.length > 0) await tamper(owner, 'journal', 'delete from journal where record_id = $1 and n > $2', [id, n]);
  let [head, place] = [rows[n - 1]!.hash, n];
  const [before, ...after] = [rows[n - 1]!, ...later].map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  for (const told of [{ ...before, from: before!['to'] }, ...after]) {
    place += 1;
    const body = canonicalJson({ ...told, n: place });
    const prev = head;
    head = chain(prev, body);
    await owner.query(
      `insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body)
       select bloc_id, province_id, 'Registration', id, $2, $3, $4, $5 from registration where id = $1`,
      [id, place, prev, head, body],
    );
  }
  if (withRecord) await owner.query('update registration set entries = $2, head = $3 where id = $1', [id, place, head]);
}
