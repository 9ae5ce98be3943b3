import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runJest, Tally } from '../../api/launch/jest-runs.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';

const USAGE = 'npm run crash -- [--kills N] [--seed N]';

/**
 * `npm run crash`: kills the programs 200 times while people work, compares all that they were told with what is there, and says the
 * figures. @returns the exit code: 1 where something was lost, done twice or stuck, 2 for a wrong call
 */
export async function main(args) {
  const wanted = read(args);
  if (!wanted) {
    say(USAGE);
    return 2;
  }
  return toItsEnd((stopping) => crash(wanted, stopping));
}

/** How often to kill, and the seed of the places; null for a wrong call. */
function read(args) {
  const wanted = { kills: 200, seed: Date.now() % 1_000_000 };
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at].replace(/^--/, ''), Number(args[at + 1])];
    if (!Object.hasOwn(wanted, name) || !Number.isInteger(value) || value < 1) return null;
    wanted[name] = value;
  }
  return wanted;
}

async function crash({ kills, seed }, stopping) {
  await buildWhatChanged(stopping);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-crash-'));
  stopping.add(async () => rmSync(folder, { recursive: true, force: true }));
  const figures = join(folder, 'figures.json');
  const env = { CRASH_KILLS: String(kills), CRASH_SEED: String(seed), CRASH_FIGURES: figures };
  say(`npm run crash -- --kills ${kills} --seed ${seed}`);
  const passed = await runJest(stopping, new Tally(), { cwd: inRoot('test'), args: ['test/faults/crash.spec.ts'] }, env);
  if (existsSync(figures)) for (const [name, value] of Object.entries(JSON.parse(readFileSync(figures, 'utf8')))) say(`${name}: ${value}`);
  return passed ? 0 : 1;
}
