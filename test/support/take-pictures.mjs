import { buildWhatChanged } from '../../api/launch/build.mjs';
import { runJest, Tally } from '../../api/launch/jest-runs.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { say } from '../../api/launch/say.mjs';
import { toItsEnd } from '../../api/launch/to-its-end.mjs';

/**
 * Builds what changed and lets a browser spec write its pictures.
 * @param {{ spec: string, folder: string, environment?: object, args?: string[] }} what the spec's path, where the pictures lie
 * @returns the exit code: 1 where the spec failed
 */
export function takePictures({ spec, folder, environment = {}, args = [] }) {
  return toItsEnd(async (stopping) => {
    await buildWhatChanged(stopping);
    const taken = await runJest(stopping, new Tally(), { cwd: inRoot('test'), args: [spec, ...args] }, environment);
    if (taken) say(folder);
    return taken ? 0 : 1;
  });
}
