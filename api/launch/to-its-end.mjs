import { report } from './failures.mjs';
import { stoppingInOrder } from './stopping.mjs';

/**
 * Runs the work of a command; whatever it started is stopped when it ends, fails or is asked to stop.
 * @param {(stopping: object) => Promise<number>} work answers the exit code
 * @returns the exit code: that of the work, 130 when it was asked to stop, that of the failure otherwise
 */
export async function toItsEnd(work) {
  const stopping = stoppingInOrder();
  try {
    const code = await Promise.race([work(stopping), stopping.requested.then(() => 130)]);
    await stopping.stopAll();
    return code;
  } catch (error) {
    await stopping.stopAll();
    return report(error);
  }
}
