import pg from 'pg';
import { Refusal } from './refusal.js';
import type { Sequence } from './manifest.js';

/** A table of the schema, as the catalogue knows it. */
export interface Table {
  readonly name: string;
  /** The columns that are stored; those that the database computes are not copied. */
  readonly columns: readonly string[];
  /** The columns of the key, text by the bytes: the same rows come in the same order on every server. */
  readonly order: string;
}

/** Kept by the migrations themselves. */
const OF_MIGRATIONS = 'migration';

const TABLES = `
  select c.relname as name,
         (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
            from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
           where i.indrelid = c.oid and i.indisprimary) as "order"
    from pg_class c
   where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
   order by c.relname collate "C"`;

/** All tables but that of the migrations. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(TABLES, [OF_MIGRATIONS]);
  return rows.map((row) => ({ ...row, order: row.order ?? `${pg.escapeIdentifier(row.name)}::text collate "C"` }));
}

/** A table with its columns, as COPY names it. */
export const inCopy = ({ name, columns }: Table): string => `${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`;

/** All rows of a table, in the order of its key. */
export const rowsOf = ({ name, columns, order }: Table): string =>
  `select ${columns.map(pg.escapeIdentifier).join(', ')} from ${pg.escapeIdentifier(name)} order by ${order}`;

/** Makes text out of values in one way on every server, and lets no time limit of the server cut a long copy. */
export async function settle(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 3;
    set client_encoding = 'UTF8'; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`);
}

const HIDDEN = `
  select c.relname as name from pg_class c
   where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and row_security_active(c.oid)
     and (exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
          or not exists (select 1 from pg_policy p cross join unnest(p.polroles) reader
               where p.polrelid = c.oid and p.polcmd in ('r', '*') and pg_get_expr(p.polqual, p.polrelid) = 'true'
                 and (reader = 0 or pg_has_role(reader, 'usage'))))
   order by c.relname limit 1`;

/** Row security hides rows without a word. @throws Refusal 'rows-hidden' when this login would not see every row of some table */
export async function demandAllRows(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(HIDDEN);
  if (rows[0]) throw new Refusal('rows-hidden', { table: rows[0].name });
}

/** The names of the migrations that ran, in their order; none where there is no table of them. */
export async function ranMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows: known } = await client.query<{ made: boolean }>('select to_regclass($1) is not null as made', [OF_MIGRATIONS]);
  if (!known[0]!.made) return [];
  const { rows } = await client.query<{ name: string }>(`select name from ${OF_MIGRATIONS} order by timestamp, id`);
  return rows.map(({ name }) => name);
}

const SEQUENCES = `
  select c.relname as name from pg_class c
   where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.refclassid = 'pg_class'::regclass and d.refobjid = to_regclass($1))
   order by c.relname collate "C"`;

/** Where each sequence stands. */
export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES, [OF_MIGRATIONS]);
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${pg.escapeIdentifier(name)}`,
    );
    found.push({ name, ...state[0]! });
  }
  return found;
}

const OBJECTS = `
  select case when c.relkind in ('r', 'p') then 1 else 2 end as place, c.relname as name from pg_class c
   where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  union all
  select 3, p.proname from pg_proc p
   where p.pronamespace = current_schema()::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
   order by place, name limit 1`;

/** @throws Refusal 'database-not-empty' when anything but an extension's own stands in the schema */
export async function demandEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(OBJECTS);
  if (rows[0]) throw new Refusal('database-not-empty', { what: rows[0].name });
}
