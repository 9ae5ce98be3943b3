import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { betweenCheckpoints } from '../../platform/checkpoint/checkpoint-lock.js';
import type { Config } from '../../platform/config/config.js';
import { MIGRATING, migrationNames } from '../../platform/setup/migrate.js';
import { ArchiveReader } from './archive-reader.js';
import { ArchiveWriter } from './archive-writer.js';
import { copyOut } from './copy-out.js';
import { bytesOf, filesToKeep, KEPT, type DataFile } from './data-files.js';
import { checkJournals } from './evidence.js';
import { filePath, FORMAT, MANIFEST, MANIFEST_SUM, tablePath, type FilePart, type Manifest, type TablePart } from './manifest.js';
import { Refusal, refusalOf } from './refusal.js';
import { demandAllRows, ranMigrations, readSequences, readTables, rowsOf, settle } from './tables.js';
import { verifyArchive } from './verify-archive.js';

const PROGRAM = new URL('../../../package.json', import.meta.url);

/**
 * Writes all rows of one moment, the files of the data folder and a list with a sum of each part into a tar file, and reads it all back.
 * The program may go on running. @returns what the file holds. @throws Refusal; then no file is left
 */
export async function backUp(file: string, config: Config, ownerUrl: string): Promise<Manifest> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => undefined); // whoever waits for an answer is told by its own error
  await owner.connect();
  try {
    return await written(file, config, owner, ownerUrl);
  } catch (error) {
    throw refusalOf(error, file);
  } finally {
    await owner.end();
  }
}

async function written(file: string, config: Config, owner: pg.Client, ownerUrl: string): Promise<Manifest> {
  await settle(owner);
  await owner.query('select pg_advisory_lock_shared($1)', [MIGRATING]);
  // The rows and the file of checkpoints are of one moment: what is appended after it belongs to the next backup.
  const checkpoints = await betweenCheckpoints(ownerUrl, async () => {
    await owner.query('begin transaction isolation level repeatable read, read only');
    await owner.query('select 1');
    return filesToKeep(config.dataDir, ['checkpoints']);
  });
  const migrations = await demandKnown(owner);
  await demandAllRows(owner);
  const archive = await ArchiveWriter.create(file, new Date());
  try {
    const manifest = await fill(archive, owner, config, migrations, checkpoints);
    await archive.finish();
    await verifyArchive(await ArchiveReader.open(archive.partial));
    await archive.publish();
    return manifest;
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

/** @throws Refusal 'database-bare', 'database-newer' */
async function demandKnown(owner: pg.Client): Promise<string[]> {
  const ran = await ranMigrations(owner);
  if (ran.length === 0) throw new Refusal('database-bare');
  const known = new Set(await migrationNames());
  const unknown = ran.find((name) => !known.has(name));
  if (unknown) throw new Refusal('database-newer', { what: unknown });
  return ran;
}

/** The rows first, then the files: a file is written before the row that names it, so none that a row names is missing. */
async function fill(
  archive: ArchiveWriter,
  owner: pg.Client,
  config: Config,
  migrations: string[],
  checkpoints: readonly DataFile[],
): Promise<Manifest> {
  const { rows } = await owner.query<{ at: Date; server: string }>(
    `select clock_timestamp() as at, current_setting('server_version') as server`,
  );
  const tables: TablePart[] = [];
  for (const table of await readTables(owner)) {
    const { lines, ...part } = await archive.add(tablePath(table.name), copyOut(owner, rowsOf(table)));
    tables.push({ name: table.name, columns: [...table.columns], rows: lines, ...part });
  }
  const sequences = await readSequences(owner);
  const journal = await checkJournals(owner);
  await owner.query('commit');
  const files: FilePart[] = [];
  const others = KEPT.filter((root) => root !== 'checkpoints');
  for (const found of [...checkpoints, ...(await filesToKeep(config.dataDir, others))]) {
    const { bytes, sha256 } = await archive.add(filePath(found.path), bytesOf(config.dataDir, found));
    files.push({ path: found.path, bytes, sha256 });
  }
  const { version: program } = JSON.parse(await readFile(PROGRAM, 'utf8')) as { version: string };
  const manifest: Manifest = {
    format: FORMAT,
    program,
    takenAt: rows[0]!.at.toISOString(),
    mode: config.mode,
    postgres: rows[0]!.server,
    migrations,
    tables,
    sequences,
    files,
    journal,
  };
  const { sha256 } = await archive.add(MANIFEST, [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
  await archive.add(MANIFEST_SUM, [Buffer.from(`${sha256}\n`)]);
  return manifest;
}
