import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runJest, Tally } from '../../api/launch/jest-runs.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';

/**
 * `npm run handbook`: walks through the days of the bloc of 2020 on which the handbook's pictures are taken and writes docs/so-tay/pictures.
 * @returns the exit code: 1 where a page could not be reached as the handbook says
 */
export function main() {
  return toItsEnd(async (stopping) => {
    await buildWhatChanged(stopping);
    const taken = await runJest(
      stopping,
      new Tally(),
      { cwd: inRoot('test'), args: ['test/web/handbook.spec.ts'] },
      { HANDBOOK_PICTURES: 'all' },
    );
    if (taken) say('docs/so-tay/pictures');
    return taken ? 0 : 1;
  });
}
