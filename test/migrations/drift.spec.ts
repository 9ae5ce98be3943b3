import { machines } from '@thidua/workflows/machines';
import { loadEntities } from '@thidua/api/platform/database/entities';
import { migrationFiles, ownerSource } from '@thidua/api/platform/setup/migrate';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { inRoot } from '../../api/launch/places.mjs';
import { connected } from '../support/rows.js';
import { freshDatabase } from '../support/world.js';

let source: DataSource;
let ownerUrl: string;

beforeAll(async () => {
  ({ ownerUrl } = await freshDatabase());
  source = await new DataSource({ type: 'postgres', url: ownerUrl, entities: await loadEntities() }).initialize();
});
afterAll(() => source.destroy());

const API = inRoot('api', 'src');
const TYPES: Readonly<Record<string, string>> = { int4: 'int', bool: 'boolean', int8: 'bigint' };

describe('the migrated database', () => {
  it('has just the columns that the entities name, of their types', async () => {
    const rows = await source.query<{ table: string; column: string; type: string; nullable: boolean }[]>(
      `select table_name as "table", column_name as "column", udt_name as type, is_nullable = 'YES' as nullable
         from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`,
    );
    const migrated = rows.map((row) => `${row.table}.${row.column} ${TYPES[row.type] ?? row.type}${row.nullable ? ' null' : ''}`);
    const named = source.entityMetadatas.flatMap((entity) =>
      entity.columns.map(
        (column) => `${entity.tableName}.${column.databaseName} ${String(column.type)}${column.isNullable ? ' null' : ''}`,
      ),
    );
    expect(named.sort()).toEqual(migrated.sort());
  });

  it('keeps beside each draft who saved it, when and as which version: the door writes it for every kind that people edit', async () => {
    const texts = readdirSync(API, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.procedure.ts'))
      .map((file) => readFileSync(join(API, file), 'utf8'));
    const drafts = texts.filter((text) => /\beditable:/.test(text)).map((text) => /\btable: '(\w+)'/.exec(text)![1]!);
    const rows = await source.query<{ table: string }[]>(
      `select table_name as "table" from information_schema.columns
        where column_name in ('drafted_by', 'drafted_at', 'drafted_version', 'bloc_id') group by 1 having count(*) = 4`,
    );
    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.sort()).toEqual(rows.map(({ table }) => table).sort());
  });

  it('knows in its CHECK lists the states of the machines', async () => {
    const rows = await source.query<{ table: string; definition: string }[]>(
      `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c' and pg_get_constraintdef(oid) like '%(state%'`,
    );
    const lists = new Map<string, Set<string>>();
    for (const { table, definition } of rows)
      for (const [, state] of definition.matchAll(/'([^']+)'::text/g)) lists.set(table, (lists.get(table) ?? new Set()).add(state!));
    for (const [table, machine] of Object.entries(machines))
      expect({ table, states: [...(lists.get(table) ?? [])].sort() }).toEqual({ table, states: Object.keys(machine.states).sort() });
  });

  it('has a machine for every table whose states are checked and of records', async () => {
    const rows = await source.query<{ table: string }[]>(
      `select distinct table_name as "table" from information_schema.columns where table_schema = 'public' and column_name = 'head'`,
    );
    expect(rows.map((row) => row.table).sort()).toEqual(Object.keys(machines).sort());
  });
});

describe('the migrations', () => {
  it('go down to nothing and up again', async () => {
    const { ownerUrl: url } = await freshDatabase();
    const owner = await (await ownerSource(url)).initialize();
    for (const file of migrationFiles())
      await owner.undoLastMigration().catch((error: unknown) => Promise.reject(new Error(`${file}: ${String(error)}`)));
    const left = await owner.query<
      { name: string }[]
    >(`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace`);
    expect(left).toEqual([]);
    const again = await owner.runMigrations();
    expect(again).toHaveLength(migrationFiles().length);
    await owner.destroy();
  });

  it('go down also where units declined or were taken out: a sheet is a draft again, a card stands where it stood', async () => {
    const { ownerUrl: url } = await freshDatabase();
    const cards = ['self', 'peer', 'open', 'reviewed'].map((from) => ({ from, id: randomUUID() }));
    await connected(url, async (client) => {
      await client.query('set session_replication_role = replica'); // no bloc, year or unit is needed for this
      for (const { from, id } of cards) {
        await client.query(
          `insert into scorecard (id, bloc_id, province_id, cycle_id, unit_id, state, reason, reviewed_at)
             values ($1, $1, $1, $1, $1, 'excluded', 'Sáp nhập trong năm.', now())`,
          [id],
        );
        await client.query(
          `insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body) values ($1, $1, 'Scorecard', $1, 1, '', '', $2)`,
          [id, JSON.stringify({ from, to: 'excluded' })],
        );
        await client.query(
          `insert into sheet (id, bloc_id, province_id, cycle_id, scorecard_id, rater_unit_id, unit_id, state, reason)
             values ($1, $1, $1, $1, $1, $2, $1, 'recused', 'Chủ tịch hai hội là vợ chồng.')`,
          [id, randomUUID()],
        );
      }
    });
    const owner = await (await ownerSource(url)).initialize();
    const files = migrationFiles();
    for (let left = files.length - files.findIndex((file) => file.includes('1795300084000')); left > 0; left--)
      await owner.undoLastMigration();
    const rows = await owner.query<{ id: string; state: string; reason: null; sheet: string }[]>(
      'select s.id, s.state, s.reason, h.state as sheet from scorecard s join sheet h on h.id = s.id',
    );
    expect(rows.sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      cards.map(({ id, from }) => ({ id, state: from, reason: null, sheet: 'draft' })).sort((a, b) => a.id.localeCompare(b.id)),
    );
    await owner.destroy();
  });

  it('bear each a time of its own, and a sentence for a name', () => {
    const names = migrationFiles().map((file) => file.split('/').at(-1)!);
    expect(new Set(names.map((name) => name.split('-')[0])).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\d{13}-[a-z]+(-[a-z0-9]+)+\.js$/);
  });
});
