import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Problem } from '@thidua/workflows/problem';
import type { Readable } from 'node:stream';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Listening } from '../database/listening.js';
import type { At } from '../door/caller.js';
import { Reader } from '../door/reader.js';
import { CHANGED } from './changes.js';
import { Line } from './line.js';

/** So many lines one person may keep open at one program; a window that is looked at keeps one. */
export const MOST_OF_ONE = 12;
/** So many lines one program keeps. */
export const MOST_OF_ALL = 1_000;
/** How often a line without news says that it stands. */
const BEAT_MS = 20_000;
/**
 * At one of so many beats a line asks whether its reader may still have it, so that it ends within two minutes of the right to it. A beat tells nothing;
 * asking at each took more of the database, where 490 people watched, than one in seven of what they did (`npm run load`).
 */
const ASKS_AT_ONE_OF_BEATS = 6;

/** Whoever looks at a bloc's pages, and the line on which they are told that something has changed. */
interface Watcher {
  readonly at: At;
  readonly personId: string | null;
  readonly line: Line;
}

/** Keeps the lines of those who watch a bloc, and tells them that it has changed; not what. */
@Injectable()
export class Watchers implements BeforeApplicationShutdown {
  private readonly watchers = new Set<Watcher>();
  private readonly logger = new Logger('Watchers');
  private listening: Listening | null = null;
  private ending = false;
  private opened = 0;

  constructor(
    private readonly reader: Reader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Opens a line for whoever asks. It ends with the right to it, and is cut where nobody reads at its other end.
   * @returns the words of the line
   * @throws Problem 'sign-in-needed' | 'not-found' in a bloc that no post of the reader's reaches | 'busy' beyond the most
   */
  async watch(at: At): Promise<Readable> {
    const personId = await this.reader.read(at, ({ actor }) => Promise.resolve(actor.personId));
    const own = [...this.watchers].filter((watcher) => watcher.personId === personId);
    if (this.ending || own.length >= MOST_OF_ONE || this.watchers.size >= MOST_OF_ALL) throw new Problem('busy');
    this.listen();
    return this.open({ at, personId, line: new Line() });
  }

  /** First of all: browsers go to another program at once, and no line holds up the end of this one. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending = true;
    for (const { line } of this.watchers) line.end();
    await this.listening?.stop();
  }

  private open(watcher: Watcher): Readable {
    const { line } = watcher;
    let beats = this.opened++; // lines that come at once, as after a restart, ask at different beats
    const say = () => {
      line.beat();
      beats += 1; // not where nobody could say whether it may: the next beat asks again
    };
    const beat = setInterval(() => {
      if (line.isOver) line.end();
      else if (beats % ASKS_AT_ONE_OF_BEATS === 0) void this.asked(watcher, say);
      else say();
    }, BEAT_MS);
    this.watchers.add(watcher);
    line.words.once('close', () => {
      clearInterval(beat);
      this.watchers.delete(watcher);
    });
    line.beat(); // the head of an answer goes out with its first word
    return line.words;
  }

  /** Listens from the first line on: programs at which nobody watches, such as the worker, keep no connection for it. */
  private listen(): void {
    if (this.listening) return;
    this.listening = new Listening(this.config.databaseUrl, {
      channels: { [CHANGED]: (blocId) => this.tell((watcher) => watcher.at.blocId === blocId) },
      stands: () => this.tell(() => true),
      failed: (error) => this.logger.warn(`listening failed: ${String(error)}`),
    });
    void this.listening.start();
  }

  private tell(concerned: (watcher: Watcher) => boolean): void {
    for (const watcher of this.watchers) if (concerned(watcher)) void this.asked(watcher, () => watcher.line.tell());
  }

  /** No news is told to anybody before it was asked again whether they may hear it. */
  private async asked({ at, line }: Watcher, say: () => void): Promise<void> {
    try {
      await this.reader.read(at, () => Promise.resolve());
      say();
    } catch (error) {
      // A database that is away says neither yes nor no: nothing is said until it is back.
      if (error instanceof Problem) line.end();
    }
  }
}
