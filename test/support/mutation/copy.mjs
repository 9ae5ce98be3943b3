import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { binFolder, inRoot, root } from '../../../api/launch/places.mjs';

/** The projects of the house that the copy builds and finds by name. */
const PROJECTS = ['api', 'migrations', 'test', 'workflows'];

/** The files of the checkout as they stand, tracked or not, without what is ignored. */
export const filesOfCheckout = () =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file && existsSync(inRoot(file)));

/** Copies the checkout into a temporary folder; packages are shared, our own projects are those of the copy. @returns the folder */
export function copyCheckout(files) {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'thidua-mutation-')));
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(inRoot(file), join(copy, file));
  }
  const packages = join(copy, 'node_modules');
  mkdirSync(join(packages, '@thidua'), { recursive: true });
  for (const name of readdirSync(inRoot('node_modules')).filter((name) => name !== '@thidua' && !name.startsWith('.')))
    symlinkSync(inRoot('node_modules', name), join(packages, name));
  symlinkSync(binFolder, join(packages, '.bin'));
  for (const project of PROJECTS) symlinkSync(join(copy, project), join(packages, '@thidua', project));
  return copy;
}

/** Writes the sources with their switches into the copy and builds it: what does not compile is no change to be noticed. @throws Error */
export function buildCopy(copy, sources) {
  for (const source of sources) writeFileSync(join(copy, source.file), source.text);
  copyFileSync(inRoot('test', 'support', 'mutation', 'taken-away.txt'), join(copy, 'workflows', 'taken-away.ts'));
  const tsc = realpathSync(join(binFolder, 'tsc'));
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-b', 'api/tsconfig.json'], { cwd: copy, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The copy does not compile:\n${stdout}`);
}
