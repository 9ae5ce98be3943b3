import { readConfig } from '@thidua/api/platform/config/config';
import { openLog } from '@thidua/api/platform/http/log';
import { startWorker, type RunningWorker } from '@thidua/api/platform/worker/worker';
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.js';

const LOG = openLog({ logLevel: 'silent' });

/** Starts a worker beside the API of a world, in this process; its letters go to the development mailbox unless `smtpUrl` says otherwise. */
export function startWorkerOf(world: World, environment: Readonly<Record<string, string>> = {}): Promise<RunningWorker> {
  return startWorker(world.app, readConfig({ ...process.env, ...environment }), LOG);
}

/** Looks again and again until something holds; what nobody presses a button for comes by itself. @returns what held */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>, seconds = 20): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(25)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`It did not come about within ${seconds} s: ${look.toString()}`);
}
