import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { Failure } from './failures.mjs';
import { installWhatIsMissing } from './install.mjs';
import { binFolder, ownNode } from './places.mjs';

/** The Node on which the program runs. */
export const NODE_MAJOR = 24;

/** Installs what is missing, then runs the module `main` (its export `main()`) on Node 24, in this process or in a child. */
export async function runOnOwnNode(main) {
  await installWhatIsMissing();
  process.env.PATH = [binFolder, ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== binFolder)].join(delimiter);
  const major = Number(process.versions.node.split('.')[0]);
  if (major === NODE_MAJOR || (major > NODE_MAJOR && !existsSync(ownNode))) {
    const { main: run } = await import(main.href);
    process.exit(await run(process.argv.slice(2)));
  }
  if (!existsSync(ownNode)) throw new Failure('node-24-missing', { platform: `${process.platform}-${process.arch}` });
  process.exit(await runBelow(ownNode, process.argv.slice(1)));
}

/** Runs a command in the foreground and hands the stop signals on. @returns its exit code */
function runBelow(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, THIDUA_ENDS_WITH_PARENT: '1' } });
    // In a terminal the child gets Ctrl-C twice, which it bears; this process waits until it has stopped in order.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
