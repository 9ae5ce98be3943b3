import { parentPort } from 'node:worker_threads';
import { check } from './check.js';
import { MissingGlyph } from './fonts.js';
import type { PrintAnswer, Printed, PrintOrder } from './press.js';
import { upperMargins } from './reading.js';
import { render } from './writer.js';

/** Sets a document and has it read by what shares no code with the writer. */
async function print({ blocks, meta }: PrintOrder): Promise<Printed> {
  const bytes = render(blocks, meta);
  const { findings, counts } = await check(bytes);
  const pageNumbers = (await upperMargins(bytes)).map((text) => (/^\d+$/.test(text) ? Number(text) : null));
  return { bytes, pages: counts.pages, pageNumbers, signatureFields: counts.signatureFields, findings };
}

async function answer(order: PrintOrder): Promise<PrintAnswer> {
  try {
    return { order: order.order, printed: await print(order) };
  } catch (error) {
    if (error instanceof MissingGlyph)
      return { order: order.order, missing: { character: error.character, word: error.word, where: error.where } };
    return { order: order.order, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (order: PrintOrder) => void answer(order).then((made) => parentPort?.postMessage(made)));
