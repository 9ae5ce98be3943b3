import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runShown } from '../../api/launch/children.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';
import { installOwnPackage } from '../support/own-package.mjs';
import { startTestPostgres } from '../support/postgres.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const baselines = join(here, 'baselines');
const BENCHES = /^g\d\d-.*\.ts$/;
const FLAGS = ['--experimental-transform-types', '--no-warnings', '--import', new URL('typescript.mjs', import.meta.url).href];
const USAGE = `npm run bench -- [--only G1,G10] [--quick] [--out FOLDER]
  --only   measures these targets; the others keep their last values
  --quick  one short round, to try the bench itself; it needs --out, since its figures mean nothing
  --out    where benchmarks.json, .md and .svg are written; default: docs`;

/**
 * `npm run bench`: measures the product against its baselines on a PostgreSQL of its own, and writes docs/benchmarks.json, .md and .svg.
 * A target that is not met is no failure of the command: the page says so.
 * @returns the exit code: 2 for a wrong call
 */
export async function main(args) {
  const wanted = read(args);
  if (!wanted) {
    say(USAGE);
    return 2;
  }
  return toItsEnd((stopping) => measure(wanted, stopping));
}

/** `g10-journal.ts` measures G10. */
const idOf = (file) => `G${Number(file.slice(1, 3))}`;

/** Whether a target that is wanted names a program of the baselines; the others need nothing but what the product has. */
const needsBaselines = ({ only, files }) =>
  files
    .filter((file) => only.length === 0 || only.includes(idOf(file)))
    .some((file) => readFileSync(join(here, file), 'utf8').includes("'baselines/"));

/** What was asked for; null for a wrong call. */
function read(args) {
  const wanted = { only: [], quick: false, folder: inRoot('docs') };
  const files = readdirSync(here).filter((name) => BENCHES.test(name));
  const known = new Set(files.map(idOf));
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--quick') wanted.quick = true;
    else if (args[at] === '--only' && args[at + 1]) wanted.only = args[(at += 1)].split(',');
    else if (args[at] === '--out' && args[at + 1]) wanted.folder = args[(at += 1)];
    else return null;
  }
  if (wanted.quick && wanted.folder === inRoot('docs')) return null;
  return wanted.only.every((id) => known.has(id)) ? { ...wanted, files: files.sort() } : null;
}

async function measure(wanted, stopping) {
  await buildWhatChanged(stopping);
  if (needsBaselines(wanted)) await installOwnPackage(baselines, 'Installing the baselines (50 MB)', stopping);
  const server = await startTestPostgres({ throwaway: false });
  stopping.add(server.stop);
  const told = { ...wanted, server: server.url, pgbench: folderOfPgbench() };
  const command = runShown({
    name: 'bench',
    command: process.execPath,
    args: [...FLAGS, join(here, 'run.ts'), JSON.stringify(told)],
    env: {},
    cwd: here,
  });
  stopping.add(command.stop);
  await command.ended;
  return command.code() ?? 1;
}

/** pgbench does not come with the PostgreSQL that npm brings: one of the system's, if there is any. */
function folderOfPgbench() {
  const name = process.platform === 'win32' ? 'pgbench.exe' : 'pgbench';
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => folder && existsSync(join(folder, name))) ?? null;
}
