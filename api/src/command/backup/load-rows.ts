import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { ArchiveReader } from './archive-reader.js';
import { Tally } from './archive-writer.js';
import { copyIn } from './copy-in.js';
import { copyOut } from './copy-out.js';
import { tablePath, type Manifest } from './manifest.js';
import { Refusal } from './refusal.js';
import { inCopy, readSequences, readTables, rowsOf, type Table } from './tables.js';

/**
 * Fills freshly made tables with the rows of a backup and reads them back. What stands in the way of plain copying (foreign keys, triggers,
 * forced row security, rows that migrations put there) is set aside and put back, in the transaction of the caller.
 * @throws Refusal 'tables-differ', 'rows-differ'
 */
export async function loadRows(client: pg.ClientBase, archive: ArchiveReader, manifest: Manifest): Promise<void> {
  const tables = await readTables(client);
  demandSame(tables, manifest);
  const putBack = await setAside(client);
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  for (const table of tables) await pipeline(archive.read(tablePath(table.name)), copyIn(client, inCopy(table)));
  for (const { name, value, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [pg.escapeIdentifier(name), value, called]);
  for (const table of tables) await compare(client, table, manifest);
  const standing = await readSequences(client);
  const moved = standing.find((one) => !manifest.sequences.some((was) => was.name === one.name && was.value === one.value));
  if (moved || standing.length !== manifest.sequences.length) throw new Refusal('rows-differ', { table: moved?.name ?? 'sequence' });
  await putBack();
}

/** @throws Refusal 'tables-differ' */
function demandSame(tables: readonly Table[], manifest: Manifest): void {
  const was = new Map(manifest.tables.map(({ name, columns }) => [name, columns.join(' ')]));
  const made = new Map(tables.map(({ name, columns }) => [name, columns.join(' ')]));
  const other = [...was.keys(), ...made.keys()].find((name) => was.get(name) !== made.get(name));
  if (other) throw new Refusal('tables-differ', { table: other });
}

const PAIRS = `
  select 1 as place, format('alter table %s drop constraint %I', conrelid::regclass, conname) as aside,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
    from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
  union all
  select 2, format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
         format('alter table %s enable %s trigger %I', tgrelid::regclass, case tgenabled when 'A' then 'always' else '' end, tgname)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where not tgisinternal and tgparentid = 0 and tgenabled in ('O', 'A') and c.relnamespace = current_schema()::regnamespace
  union all
  select 3, format('alter table %s no force row level security', oid::regclass), format('alter table %s force row level security', oid::regclass)
    from pg_class where relforcerowsecurity and relnamespace = current_schema()::regnamespace
   order by place, aside`;

/** Sets aside what a copy cannot pass. @returns how to put it all back: foreign keys are checked then, and the wall stands again */
async function setAside(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ aside: string; back: string }>(PAIRS);
  for (const { aside } of rows) await client.query(aside);
  return async () => {
    for (const { back } of rows) await client.query(back);
  };
}

/** @throws Refusal 'rows-differ' when what was read back is not what the backup holds, to the byte */
async function compare(client: pg.ClientBase, table: Table, manifest: Manifest): Promise<void> {
  const tally = new Tally();
  for await (const piece of copyOut(client, rowsOf(table))) tally.add(piece as Buffer);
  const { sha256, lines } = tally.part();
  const was = manifest.tables.find(({ name }) => name === table.name)!;
  if (sha256 !== was.sha256 || lines !== was.rows) throw new Refusal('rows-differ', { table: table.name });
}
