import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from './stopped.js';

const PATIENCE_MS = 60_000;
const FIRST_STEP_MS = 5;
const LONGEST_STEP_MS = 100;

/** Waits for what the program does by itself (opening a seal, signing, sending). @throws Stopped naming the act when it does not come */
export async function until(where: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (let step = FIRST_STEP_MS; !(await holds()); step = Math.min(step * 2, LONGEST_STEP_MS)) {
    if (Date.now() > end) {
      const detail = `chương trình chưa làm xong sau ${PATIENCE_MS / 1000} giây · the program did not finish in time`;
      throw new Stopped(where, 0, 'not-finished', detail, 'Xem nhật ký của worker · See the worker’s log.');
    }
    await pause(step);
  }
}
