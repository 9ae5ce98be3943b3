import type { ArchiveReader } from './archive-reader.js';
import { AnyManifest, filePath, FORMAT, Manifest, MANIFEST, MANIFEST_SUM, tablePath } from './manifest.js';
import { Refusal } from './refusal.js';

/**
 * Reads a whole backup and compares every part with the list: none missing, none too many, every byte and every row as it was counted.
 * @returns the list. @throws Refusal 'backup-damaged', 'backup-newer'
 */
export async function verifyArchive(archive: ArchiveReader): Promise<Manifest> {
  const manifest = await readManifest(archive);
  const expected = [
    ...manifest.tables.map((table) => ({ path: tablePath(table.name), ...table })),
    ...manifest.files.map((file) => ({ ...file, path: filePath(file.path) })),
  ];
  const named = new Set([...expected.map(({ path }) => path), MANIFEST, MANIFEST_SUM]);
  const stray = archive.paths.find((path) => !named.has(path));
  if (stray) throw archive.damaged(`thừa ${stray} · ${stray} is not listed`);
  for (const part of expected) {
    const found = await archive.count(part.path);
    const rows = 'rows' in part ? part.rows : found.lines;
    if (found.sha256 !== part.sha256 || found.bytes !== part.bytes || found.lines !== rows)
      throw archive.damaged(`${part.path} không khớp · does not fit its sum`);
  }
  return manifest;
}

async function readManifest(archive: ArchiveReader): Promise<Manifest> {
  const { sha256 } = await archive.count(MANIFEST);
  if ((await archive.text(MANIFEST_SUM)).trim() !== sha256) throw archive.damaged(`${MANIFEST} không khớp · does not fit its sum`);
  const json: unknown = JSON.parse(await archive.text(MANIFEST));
  const { data: told } = AnyManifest.safeParse(json);
  if (told && told.format > FORMAT)
    throw new Refusal('backup-newer', { file: archive.file, what: `${MANIFEST} ${told.format} > ${FORMAT}` });
  const { data: manifest } = Manifest.safeParse(json);
  if (!manifest) throw archive.damaged(`${MANIFEST} sai khuôn · is of a wrong shape`);
  return manifest;
}
