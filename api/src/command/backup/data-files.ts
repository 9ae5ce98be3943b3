import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './archive-writer.js';
import type { ArchiveReader } from './archive-reader.js';
import { filePath, type FilePart } from './manifest.js';
import { Refusal } from './refusal.js';

/** What of the data folder is backed up: checkpoints, keys, evidence, and in development the mailbox and the list of accounts. */
export const KEPT = ['checkpoints', 'demo-accounts.json', 'files', 'keys', 'mail'] as const;

/** A file of the data folder, with its size when it was found. */
export interface DataFile {
  readonly path: string;
  readonly size: number;
}

/** The files to keep, in the order of their paths. @throws Refusal 'file-odd' */
export async function filesToKeep(dataDir: string, roots: readonly (typeof KEPT)[number][] = KEPT): Promise<DataFile[]> {
  const found: DataFile[] = [];
  for (const root of roots) {
    const standing = await statOrNothing(join(dataDir, root));
    if (standing?.isFile()) found.push({ path: root, size: standing.size });
    else if (standing) found.push(...(await filesBelow(dataDir, root)));
  }
  return found;
}

async function filesBelow(dataDir: string, folder: string): Promise<DataFile[]> {
  const entries = await readdir(join(dataDir, folder), { withFileTypes: true });
  const found: DataFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(dataDir, path)));
    else if (entry.isFile()) found.push({ path, size: (await stat(join(dataDir, path))).size });
    else throw new Refusal('file-odd', { path });
  }
  return found;
}

/** The bytes of a file as far as it reached when it was found; what was appended since belongs to the next backup. @throws Refusal 'file-changed' */
export async function* bytesOf(dataDir: string, { path, size }: DataFile): AsyncGenerator<Buffer> {
  if (size === 0) return;
  let read = 0;
  for await (const piece of createReadStream(join(dataDir, path), { end: size - 1 }) as AsyncIterable<Buffer>) {
    read += piece.length;
    yield piece;
  }
  if (read !== size) throw new Refusal('file-changed', { path });
}

/** The files of a backup, written beside their places until the database has been restored too. */
export class StagedFiles {
  private readonly placed: string[] = [];

  private constructor(
    private readonly dataDir: string,
    private readonly folder: string,
    private readonly files: readonly FilePart[],
  ) {}

  /** @throws Refusal 'folder-not-empty' when a file stands in the way that is not the backup's own */
  static async write(archive: ArchiveReader, files: readonly FilePart[], dataDir: string): Promise<StagedFiles> {
    await demandNoOther(dataDir, files);
    const staged = new StagedFiles(dataDir, join(dataDir, `restoring.${randomUUID()}`), files);
    try {
      for (const { path } of files) await writeWhole(join(staged.folder, path), archive.read(filePath(path)));
      return staged;
    } catch (error) {
      await staged.remove();
      throw error;
    }
  }

  /** Moves every file into its place; each move is whole or not at all. */
  async place(): Promise<void> {
    for (const { path } of this.files) {
      const goal = join(this.dataDir, path);
      const isNew = (await statOrNothing(goal)) === null;
      await mkdir(dirname(goal), { recursive: true, mode: 0o700 });
      await rename(join(this.folder, path), goal);
      if (isNew) this.placed.push(goal);
      await syncFolder(dirname(goal));
    }
    await this.remove();
  }

  /** Takes back what was placed. */
  async undo(): Promise<void> {
    for (const goal of this.placed) await rm(goal, { force: true });
    await this.remove();
  }

  private async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Files that are there already must be the backup's own, as after a restore that was cut off. */
async function demandNoOther(dataDir: string, files: readonly FilePart[]): Promise<void> {
  const sums = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const file of await filesToKeep(dataDir)) {
    const digest = createHash('sha256');
    for await (const piece of bytesOf(dataDir, file)) digest.update(piece);
    if (digest.digest('hex') !== sums.get(file.path)) throw new Refusal('folder-not-empty', { path: file.path });
  }
}

async function writeWhole(goal: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(goal), { recursive: true, mode: 0o700 });
  const handle = await open(goal, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.appendFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function statOrNothing(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
