import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '../../../api/launch/build.mjs';
import { runShown } from '../../../api/launch/children.mjs';
import { inRoot } from '../../../api/launch/places.mjs';
import { say } from '../../../api/launch/say.mjs';
import { toItsEnd } from '../../../api/launch/to-its-end.mjs';
import { startTestPostgres } from '../../support/postgres.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const FLAGS = ['--experimental-transform-types', '--no-warnings', '--import', new URL('../../bench/typescript.mjs', import.meta.url).href];
const USAGE = `npm run load -- [--people 500] [--units 10000] [--minutes 5] [--seed N] [--quick] [--out FILE]
  --people   so many people on line (10-5000); a tenth of them first, then all, then all and a crowd, then all again
  --units    of so many simulated units (100-100000)
  --minutes  how long they work in all (1-240)
  --quick    20 people of 100 units for some seconds, to try the command itself: its figures mean nothing
  --out      the file into which the figures are written, as JSON`;
const LIMITS = { people: [10, 5_000], units: [100, 100_000], minutes: [1, 240], seed: [1, 999_999] };
const CROWD = 400;
/** A crowd of more than the program lets in at a time (200), and everything else as small as can be. */
const QUICK = { people: 20, units: 100, minutes: 0.2, crowd: 230 };

/**
 * `npm run load`: plays the evening of a deadline on an installation and a PostgreSQL of its own, and says the figures.
 * @returns the exit code: 1 where something was lost, answered wrongly, or did not recover; 2 for a wrong call. A figure is no failure
 */
export async function main(args) {
  const wanted = read(args);
  if (!wanted) {
    say(USAGE);
    return 2;
  }
  return toItsEnd((stopping) => play(wanted, stopping));
}

/** What was asked for; null for a wrong call. */
function read(args) {
  const wanted = { people: 500, units: 10_000, minutes: 5, crowd: CROWD, seed: 1, out: null };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at].replace(/^--/, '');
    if (args[at] === '--quick') Object.assign(wanted, QUICK);
    else if (args[at] === '--out' && args[at + 1]) wanted.out = resolve(args[(at += 1)]);
    else if (args[at].startsWith('--') && Object.hasOwn(LIMITS, name)) {
      const [value, [least, most]] = [Number(args[(at += 1)]), LIMITS[name]];
      if (!Number.isInteger(value) || value < least || value > most) return null;
      wanted[name] = value;
    } else return null;
  }
  return wanted;
}

async function play(wanted, stopping) {
  await buildWhatChanged(stopping);
  const server = await startTestPostgres({ throwaway: false });
  stopping.add(server.stop);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-evening-'));
  chmodSync(folder, 0o711);
  stopping.add(async () => rmSync(folder, { recursive: true, force: true }));
  const evening = runShown({
    name: 'load',
    command: process.execPath,
    args: [...FLAGS, `${here}run.ts`, JSON.stringify({ ...wanted, server: server.url, folder })],
    env: {},
    cwd: inRoot('test'),
  });
  stopping.add(evening.stop);
  await evening.ended;
  return evening.code() ?? 1;
}
