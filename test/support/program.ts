import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../api/launch/ports.mjs';
import { ROOT } from './launcher.js';
import { eventually } from './worker.js';
import type { Addresses } from './world.js';

/** The built HTTP program in a process of its own. */
export interface Program {
  readonly url: string;
  /** What it has written so far, as its log file would hold it. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts the built program and waits until it answers. */
export async function startProgram(
  { appUrl }: Addresses,
  dataDir: string,
  environment: Readonly<Record<string, string>>,
): Promise<Program> {
  const port: number = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'api/dist/main.js')], {
    env: { PATH: process.env.PATH, DATABASE_URL: appUrl, DATA_DIR: dataDir, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const ended = once(child, 'close');
  const url = `http://127.0.0.1:${port}`;
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`It ended:\n${written}`);
    return (await fetch(`${url}/api/session`).catch(() => null)) !== null;
  }, 60);
  return {
    url,
    log: () => written,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
