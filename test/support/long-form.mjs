import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runJest, Tally } from '../../api/launch/jest-runs.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';

/** A seed that was not used before, for whoever names none. */
export const anySeed = () => Date.now() % 1_000_000;

/**
 * A command that runs specs in their long form. What is wanted reaches them by their environment (`CRASH_KILLS` of `npm run crash --
 * --kills 200`); the figures that they leave (`leaveFigures`) are said at the end.
 * @param {string} name the command's; the names of its variables begin with it
 * @param {{ usage: string, defaults: () => Record<string, number | string>, files: (wanted: Record<string, number | string>) => string }} form
 *   its flags with what holds when they are not named (numbers are whole and at least 1, texts not empty), and the specs, as Jest finds them
 * @returns {(args: readonly string[]) => Promise<number>} the command; its exit code: 1 where a spec failed, 2 for a wrong call
 */
export const longForm = (name, form) => async (args) => {
  const wanted = read(args, form.defaults());
  if (!wanted) {
    say(form.usage);
    return 2;
  }
  return toItsEnd((stopping) => run(name, wanted, form.files(wanted), stopping));
};

/** What is wanted; null for a wrong call. */
function read(args, wanted) {
  for (let at = 0; at < args.length; at += 2) {
    const [name, text] = [args[at].replace(/^--/, ''), args[at + 1]];
    if (!args[at].startsWith('--') || !Object.hasOwn(wanted, name) || !text) return null;
    const value = typeof wanted[name] === 'number' ? Number(text) : text;
    if (typeof value === 'number' && (!Number.isInteger(value) || value < 1)) return null;
    wanted[name] = value;
  }
  return wanted;
}

async function run(name, wanted, files, stopping) {
  await buildWhatChanged(stopping);
  const folder = mkdtempSync(join(tmpdir(), `thidua-${name}-`));
  stopping.add(async () => rmSync(folder, { recursive: true, force: true }));
  const flags = Object.entries(wanted).filter(([, value]) => value !== '');
  say([`npm run ${name} --`, ...flags.map(([flag, value]) => `--${flag} ${typeof value === 'number' ? value : `'${value}'`}`)].join(' '));
  const variables = Object.fromEntries(flags.map(([flag, value]) => [`${name}_${flag}`.toUpperCase(), String(value)]));
  const passed = await runJest(stopping, new Tally(), { cwd: inRoot('test'), args: [files] }, { ...variables, FIGURES: folder });
  for (const file of readdirSync(folder).sort())
    for (const [figure, value] of Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')))) say(`${figure}: ${value}`);
  return passed ? 0 : 1;
}

/** Leaves what a spec counted for the command that runs its long form; in `npm test` nobody asks for it. @param {string} name the spec's */
export function leaveFigures(name, figures) {
  const folder = process.env['FIGURES'];
  if (folder) writeFileSync(join(folder, `${name}.json`), JSON.stringify(figures));
}
