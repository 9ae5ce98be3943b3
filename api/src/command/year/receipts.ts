import type { TimedAct } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { atPointer } from './bodies.js';
import { Stopped } from './session.js';

interface MailLine {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** The address to which a recipient's letter went. */
function addressOf(file: YearFile, recipient: string): string {
  if (recipient === 'council') return file.province.council.email;
  if (recipient === 'board') return file.province.board.email;
  return file.units.find((unit) => unit.code === recipient)!.email;
}

/** The secret of the receipt link in the letter that this address received. */
async function tokenFor(url: string, address: string, where: string): Promise<string> {
  const { items } = (await (await fetch(`${url}/api/dev/mail?to=${encodeURIComponent(address)}`)).json()) as { items: MailLine[] };
  for (const line of items) {
    const letter = (await (await fetch(`${url}/api/dev/mail/${line.id}`)).json()) as { text: string };
    const match = /\/receipt\/([A-Za-z0-9_-]{20,})/.exec(letter.text);
    if (match) return match[1]!;
  }
  throw new Stopped(where, 404, `no letter with a receipt link came to ${address}`);
}

/** A recipient opens the letter, follows its link and confirms on the page: a press, never the GET of a link. */
export async function confirmReceipt(url: string, file: YearFile, act: TimedAct): Promise<void> {
  const { recipient, on: _on, ...body } = atPointer(file, act.pointer) as { recipient: string; on: string };
  const token = await tokenFor(url, addressOf(file, recipient), act.pointer);
  const answer = await fetch(`${url}/api/receipts/${token}`, {
    method: 'POST',
    headers: { 'x-thidua': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Stopped(act.pointer, answer.status, await answer.text());
}
