import type { Cell, Sheet } from '@thidua/workflows/import/sheets';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { parentPort, workerData } from 'node:worker_threads';
import readWorkbookFile from 'read-excel-file/universal';
import type { WorkbookAnswer } from './workbook.js';

/** What a workbook may unpack to, and of how many parts it may be: many times what a large one needs. */
const UNPACKED_MOST = 32 * 1_048_576;
const PARTS_MOST = 200;

/** The address of a cell or a row so far out that nobody filled it in: a reader makes room for all before it. */
const FAR = /\br\s*=\s*["'](?:[A-Z]{3,}\d+|[A-Z]*\d{6,})["']/;

/**
 * The parts of a workbook that are read, packed again without compression. Each is unpacked into a piece of the size that the archive states,
 * never more, so that what is read afterwards cannot grow.
 * @throws Error when there are too many or too large ones
 */
function bounded(bytes: Uint8Array): Uint8Array {
  let [size, parts] = [0, 0];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false;
      size += originalSize;
      parts += 1;
      if (size > UNPACKED_MOST || parts > PARTS_MOST) throw new Error('too large');
      return true;
    },
  });
  for (const [name, part] of Object.entries(files))
    if (name.startsWith('xl/worksheets/') && FAR.test(strFromU8(part, true))) throw new Error('too far');
  return zipSync(files, { level: 0 });
}

/** Excel keeps a day as midnight of no zone, which is read as UTC. */
const cellOf = (cell: unknown): Cell => (cell instanceof Date ? { day: cell.toISOString().slice(0, 10) } : (cell as Exclude<Cell, object>));

async function read(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { buffer, byteOffset, byteLength } = bounded(bytes);
  const sheets = await readWorkbookFile(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
}

async function answer(): Promise<WorkbookAnswer> {
  try {
    return { sheets: await read(workerData as Uint8Array) };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await answer());
