import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Paper } from './manifest-papers.js';
import type { Program } from './program.js';
import { inParallel } from './in-parallel.js';

const MANIFEST = 'manifest.json';
/** What a played year leaves; an earlier year of ours is replaced, nothing else is ever removed. */
const OURS = [MANIFEST, 'documents', 'mail'] as const;

/** Why a folder cannot take a year, in both languages; null when it can: it is new, empty, or holds an earlier played year. */
export async function refusalOfFolder(folder: string): Promise<string | null> {
  try {
    const entries = await readdir(folder);
    const foreign = entries.filter((entry) => !(OURS as readonly string[]).includes(entry));
    if (foreign.length === 0 && (entries.length === 0 || (await isOurs(folder)))) return null;
    return `Thư mục ${folder} đã có thứ khác; chọn thư mục trống. · The folder ${folder} holds other things; choose an empty one.`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    return `Không dùng được ${folder} (${code}). · ${folder} cannot be used (${code}).`;
  }
}

async function isOurs(folder: string): Promise<boolean> {
  try {
    const { schema } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as { schema?: unknown };
    return schema === 'thidua-manifest/1';
  } catch {
    return false;
  }
}

/** Writes documents, mailbox and, last, the manifest. */
export async function writeYear(folder: string, manifest: YearManifest, papers: readonly Paper[], program: Program): Promise<void> {
  for (const entry of OURS) await rm(join(folder, entry), { recursive: true, force: true });
  for (const part of ['documents', 'mail']) await mkdir(join(folder, part), { recursive: true });
  for (const { document, bytes } of papers) await writeFile(join(folder, document.file), bytes);
  const letters = (await program.letters()).reverse();
  await inParallel([...letters.entries()], async ([at, { id, to }]) => {
    const name = `${String(at + 1).padStart(4, '0')}-${to.replaceAll(/[^a-z0-9.@-]+/g, '-')}.eml`;
    await writeFile(join(folder, 'mail', name), await program.raw(id));
  });
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}
