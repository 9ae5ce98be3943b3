import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runJest, Tally } from '../../api/launch/jest-runs.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';

const USAGE = 'npm run fuzz -- [--requests N] [--paths N] [--seed N] [--only WORD]';

/**
 * `npm run fuzz`: sends each route so many requests, half of them spoilt, walks so many random paths of events, and says the figures.
 * `--only` names a part of the route’s name, `POST /api/blocs`; then no paths are walked.
 * @returns the exit code: 1 where an answer was not what the description or the model says, 2 for a wrong call
 */
export async function main(args) {
  const wanted = read(args);
  if (!wanted) {
    say(USAGE);
    return 2;
  }
  return toItsEnd((stopping) => fuzz(wanted, stopping));
}

/** What is wanted; null for a wrong call. */
function read(args) {
  const wanted = { requests: 10_000, paths: 2_000, seed: Date.now() % 1_000_000, only: '' };
  for (let at = 0; at < args.length; at += 2) {
    const [name, text] = [args[at].replace(/^--/, ''), args[at + 1]];
    if (!Object.hasOwn(wanted, name) || !text) return null;
    const value = name === 'only' ? text : Number(text);
    if (name !== 'only' && (!Number.isInteger(value) || value < 1)) return null;
    wanted[name] = value;
  }
  return wanted;
}

async function fuzz({ requests, paths, seed, only }, stopping) {
  await buildWhatChanged(stopping);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-fuzz-'));
  stopping.add(async () => rmSync(folder, { recursive: true, force: true }));
  const [ofRoutes, ofPaths] = ['routes', 'paths'].map((name) => join(folder, `${name}.json`));
  const env = { FUZZ_REQUESTS: String(requests), FUZZ_PATHS: String(paths), FUZZ_SEED: String(seed), FUZZ_ONLY: only };
  say(`npm run fuzz -- --requests ${requests} --paths ${paths} --seed ${seed}${only && ` --only '${only}'`}`);
  const files = only ? 'test/fuzz/fuzz.spec.ts' : 'test/fuzz/';
  const figures = { FUZZ_FIGURES: ofRoutes, FUZZ_PATH_FIGURES: ofPaths };
  const passed = await runJest(stopping, new Tally(), { cwd: inRoot('test'), args: [files] }, { ...env, ...figures });
  for (const file of [ofRoutes, ofPaths].filter(existsSync))
    for (const [name, value] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) say(`${name}: ${value}`);
  return passed ? 0 : 1;
}
