import { loginUrl } from '@thidua/api/platform/database/database';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { connected } from '../support/rows.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
let other: SmallBloc;
let app: pg.Client;
let tables: string[];
let blocId: string;
let provinceId: string;

const INSTALLATION = [
  'account_link',
  'second_factor',
  'recovery_code',
  'first_administrator_code',
  'account',
  'session',
  'sign_in_attempt',
  'place',
  'business_clock',
  'installation_secret',
  'migration',
];

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world, 'khoi-mot');
  other = await makeSmallBloc(world, 'khoi-hai');
  for (const one of [bloc, other]) {
    await one.setClock('2020-03-02T02:00:00Z');
    await (await one.person('u1.head')).event(`${one.path}/cycles/${one.cycleId}`, { type: 'open', version: 1 });
  }
  app = new pg.Client({ connectionString: world.appUrl });
  await app.connect();
  const found = await world.owner.query<{ name: string }>(
    `select distinct c.table_name as name from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public' where c.column_name = 'bloc_id' order by 1`,
  );
  tables = found.rows.map((row) => row.name).filter((name) => !['place', 'post'].includes(name));
  const place = await world.owner.query<{ bloc_id: string; province_id: string }>(
    'select bloc_id, province_id from place where slug = $1',
    [bloc.bloc],
  );
  [blocId, provinceId] = [place.rows[0]!.bloc_id, place.rows[0]!.province_id];
});
afterAll(async () => {
  await app.end();
  await world.close();
});

const countAs = (setting: string | null, table: string): Promise<number> => countBy(app, 'app.bloc', setting, table);

/** How many rows of a table a login sees with a setting, or without. */
async function countBy(login: pg.Client, name: string, setting: string | null, table: string): Promise<number> {
  await login.query('begin');
  if (setting !== null) await login.query('select set_config($1, $2, true)', [name, setting]);
  const { rows } = await login.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  await login.query('rollback');
  return rows[0]!.n;
}

/** The tables that readers of a province may read at all and that have the column. */
async function tablesWith(column: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
      where c.column_name = $1 and has_table_privilege('thidua_province', t.tablename::regclass, 'select') order by 1`,
    [column],
  );
  return rows.map(({ name }) => name);
}

describe('the second wall, with every predicate of the program removed', () => {
  it('stands around every table that names a bloc or a province, forced', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(rows.map((row) => row.name).filter((name) => !INSTALLATION.includes(name) && name !== 'worker_heartbeat')).toEqual([]);
  });

  it('shows no row of another bloc, with another, an empty or a missing setting', async () => {
    for (const table of tables) {
      const mine = await countAs(blocId, table);
      const all = (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where bloc_id = $1`, [blocId])).rows[0]!
        .n;
      expect({ table, mine }).toEqual({ table, mine: all });
      expect({ table, rows: [await countAs(randomUUID(), table), await countAs('', table), await countAs(null, table)] }).toEqual({
        table,
        rows: [0, 0, 0],
      });
    }
    expect(tables.length).toBeGreaterThanOrEqual(8);
  });

  it('shows a reader of a province no row of another, with another, an empty or a missing setting', async () => {
    const walled = (await tablesWith('province_id')).filter((name) => !INSTALLATION.includes(name));
    await connected(loginUrl(world.appUrl, 'province'), async (login) => {
      const counted = (setting: string | null, table: string) => countBy(login, 'app.province', setting, table);
      for (const table of walled) {
        const all = await world.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where province_id = $1`, [provinceId]);
        expect({ table, mine: await counted(provinceId, table) }).toEqual({ table, mine: all.rows[0]!.n });
        expect({ table, rows: [await counted(randomUUID(), table), await counted('', table), await counted(null, table)] }).toEqual({
          table,
          rows: [0, 0, 0],
        });
      }
    });
    expect(walled).toEqual(expect.arrayContaining(['registration', 'journal', 'person', 'unit', 'post', 'province_journal']));
  });

  it('lets the program neither change nor delete the journal, nor write for another bloc', async () => {
    for (const statement of [
      'update journal set body = body',
      'delete from journal',
      'truncate journal',
      'alter table journal disable row level security',
    ]) {
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
    await app.query('begin');
    await app.query(`select set_config('app.bloc', $1, true)`, [randomUUID()]);
    await expect(
      app.query(
        `insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body) values ($1, $1, 'X', $1, 1, '', '', '')`,
        [blocId],
      ),
    ).rejects.toThrow(/row-level security/);
    await app.query('rollback');
  });

  it('lets no login of the program, nor the owner, change what a journal or a checkpoint holds', async () => {
    const changes = (table: string) => [`update ${table} set province_id = province_id`, `delete from ${table}`, `truncate ${table}`];
    for (const table of ['journal', 'province_journal', 'checkpoint']) {
      for (const url of [world.appUrl, loginUrl(world.appUrl, 'province'), loginUrl(world.appUrl, 'worker')])
        for (const change of changes(table))
          await expect(connected(url, (login) => login.query(change))).rejects.toThrow(`permission denied for table ${table}`);
      for (const change of changes(table)) {
        await expect(world.owner.query(change)).rejects.toThrow(`insert-only: ${change.split(' ')[0]} on ${table} is refused`);
        const asReplica = connected(world.ownerUrl, (owner) =>
          owner.query(`set session_replication_role = replica`).then(() => owner.query(change)),
        );
        await expect(asReplica).rejects.toThrow('insert-only');
      }
    }
  });

  it('gives the runtime logins no rights of an owner', async () => {
    const { rows } = await world.owner.query<{ n: number }>(
      `select count(*)::int as n from pg_roles where rolname like 'thidua%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    );
    expect(rows[0]!.n).toBe(0);
  });
});

describe('the first wall', () => {
  it('does not know another bloc’s records', async () => {
    const stranger = await other.person('u1.head');
    const mine = await (await bloc.person('u1.head')).get<{ items: { id: string }[] }>(`${bloc.path}/registrations`);
    const [first] = mine.body.items;
    expect((await stranger.get(`${bloc.path}/registrations/${first!.id}`)).status).toBe(404);
    expect((await stranger.get(`${other.path}/registrations/${first!.id}`)).status).toBe(404);
    expect((await stranger.get(`${bloc.path}/registrations`)).status).toBe(404);
  });
});
