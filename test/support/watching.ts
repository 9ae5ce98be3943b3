import type { BlocRecord } from '@thidua/workflows/unit/unit.schema';
import type { Browser } from './client.js';
import { done } from './scores.js';
import { eventually } from './worker.js';

/** A page that is open and watches a bloc, as a browser does. */
export class Watching {
  /** All that was said on the line. */
  said = '';
  /** How the line came to its end; null while it stands. */
  end: 'ended' | 'cut' | null = null;

  private constructor(
    readonly answer: Response,
    private readonly hangUp: AbortController,
  ) {}

  /** @param bloc the bloc's address, `/api/blocs/…` */
  static async begin(browser: Browser, bloc: string): Promise<Watching> {
    const hangUp = new AbortController();
    const watching = new Watching(await browser.open(`${bloc}/changes`, hangUp.signal), hangUp);
    void watching.listen();
    return watching;
  }

  /** How often it was told that something has changed. */
  get told(): number {
    return this.said.match(/^data: changed$/gm)?.length ?? 0;
  }

  /** Waits until it was told so often. */
  async hears(times = 1): Promise<void> {
    await eventually(() => Promise.resolve(this.told >= times));
  }

  /** Waits until the line is over. @returns how it came to its end */
  ends(): Promise<'ended' | 'cut'> {
    return eventually(() => Promise.resolve(this.end));
  }

  /** Whoever watched goes. */
  leave(): void {
    this.hangUp.abort();
  }

  private async listen(): Promise<void> {
    try {
      for await (const part of this.answer.body!) this.said += Buffer.from(part as Uint8Array).toString();
      this.end = 'ended';
    } catch {
      this.end = 'cut';
    }
  }
}

/** Something changes in a bloc: its council secretary corrects the heading. */
export async function changeBloc(council: Browser, bloc: string): Promise<void> {
  const { id: _id, state: _state, actions: _actions, slug: _slug, ...heading } = done(await council.get<BlocRecord>(bloc));
  done(await council.event(bloc, { type: 'revise', ...heading }));
}
