import { Failure, report } from './failures.mjs';

/** The oldest Node that can run the set-up; the program itself runs on the Node 24 that the set-up brings. */
export const OLDEST_NODE = 20;

/** Whether a Node of this version can run the set-up. */
export function nodeWillDo(version) {
  return Number(version.split('.')[0]) >= OLDEST_NODE;
}

/**
 * The first step of every command: checks the Node it was started by, sets up what is missing and runs `main` on Node 24.
 * Written, like failures.mjs, in syntax that an old Node can read; everything newer is imported after the check.
 */
export function enter(main) {
  if (!nodeWillDo(process.versions.node)) {
    process.exit(report(new Failure('node-too-old', { found: process.versions.node })));
  }
  import('./set-up.mjs').then((setUp) => setUp.runOnOwnNode(main)).catch((error) => process.exit(report(error)));
}
