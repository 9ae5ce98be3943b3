import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

/** The group role of each kind of reader, and the suffix of its login. */
const LOGINS = [
  ['', 'thidua_app'],
  ['_province', 'thidua_province'],
  ['_worker', 'thidua_worker'],
] as const;

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.resolve('@thidua/migrations/1795300000000-create-roles-and-walls'))), '*.js');

/** The files of all migrations, oldest first. */
export const migrationFiles = (): string[] => globSync(MIGRATIONS).sort();

/** A source for migrations only, as the owner. The classes are imported here: TypeORM's own loader evades the module system. */
export async function ownerSource(ownerUrl: string): Promise<DataSource> {
  const modules = await Promise.all(
    migrationFiles().map((file) => import(pathToFileURL(file).href) as Promise<Record<string, new () => MigrationInterface>>),
  );
  const migrations = modules.flatMap((module) => Object.values(module));
  return new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: 'migration', synchronize: false });
}

/** Brings the database to the newest migration. Two programs that start at once do it one after the other. @returns the names that ran */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = await (await ownerSource(ownerUrl)).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(7203310)');
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock(7203310)');
    await runner.release();
    await source.destroy();
  }
}

/**
 * Makes the logins of the runtime from the app's address: `thidua`, `thidua_province`, `thidua_worker`, one password, each in its group only.
 * The owner does it; a login that exists keeps its password unless it differs.
 */
export async function ensureLogins(ownerUrl: string, appUrl: string): Promise<void> {
  const app = new URL(appUrl);
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
