import { ImportView } from '@thidua/workflows/import/import.schema';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { WORKBOOK_TYPE } from '../platform/http/workbook-type.js';
import { PersonSession } from './year/session.js';
import { Stopped } from './year/stopped.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** What the command is told beside its environment. */
interface Order {
  readonly url: string;
  readonly province: string;
  readonly file: string;
  readonly email: string;
  readonly code: string | undefined;
  readonly dryRun: boolean;
}

/** Where the running program is reached: said, or what its own settings say. */
const addressOf = (url: string | undefined): string =>
  (url ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 8080}`).replace(/\/$/, '');

function orderOf(args: readonly string[]): Order | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { as: { type: 'string' }, code: { type: 'string' }, url: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const [province, file, ...more] = positionals;
  if (!province || !file || !values.as || more.length > 0) return null;
  return { url: addressOf(values.url), province, file, email: values.as, code: values.code, dryRun: values['dry-run'] };
}

/**
 * Imports units and people into the running program, signed in as somebody who may: rights, journal and letters are the same as on the page.
 * @returns 0 imported, or nothing to correct; 1 refused, or with cells to correct, each named; 2 wrong usage
 */
export async function importFile(args: readonly string[], password: () => Promise<string>, usage: () => number): Promise<number> {
  const order = orderOf(args);
  if (!order) return usage();
  try {
    return await importInto(order, password);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say(error.sentences);
    if (error.code === 'needs-code') say('→ --code MÃ / CODE');
    return 1;
  }
}

async function importInto(order: Order, password: () => Promise<string>): Promise<number> {
  const bytes = new Uint8Array(await readFile(order.file));
  const session = await PersonSession.open(order.url, order.email, await password(), 'thidua import', order.code);
  const send = async (query: string): Promise<ImportView> =>
    ImportView.parse(
      await session.upload(`/api/provinces/${encodeURIComponent(order.province)}/imports?${query}`, bytes, WORKBOOK_TYPE, order.file),
    );
  const seen = await send('dryRun=true');
  if (seen.findings.length > 0) return tellFindings(seen);
  const done = order.dryRun ? seen : await send(`dryRun=false&sha256=${seen.sha256}`);
  const counts = `${done.units} đơn vị / units, ${done.people} người / people, ${done.posts} chức danh / posts`;
  say(done.made ? `✔ Đã nhập / Imported: ${counts}` : `✔ Nhập được, chưa lập gì / Nothing to correct, nothing made: ${counts}`);
  return 0;
}

function tellFindings({ findings }: ImportView): number {
  say(`✗ ${findings.length} ô cần sửa, chưa lập gì / cells to correct, nothing was made`);
  for (const { sheet, cell, detail, next } of findings) say(`  ${sheet}!${cell}: ${detail} ${next}`);
  return 1;
}
