import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './launcher.js';
import type { Addresses } from './world.js';

/** Where a command of `thidua` works. */
export interface Workplace extends Addresses {
  readonly dataDir: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The whole command line before the program's file; default: this Node. */
  readonly by?: readonly string[];
}

/** Runs a command of the built `thidua` in a process of its own. */
export async function thidua({ ownerUrl, appUrl, dataDir, environment = {}, by = [process.execPath] }: Workplace, args: readonly string[]) {
  const [program, ...before] = by;
  const child = spawn(program!, [...before, join(ROOT, 'api/dist/cli.js'), ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      DATA_DIR: dataDir,
      THIDUA_MODE: 'development',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
