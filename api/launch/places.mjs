import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path below the root of the repository. */
export const inRoot = (...parts) => join(root, ...parts);

/** The folder where npm puts the commands of the packages. */
export const binFolder = inRoot('node_modules', '.bin');

/** The Node 24 that npm brings for this platform (an optional dependency). */
export const ownNode = join(binFolder, process.platform === 'win32' ? 'node.exe' : 'node');
