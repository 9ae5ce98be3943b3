import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runJest, Tally } from '../../api/launch/jest-runs.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';

const USAGE = 'npm run soak -- [--minutes N]';
const DAY_MINUTES = 24 * 60;

/**
 * `npm run soak`: the planned peak for a day or so many minutes; says whether the programs or the outbox grew, and whether the ledger is
 * clean. @returns the exit code: 1 where something grew, was lost or done twice, 2 for a wrong call
 */
export async function main(args) {
  const minutes = read(args);
  if (minutes === null) {
    say(USAGE);
    return 2;
  }
  return toItsEnd((stopping) => soak(minutes, stopping));
}

/** For how long; null for a wrong call. */
function read(args) {
  if (args.length === 0) return DAY_MINUTES;
  const minutes = Number(args[1]);
  return args[0] === '--minutes' && args.length === 2 && Number.isInteger(minutes) && minutes > 0 ? minutes : null;
}

async function soak(minutes, stopping) {
  await buildWhatChanged(stopping);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-soak-'));
  stopping.add(async () => rmSync(folder, { recursive: true, force: true }));
  const figures = join(folder, 'figures.json');
  say(`npm run soak -- --minutes ${minutes}`);
  const env = { SOAK_SECONDS: String(60 * minutes), SOAK_FIGURES: figures };
  const passed = await runJest(stopping, new Tally(), { cwd: inRoot('test'), args: ['test/faults/soak.spec.ts'] }, env);
  if (existsSync(figures)) for (const [name, value] of Object.entries(JSON.parse(readFileSync(figures, 'utf8')))) say(`${name}: ${value}`);
  return passed ? 0 : 1;
}
