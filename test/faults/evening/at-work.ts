import { ITEMS } from '@thidua/api/command/simulate/marks';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser, type Answer } from '../../support/client.js';
import { askOnce, type Wish } from '../client.js';
import type { Known, Ledger } from '../ledger.js';
import { IMPATIENCE_MS, MIX, PAUSE_MS, ROUTES, type Doing } from './mix.js';
import type { Tally } from './tally.js';
import type { Draft, Person } from './told.js';

const FOLDER = { Sheet: 'sheets', Scorecard: 'scorecards' } as const;

/** A draft as this person last saw it. */
interface Open extends Known {
  readonly kind: 'Sheet' | 'Scorecard';
  readonly submits: boolean;
  saves: number;
}

/** All items filled in, a little otherwise each time. Where there is no note, the first line of evidence stands for it. */
function filledIn(kind: Draft['kind'], saves: number): { scores: object[]; note: string } {
  const note = `Lần lưu ${saves}`;
  const points = ITEMS.map(({ code, max }, at) => ({ item: code, points: max - 25 * ((saves + at) % 3) }));
  return { scores: kind === 'Sheet' ? points : points.map((one) => ({ ...one, evidence: note })), note };
}

/** How the web keeps its line (web/src/app/platform/live.ts): milliseconds. */
const LINE_MS = { spread: 1_000, apart: 5_000, lost: 1_000 } as const;
/** What the page reads by itself is no use of the session. */
const UNATTENDED = { 'x-thidua': 'unattended' };

/** Somebody at a browser: does one thing after the other, with a pause before each. */
export class AtWork {
  private readonly browser: Browser;
  private readonly open: Open[];

  constructor(
    private readonly person: Person,
    url: string,
    private readonly ledger: Ledger,
    private readonly chance: (end: number) => number,
  ) {
    this.browser = Browser.holding(url, `thidua_session=${person.secret}`);
    this.open = person.drafts.map(({ kind, id, version, submits }) => {
      return { kind, id, version, submits, path: `/api/blocs/${person.bloc}/${FOLDER[kind]}/${id}`, saves: 0 };
    });
  }

  /** Works until the time (`performance.now()`), and finishes what was begun: every write is answered in the end. */
  async until(end: number, tally: Tally): Promise<void> {
    await pause(this.chance(PAUSE_MS.most)); // nobody begins at the same moment as all others
    const gone = new AbortController();
    const watching = this.person.bloc ? this.watch(tally, gone.signal) : Promise.resolve();
    while (performance.now() < end) {
      await this.do(this.next(), tally);
      await pause(PAUSE_MS.least + this.chance(PAUSE_MS.most - PAUSE_MS.least));
    }
    gone.abort();
    await watching;
  }

  /** Keeps a line open on which it hears that something has changed, as a page does that is looked at; one that is lost is asked for again. */
  private async watch(tally: Tally, gone: AbortSignal): Promise<void> {
    while (!gone.aborted) {
      try {
        await this.hear(tally, gone);
      } catch {
        if (!gone.aborted) tally.lines.cut += 1; // whoever hangs up is told so too
      }
      if (!gone.aborted) await pause(LINE_MS.lost * (1 + this.chance(1_000) / 1_000));
    }
  }

  /** Reads My work anew after each word, a little later than the others of the bloc, and no oftener than a page does. */
  private async hear(tally: Tally, gone: AbortSignal): Promise<void> {
    const line = await this.browser.open(`/api/blocs/${this.person.bloc}/changes`, gone);
    if (!line.ok || !line.body) {
      tally.lines.refused += 1;
      return void (await line.body?.cancel());
    }
    tally.lines.opened += 1;
    for await (const word of line.body) {
      if (!Buffer.from(word as Uint8Array).includes('data:')) continue;
      tally.lines.words += 1;
      await pause(this.chance(LINE_MS.spread), undefined, { signal: gone });
      await tally.timed('GET /api/blocs/:bloc/work, told anew', () =>
        this.browser.send('GET', this.pathOf('my-work'), undefined, UNATTENDED),
      );
      await pause(LINE_MS.apart, undefined, { signal: gone });
    }
  }

  /** One of a crowd, in this person's name: asks for My work again and again, and does not wait when it is told to. */
  async press(over: () => boolean, tally: Tally): Promise<void> {
    while (!over()) {
      const answer = await tally.timed('GET My work, the crowd', () => this.browser.get(this.pathOf('my-work')));
      if (answer?.status !== 200) await pause(IMPATIENCE_MS);
    }
  }

  private next(): Doing {
    const mix = Object.entries(MIX[this.person.role]) as [Doing, number][];
    let left = this.chance(mix.reduce((sum, [, weight]) => sum + weight, 0));
    return mix.find(([, weight]) => (left -= weight) < 0)![0];
  }

  private async do(what: Doing, tally: Tally): Promise<void> {
    const draft = this.open[this.chance(Math.max(1, this.open.length))];
    const ready = this.open.find(({ submits, saves }) => submits && saves > 0);
    if (what === 'submit' && ready) {
      if (await this.write(ready, { event: 'submit' }, tally)) this.open.splice(this.open.indexOf(ready), 1);
    } else if (draft && (what === 'autosave' || what === 'submit')) await this.save(draft, tally);
    else if (draft && what === 'record') await this.read(`GET /api/blocs/:bloc/${FOLDER[draft.kind]}/:id`, draft.path, tally);
    else {
      const list = what in ROUTES ? (what as keyof typeof ROUTES) : 'my-work'; // whoever has nothing left to write looks what there is
      await this.read(`GET ${ROUTES[list]}`, this.pathOf(list), tally);
    }
  }

  private async save(draft: Open, tally: Tally): Promise<void> {
    const { scores, note } = filledIn(draft.kind, draft.saves + 1);
    const said = draft.kind === 'Sheet' ? { scores, note } : { scores };
    if (await this.write(draft, { draft: said, note }, tally)) draft.saves += 1;
  }

  /** Asks until it is answered, with the same key, and waits as long as it is told to. @returns whether it was done */
  private async write(record: Open, wish: Wish, tally: Tally): Promise<boolean> {
    const key = randomUUID();
    const route =
      'event' in wish ? `POST /api/blocs/:bloc/${FOLDER[record.kind]}/:id/events` : `PUT /api/blocs/:bloc/${FOLDER[record.kind]}/:id`;
    for (;;) {
      const answer = await tally.timed(route, () => askOnce(this.ledger, this.browser, record, wish, { key }));
      if (!answer) tally.lost();
      else if (answer.status < 300) record.version = answer.body.version;
      if (answer && answer.status < 500) return answer.status < 300;
      await this.wait(answer);
    }
  }

  private async read(route: string, path: string, tally: Tally): Promise<void> {
    const answer = await tally.timed(route, () => this.browser.get(path));
    if (!answer || answer.status >= 500) await this.wait(answer);
  }

  /** As long as the refusal says, and up to a fifth longer, so that not all come back at once. */
  private wait(answer: Answer<unknown> | null): Promise<void> {
    const seconds = Number(answer?.headers.get('retry-after') ?? 1) || 1;
    return pause(seconds * (1_000 + this.chance(200)));
  }

  private pathOf(list: keyof typeof ROUTES): string {
    return ROUTES[list].replace(':bloc', this.person.bloc).replace(':province', this.person.province);
  }
}
