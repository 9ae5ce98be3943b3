import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

/** Where the compiler puts what it makes of which sources. */
const PROJECTS = [
  ['workflows', 'workflows/dist'],
  ['migrations', 'migrations/dist'],
  ['api/src', 'api/dist'],
];
const OUTPUT = /\.(?:js|d\.ts)(?:\.map)?$/;

/**
 * Removes what an earlier build made of sources that are gone: the compiler leaves it, and entities and migrations are found by their names.
 * @returns the files that were removed
 */
export function removeStale(below = root) {
  return PROJECTS.flatMap(([sources, outputs]) => {
    const from = join(below, sources);
    return existsSync(from) ? staleIn(join(below, outputs), from) : [];
  });
}

function staleIn(outputs, sources) {
  if (!existsSync(outputs)) return [];
  const removed = readdirSync(outputs, { withFileTypes: true }).flatMap((entry) => {
    const path = join(outputs, entry.name);
    if (entry.isDirectory()) return staleIn(path, join(sources, entry.name));
    if (!OUTPUT.test(entry.name) || existsSync(join(sources, entry.name.replace(OUTPUT, '.ts')))) return [];
    rmSync(path);
    return [path];
  });
  if (removed.length > 0 && readdirSync(outputs).length === 0) rmdirSync(outputs);
  return removed;
}
