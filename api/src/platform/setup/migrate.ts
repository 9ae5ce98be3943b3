import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The group role of each kind of reader, and the suffix of its login. */
const LOGINS = [
  ['', 'thidua_app'],
  ['_province', 'thidua_province'],
  ['_worker', 'thidua_worker'],
] as const;

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.resolve('@thidua/migrations/1795300000000-create-roles-and-walls'))), '*.js');

/** The files of all migrations, oldest first. */
export const migrationFiles = (): string[] => globSync(MIGRATIONS).sort();

/** The lock of whoever changes the tables; a backup shares it, so that they do not change under it. */
export const MIGRATING = 7203310;

/** The classes of all migrations, oldest first, imported here: TypeORM's own loader evades the module system. */
async function migrationClasses(): Promise<(new () => MigrationInterface)[]> {
  const modules = await Promise.all(
    migrationFiles().map((file) => import(pathToFileURL(file).href) as Promise<Record<string, new () => MigrationInterface>>),
  );
  return modules.flatMap((module) => Object.values(module));
}

/** The names under which the database remembers the migrations that ran, oldest first. */
export const migrationNames = async (): Promise<string[]> => (await migrationClasses()).map(({ name }) => name);

/** A source for migrations only, as the owner: all of them, or those of the given names. */
export async function ownerSource(ownerUrl: string, only?: readonly string[]): Promise<DataSource> {
  const migrations = (await migrationClasses()).filter(({ name }) => only?.includes(name) ?? true);
  return new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: 'migration', synchronize: false });
}

/** Brings the database to the newest migration. Two programs that start at once do it one after the other. @returns the names that ran */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = await (await ownerSource(ownerUrl)).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATING]);
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATING]);
    await runner.release();
    await source.destroy();
  }
}

/** Runs the migrations that have not run yet: all of them, or those of the given names. @returns the names that ran */
type Migrate = (only?: readonly string[]) => Promise<string[]>;

/** Does work on the tables in one transaction, in which migrations can be run too: all of it or nothing. Nobody else migrates meanwhile. */
export async function inOneMigration<T>(ownerUrl: string, work: (client: pg.ClientBase, migrate: Migrate) => Promise<T>): Promise<T> {
  const source = await (await ownerSource(ownerUrl)).initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    await runner.query('select pg_advisory_lock($1)', [MIGRATING]);
    await runner.startTransaction();
    const result = await work(client, (only) => migrateWithin(runner, source, ownerUrl, only));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined); // the first error says why
    throw error;
  } finally {
    await runner.release();
    await source.destroy(); // ends the session, and with it the lock
  }
}

async function migrateWithin(runner: QueryRunner, all: DataSource, ownerUrl: string, only?: readonly string[]): Promise<string[]> {
  const source = only ? await (await ownerSource(ownerUrl, only)).initialize() : all;
  try {
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'none';
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  } finally {
    if (source !== all) await source.destroy();
  }
}

/**
 * Makes the logins of the runtime from the app's address: `name`, `name_province`, `name_worker`, one password, each in its group only.
 * The owner does it; a login that exists keeps its password. @throws Error when a login would have the name of a group
 */
export async function ensureLogins(ownerUrl: string, appUrl: string): Promise<void> {
  const app = new URL(appUrl);
  if (LOGINS.some(([suffix]) => LOGINS.some(([, group]) => decodeURIComponent(app.username) + suffix === group)))
    throw new Error(`Wrong configuration: DATABASE_URL (${app.username} is a role of the program; choose a login such as thidua_login)`);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const [suffix, group] of LOGINS) {
      const name = pg.escapeIdentifier(decodeURIComponent(app.username) + suffix);
      const password = pg.escapeLiteral(decodeURIComponent(app.password));
      const { rows } = await owner.query('select 1 from pg_roles where rolname = $1', [decodeURIComponent(app.username) + suffix]);
      if (rows.length === 0) await owner.query(`create role ${name} login password ${password}`);
      await owner.query(`grant ${group} to ${name}`);
    }
  } finally {
    await owner.end();
  }
}
