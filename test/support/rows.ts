import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { bareDatabase, type Addresses } from './world.js';

/** Runs work on a connection of its own. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Every row of every table, as text, by table: what two databases must have alike to be alike. */
export function allRows(url: string): Promise<Record<string, string[]>> {
  return connected(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    );
    const found: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${pg.escapeIdentifier(name)} t order by 1`);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** What stands in a schema besides rows: columns, constraints, triggers and walls. */
export function shapeOf(url: string): Promise<string[]> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      select format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) as line
        from pg_attribute a join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
      union all select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
      union all select format('%s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      order by 1`);
    return rows.map(({ line }) => line);
  });
}

/** Changes rows of an insert-only table as one who owns the database and means harm: its guard is put off and on again. */
export async function tamper(owner: pg.Client, table: string, sql: string, values: readonly unknown[] = []): Promise<void> {
  const guarded = pg.escapeIdentifier(table);
  await owner.query(`alter table ${guarded} disable trigger insert_only`);
  const { rowCount } = await owner
    .query(sql, [...values])
    .finally(() => owner.query(`alter table ${guarded} enable always trigger insert_only`));
  if (!rowCount) throw new Error(`It changed no row: ${sql}`);
}

/** An empty database whose owner is no superuser: it may make roles, and row security holds for it too, as in production. */
export async function plainlyOwnedDatabase(): Promise<Addresses> {
  const { ownerUrl, appUrl } = await bareDatabase();
  const owner = `owner_${randomBytes(4).toString('hex')}`;
  const [database, password] = [new URL(ownerUrl).pathname.slice(1), 'an owner of a test'];
  await connected(ownerUrl, async (client) => {
    await client.query(`create role ${owner} login createrole password '${password}'`);
    await client.query(
      `grant thidua_app, thidua_province, thidua_worker, thidua_owner to ${owner} with admin option, inherit false, set false`,
    );
    await client.query(`alter database ${database} owner to ${owner}`);
  });
  const url = new URL(ownerUrl);
  Object.assign(url, { username: owner, password });
  return { ownerUrl: url.href, appUrl };
}
