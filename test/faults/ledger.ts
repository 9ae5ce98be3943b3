import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A record as its client knows it: what it is called in the journal, and the version that was last seen. */
export interface Known {
  readonly kind: string;
  readonly id: string;
  readonly path: string;
  version: number;
}

/** A write that somebody asked for; `id` is the act's own, `key` the Idempotency-Key that it bore. Asked again, it is the same act. */
export interface Asked {
  readonly what: 'asked';
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly record: string;
  /** The version that the sender saw. */
  readonly saw: number;
  /** The event, or null for a draft that is saved; then `note` is the note that it was saved with. */
  readonly event: string | null;
  readonly note: string | null;
  /** SHA-256 of method, address and body. */
  readonly hash: string;
}

/** What the client read: `version` is that of a 2xx alone. */
export interface Answered {
  readonly what: 'answered';
  readonly id: string;
  readonly status: number;
  readonly version: number | null;
  readonly state: string | null;
}

/** No answer came: whether it was done, nobody outside knows. */
export interface Lost {
  readonly what: 'lost';
  readonly id: string;
  readonly why: string;
}

/** A part of the system was killed, stopped or cut off. */
export interface Struck {
  readonly what: 'struck';
  readonly program: string;
  readonly how: string;
  /** When it began, where that took time; `at` is when it was over. */
  readonly since?: number;
}

/** The mail server took a letter. */
export interface Letter {
  readonly what: 'letter';
  readonly messageId: string;
  readonly to: string;
}

export type Entry = Asked | Answered | Lost | Struck | Letter;
/** An entry and when it was written, in milliseconds of the client's clock. */
export type Line = Entry & { readonly at: number };
/** The lines that say one thing. */
type Saying<W extends Entry['what']> = Extract<Entry, { what: W }> & { readonly at: number };

/** The hash of a request, as its sender reckons it from what went over the wire. */
export const hashOf = (method: string, path: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${path}\n${JSON.stringify(body)}`)
    .digest('hex');

/** What the world outside saw, in a file that is only ever added to. The system under test neither reads nor writes it. */
export class Ledger {
  private readonly written: Line[] = [];
  private waiting: { what: Entry['what']; left: number; done: () => void }[] = [];

  /** @param file a ledger that another process wrote; default: a new one */
  constructor(readonly file = join(mkdtempSync(join(tmpdir(), 'thidua-ledger-')), 'ledger.jsonl')) {
    if (!existsSync(file)) return;
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    this.written.push(...lines.map((line) => JSON.parse(line) as Line));
  }

  note(entry: Entry): void {
    const line: Line = { ...entry, at: performance.now() };
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
    this.written.push(line);
    for (const one of this.waiting) if (one.what === entry.what && (one.left -= 1) === 0) one.done();
    this.waiting = this.waiting.filter(({ left }) => left > 0);
  }

  /** Waits until so many more lines of a kind are written. */
  next(what: Entry['what'], count: number): Promise<void> {
    return new Promise((done) => this.waiting.push({ what, left: count, done }));
  }

  /** All lines of a kind, in their order. */
  all<W extends Entry['what']>(what: W): Saying<W>[] {
    return this.written.filter((line): line is Saying<W> => line.what === what);
  }
}
