import { Readable } from 'node:stream';

/** So many bytes may wait for somebody who does not read, beyond what the operating system takes. */
const WAITS_AT_MOST = 256;
/** A comment of an event stream: it keeps proxies from cutting the line (they do after 60 s), and browsers pass over it. */
const BEAT = ':\n\n';
/** All that is ever told. */
const NEWS = 'data: changed\n\n';

/** An answer that stays open, as server-sent events: words are added as they come, and nothing is kept for whoever does not read them. */
export class Line {
  /** What is sent. */
  readonly words = new Readable({ highWaterMark: WAITS_AT_MOST, read: () => undefined });

  private over = false;

  /** Whether its other end was told that nothing more is said. */
  get isOver(): boolean {
    return this.over;
  }

  /** Says that something has changed. */
  tell(): void {
    this.say(NEWS);
  }

  /** Says that the line stands. */
  beat(): void {
    this.say(BEAT);
  }

  /** Nothing more is said: the other end is told so, and may come again. Whoever has not taken that when it is said again is cut. */
  end(): void {
    if (this.over) this.words.destroy();
    else this.words.push(null);
    this.over = true;
  }

  private say(word: string): void {
    if (!this.over && !this.words.destroyed && !this.words.push(word)) this.words.destroy();
  }
}
