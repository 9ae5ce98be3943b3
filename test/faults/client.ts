import { randomUUID } from 'node:crypto';
import type { Answer, Browser } from '../support/client.js';
import { eventually } from '../support/worker.js';
import { hashOf, type Known, type Ledger } from './ledger.js';
import { answers } from './victim.js';

/** What is asked of a record: an event with what it says, or a draft by its note; `note` where the draft itself calls it otherwise. */
export type Wish =
  { readonly event: string; readonly says?: object } | { readonly draft: Readonly<Record<string, unknown>>; readonly note?: string };

interface Seen {
  readonly version: number;
  readonly state: string;
}

/** Whether the answer leaves open what was done: none came, or the system said that it could not. */
const unsettled = (answer: Answer<Seen> | null): boolean => answer === null || answer.status >= 500;

/** Asks once and writes down both question and answer. @returns null when no answer came */
export async function askOnce(
  ledger: Ledger,
  who: Browser,
  record: Known,
  wish: Wish,
  again: { readonly key?: string; readonly id?: string } = {},
): Promise<Answer<Seen> | null> {
  const key = again.key ?? randomUUID();
  const id = again.id ?? key;
  const { kind, version } = record;
  const [method, path] = 'event' in wish ? ['POST', `${record.path}/events`] : ['PUT', record.path];
  const body = 'event' in wish ? { type: wish.event, version, ...wish.says } : { version, ...wish.draft };
  const [event, note] = 'event' in wish ? [wish.event, null] : [null, wish.note ?? String(wish.draft['note'])];
  ledger.note({ what: 'asked', id, key, kind, record: record.id, saw: version, event, note, hash: hashOf(method!, path!, body) });
  try {
    const answer = await who.send<Seen>(method!, path!, body, { 'idempotency-key': key });
    const done = answer.status < 300;
    ledger.note({
      what: 'answered',
      id,
      status: answer.status,
      version: done ? answer.body.version : null,
      state: done ? answer.body.state : null,
    });
    return answer;
  } catch (error) {
    ledger.note({ what: 'lost', id, why: String((error as Error).cause ?? error) });
    return null;
  }
}

/** Asks as a patient person does: again with the same key, as often as it takes, until the system says yes or no. */
export async function ask(ledger: Ledger, who: Browser, record: Known, wish: Wish): Promise<Answer<Seen>> {
  const key = randomUUID();
  let answer = await askOnce(ledger, who, record, wish, { key });
  while (unsettled(answer)) {
    await eventually(() => answers(who.url), 60);
    answer = await askOnce(ledger, who, record, wish, { key });
  }
  return answer!;
}
