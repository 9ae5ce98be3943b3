import pg from 'pg';
import type { Config } from '../../platform/config/config.js';
import { ensureLogins, inOneMigration, migrationNames } from '../../platform/setup/migrate.js';
import { ArchiveReader } from './archive-reader.js';
import { StagedFiles } from './data-files.js';
import { changedDocument, checkJournals } from './evidence.js';
import { loadRows } from './load-rows.js';
import type { Manifest } from './manifest.js';
import { Refusal, refusalOf } from './refusal.js';
import { demandAllRows, demandEmpty, settle } from './tables.js';
import { verifyArchive } from './verify-archive.js';

/** How a restore may be told to differ from its rule. */
export interface RestoreChoices {
  /** Restores a journal that does not hold, or a document that was changed, to examine it. */
  readonly asItIs: boolean;
}

/**
 * Restores a backup into an empty database and the data folder: all of it or nothing. The file is read and judged as a whole before anything
 * is touched; then one transaction makes the tables of that day, fills them, reads them back, brings them to today and checks
 * journal and documents.
 * @returns what was restored, and the migrations that ran after it. @throws Refusal
 */
export async function restore(
  file: string,
  config: Config,
  ownerUrl: string,
  choices: RestoreChoices,
): Promise<{ manifest: Manifest; upgraded: string[] }> {
  try {
    const archive = await ArchiveReader.open(file);
    const manifest = await verifyArchive(archive);
    await demandFitting(archive, manifest, config);
    const staged = await StagedFiles.write(archive, manifest.files, config.dataDir);
    const upgraded = await rebuild(archive, manifest, ownerUrl, choices, staged).catch(async (error: unknown) => {
      await staged.undo();
      throw error;
    });
    await ensureLogins(ownerUrl, config.databaseUrl);
    await analyze(ownerUrl);
    return { manifest, upgraded };
  } catch (error) {
    throw refusalOf(error, file);
  }
}

/** @throws Refusal 'backup-newer', 'backup-of-trial' */
async function demandFitting(archive: ArchiveReader, manifest: Manifest, config: Config): Promise<void> {
  const known = new Set(await migrationNames());
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown) throw new Refusal('backup-newer', { file: archive.file, what: unknown });
  if (config.mode === 'production' && manifest.mode !== 'production') throw new Refusal('backup-of-trial', { file: archive.file });
}

function rebuild(
  archive: ArchiveReader,
  manifest: Manifest,
  ownerUrl: string,
  choices: RestoreChoices,
  staged: StagedFiles,
): Promise<string[]> {
  return inOneMigration(ownerUrl, async (client, migrate) => {
    await settle(client);
    await demandEmpty(client);
    await migrate(manifest.migrations);
    await loadRows(client, archive, manifest);
    const upgraded = await migrate();
    await demandAllRows(client);
    if (!choices.asItIs) await demandEvidence(client);
    await staged.place();
    return upgraded;
  });
}

/** @throws Refusal 'journal-broken' naming the first entry that does not hold, 'document-changed' naming the first document */
async function demandEvidence(client: pg.ClientBase): Promise<void> {
  const { broken } = await checkJournals(client);
  if (broken) throw new Refusal('journal-broken', { kind: broken.recordKind, id: broken.recordId, n: broken.n, why: broken.why });
  const changed = await changedDocument(client);
  if (changed) throw new Refusal('document-changed', { id: changed });
}

/** Tells the planner what the tables hold now. */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('analyze').finally(() => owner.end());
}
