import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runShown } from '../../api/launch/children.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';
import { installOwnPackage } from '../support/own-package.mjs';
import { startTestPostgres } from '../support/postgres.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const FLAGS = ['--experimental-transform-types', '--no-warnings', '--import', new URL('../bench/typescript.mjs', import.meta.url).href];
const USAGE = `npm run lighthouse -- [--out FOLDER]
  --out  where lighthouse.json and lighthouse.md are written; default: docs`;

/**
 * `npm run lighthouse`: lets Lighthouse look at the pages of the sample year as a phone gets them through the product's proxy, and writes
 * docs/lighthouse.json and .md.
 * @returns the exit code: 1 where a page is not accessible, moves, or says an error to the console; 2 for a wrong call
 */
export async function main(args) {
  const folder = args.length === 0 ? inRoot('docs') : args.length === 2 && args[0] === '--out' ? args[1] : null;
  if (!folder) {
    say(USAGE);
    return 2;
  }
  return toItsEnd(async (stopping) => {
    await buildWhatChanged(stopping);
    await installOwnPackage(here, 'Installing Lighthouse (90 MB)', stopping);
    const server = await startTestPostgres();
    stopping.add(server.stop);
    const run = runShown({
      name: 'lighthouse',
      command: process.execPath,
      args: [...FLAGS, join(here, 'run.ts'), folder],
      env: { TEST_PG: server.url },
      cwd: here,
    });
    stopping.add(run.stop);
    await run.ended;
    return run.code() ?? 1;
  });
}
