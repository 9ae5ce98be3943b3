import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from './children.mjs';
import { binFolder, inRoot, root } from './places.mjs';

/**
 * Checks that do not run the program: how the code looks and whether its types hold. Each is a name and a command of a package.
 * Test files stand outside the projects that build, so their types are checked here.
 */
export const CHECKS = [
  ['Định dạng · Format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['Lint', 'eslint', ['.']],
  ['Kiểu của kiểm thử · Types of the tests', 'tsc', ['--noEmit', '-p', 'test/tsconfig.json']],
  ['Kiểu của kiểm thử luật và API · Types of the specs', 'tsc', ['--noEmit', '-p', 'test/tsconfig.specs.json']],
  ['Kiểu của kiểm thử web · Types of the web specs', 'tsc', ['--noEmit', '-p', 'web/tsconfig.spec.json']],
].filter(([, , args]) => !args.includes('-p') || existsSync(inRoot(args.at(-1))));

/** Runs a command of a package in the foreground, on this Node. @returns its exit code */
export async function runTool(stopping, tool, args, { cwd = root, env = {}, flags = [] } = {}) {
  const command = runShown({
    name: tool,
    command: process.execPath,
    args: [...flags, realpathSync(join(binFolder, tool)), ...args],
    env,
    cwd,
  });
  stopping.add(command.stop);
  await command.ended;
  return command.code() ?? 1;
}
