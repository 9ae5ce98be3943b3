import { inRoot, root } from './places.mjs';
import { startProgram } from './children.mjs';
import { lastLines } from './data-folder.mjs';
import { Failure } from './failures.mjs';

const REFUSED = /^.*?(?:Wrong configuration|Sample secrets in production|Production needs): .*$/m;

/** Runs `thidua <command>` of the built program, with its output in a log. @throws Failure `otherwise`, configuration-refused */
export async function runCommand(command, { env, log, otherwise, stopping }) {
  const step = startProgram({ name: command, args: [inRoot('api', 'dist', 'cli.js'), command], env, log, cwd: root });
  stopping.add(step.stop);
  await step.ended;
  if (step.code() !== 0) throw refusedOr(log, new Failure(otherwise, { log }));
}

/** A failure that shows the last lines of its log; a refused configuration has its own. */
export function refusedOr(log, failure) {
  const lines = lastLines(log);
  const refused = REFUSED.exec(lines);
  if (refused) return new Failure('configuration-refused', { detail: refused[0].replace(/^.*?Error: /, '') });
  failure.lines = lines;
  return failure;
}
