import { recipientsOf } from '@thidua/workflows/year/paper-faults';
import { valueAt } from '@thidua/workflows/year/bodies';
import type { TimedAct } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import type { Program } from './program.js';
import { Stopped } from './stopped.js';

const LINK = /\/receipt\/([A-Za-z0-9_-]{20,})/;

/** The secret of the receipt link in the newest letter that has one. @throws Stopped when no such letter came to the address */
async function tokenFor(program: Program, address: string, where: string): Promise<string> {
  for (const { id } of await program.letters(address)) {
    const match = LINK.exec(await program.words(id));
    if (match) return match[1]!;
  }
  throw Stopped.unseen(where, `thư gửi ${address}`);
}

interface Shown {
  readonly version: number;
}

/** A recipient opens the letter, follows its link, reads the page and confirms on it: a press, never the GET of a link. */
export async function confirmReceipt(program: Program, file: YearFile, act: TimedAct, where: string): Promise<void> {
  const { recipient: _recipient, on: _on, ...said } = valueAt(file, act.pointer) as { recipient: string; on: string };
  const path = `${program.url}/api/receipts/${await tokenFor(program, recipientsOf(file).get(act.record)!, where)}`;
  const page = await fetch(path);
  const shown = await page.text();
  if (!page.ok) throw Stopped.by(where, page.status, shown);
  const { version } = JSON.parse(shown) as Shown;
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'x-thidua': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ ...said, version }),
  });
  if (!answer.ok) throw Stopped.by(where, answer.status, await answer.text());
}
