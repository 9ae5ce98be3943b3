import type { Sheet } from '@thidua/workflows/import/sheets';
import { Problem } from '@thidua/workflows/problem';
import { Worker } from 'node:worker_threads';
import { unkeptIn } from '../../platform/http/shape.js';

/** Memory and time after which a workbook is none that people made: a few bytes of XML can claim a million rows. */
const MEGABYTES = 256;
const SECONDS = 15;

/** What the thread answers: the sheets, or that it could not read them. */
export type WorkbookAnswer = { readonly sheets: readonly Sheet[] } | { readonly unreadable: string };

/**
 * Reads a workbook in a thread of its own, whose memory and time are bounded: whoever sends a bomb loses the thread alone.
 * @throws Problem 'import-unreadable'
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const worker = new Worker(new URL('./workbook-thread.js', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 32 },
  });
  try {
    const answer = await answerOf(worker);
    if ('unreadable' in answer) throw new Problem('import-unreadable');
    if (unkeptIn(answer.sheets).length > 0) throw new Problem('import-unreadable');
    return answer.sheets;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<WorkbookAnswer> {
  return new Promise((resolve) => {
    const over = (unreadable: string): void => {
      clearTimeout(clock);
      resolve({ unreadable });
    };
    const clock = setTimeout(() => over('too long'), SECONDS * 1000);
    worker.once('message', (answer: WorkbookAnswer) => {
      clearTimeout(clock);
      resolve(answer);
    });
    worker.once('error', (error) => over(String(error)));
    worker.once('exit', () => over('it ended'));
  });
}
