import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const STEP_MS = 50;

/** Waits for what the program does by itself (signing, sending). @throws Error naming the act when it does not come */
export async function until(where: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${where}: the program did not finish within ${PATIENCE_MS / 1000} s`);
    await pause(STEP_MS);
  }
}
