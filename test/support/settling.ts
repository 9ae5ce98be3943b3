import type pg from 'pg';

/** SQLSTATE of a row that its table does not take. */
const CHECK = '23514';
type Wall = 'bloc' | 'province';

/** One more entry of a record's journal, by which it stands in the state that is wanted; the chain holds. */
const statement = (table: string, wall: Wall): string => `
  with old as (select *, entries + 1 as next, $3::text as named from ${table} t where id = $1 and not (state = $2 and exists (
      select from ${wall === 'bloc' ? 'journal' : 'province_journal'} j where j.record_id = t.id and j.n = t.entries and j.body::jsonb ->> 'to' = t.state))),
  entry as (select id, head, jsonb_build_object('kind', named, 'id', id, 'n', next, 'version', version + 1, 'at', clock_timestamp(),
              'business', business_now(), 'event', 'settle', 'from', state, 'to', $2::text, 'actor', jsonb_build_object('program', 'test'))::text as body from old),
  u as (update ${table} t set ${table === 'cycle' ? 'closed_on = null, ' : ''}state = $2, version = t.version + 1, entries = t.entries + 1,
                              head = encode(sha256(convert_to(e.head || E'\\n' || e.body, 'UTF8')), 'hex')
          from entry e where t.id = e.id returning t.*)
  insert into ${wall === 'bloc' ? 'journal (bloc_id, ' : 'province_journal ('}province_id, record_kind, record_id, n, prev, hash, body)
  select ${wall === 'bloc' ? 'u.bloc_id, ' : ''}u.province_id, $3, u.id, u.entries, e.head, u.head, e.body from u join entry e on e.id = u.id`;

/**
 * Puts a record into a state as one who owns the database, with an entry of its journal that says so: the door takes it for whole.
 * A state that the table does not take leaves the record where it is.
 */
export async function settle(owner: pg.Client, table: string, kind: string, wall: Wall, id: string, state: string): Promise<void> {
  await owner.query(statement(table, wall), [id, state, kind]).catch((error: { code?: string }) => {
    if (error.code !== CHECK) throw error;
  });
}
