import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runShown } from './children.mjs';
import { Failure } from './failures.mjs';
import { binFolder, inRoot, root } from './places.mjs';
import { during } from './say.mjs';
import { removeStale } from './stale.mjs';

const stamp = inRoot('node_modules', '.thidua-built');
const PROJECTS = ['workflows', 'migrations', 'api', 'web'];
/** What the web is built from besides its own folder: the handbook. */
const READ = ['docs/so-tay'];
const SHARED = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const NOT_SOURCE = /^(dist|node_modules|\.angular|launch)$|\.spec\.ts$/;
const OUTPUTS = ['workflows/dist', 'migrations/dist', 'api/dist/main.js', 'api/dist/cli.js'];

/** Builds what changed. Nx would find that out itself, in two seconds; a list of sizes and times needs a hundredth of that. */
export async function buildWhatChanged(stopping) {
  const sources = signature();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources && OUTPUTS.every((output) => existsSync(inRoot(output)))) return;
  const code = await during('Dựng chương trình · Building the program', () =>
    runNx(['run-many', '-t', 'build', '--outputStyle=static'], stopping),
  );
  if (code !== 0) throw new Failure('build-failed');
  writeFileSync(stamp, sources);
}

/** Takes what stands in the `dist` folders for the build of the present sources. */
export const markBuilt = () => writeFileSync(stamp, signature());

/** Runs Nx without its daemon, which would stay behind; what earlier builds left goes first. @returns its exit code */
export async function runNx(args, stopping) {
  removeStale();
  const command = runShown({
    name: 'nx',
    command: process.execPath,
    args: [realpathSync(join(binFolder, 'nx')), ...args],
    env: { NX_DAEMON: 'false', NX_TUI: 'false' },
    cwd: root,
  });
  stopping?.add(command.stop);
  await command.ended;
  return command.code() ?? 1;
}

/** A digest of path, size and time of every source file. */
function signature() {
  const digest = createHash('sha256');
  for (const name of SHARED) digest.update(lineOf(inRoot(name)));
  for (const folder of [...PROJECTS, ...READ]) for (const file of filesBelow(inRoot(folder))) digest.update(lineOf(file));
  return digest.digest('hex');
}

function lineOf(file) {
  const { size, mtimeMs } = statSync(file);
  return `${relative(root, file)} ${size} ${mtimeMs}\n`;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries
    .filter((entry) => !NOT_SOURCE.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}
