import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every entity of the program, found by the name of its file: platform need not know the features. */
export async function loadEntities(): Promise<(new () => object)[]> {
  const files = globSync('**/*.entity.js', { cwd: PROGRAM }).sort();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(PROGRAM, file)).href) as Promise<Record<string, new () => object>>),
  );
  return modules.flatMap((module) => Object.values(module));
}
