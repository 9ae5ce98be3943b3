import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { inBloc } from './addresses.js';
import { Session } from './session.js';
import { Where } from './where.js';

/** Pages read anew so long after a word at the earliest, each after a time of its own: all of a bloc are told at the same moment. */
const SPREAD_MS = 1_000;
/** So long lies between two readings, however much happens. */
const APART_MS = 5_000;
/** The pause before a lost line is tried again; it doubles up to the longest, and each browser takes a time of its own between half and whole. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Hears when something has changed in the bloc before the reader, as long as the page is looked at. A line that is lost comes back by
 * itself; as long as there is none, pages work as they do without.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly where = inject(Where);
  private readonly looked = signal(!this.document.hidden);
  private readonly heard = signal(0);
  private lastHeard = -APART_MS;
  private told: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_PAUSE_MS;
  /** Counts the moments at which something may have changed. */
  readonly moments = this.heard.asReadonly();
  private readonly bloc = computed(() => (this.session.me() && this.looked() ? (this.where.spot()?.bloc ?? null) : null));

  constructor() {
    this.document.addEventListener('visibilitychange', () => this.looked.set(!this.document.hidden));
    effect((onCleanup) => {
      const bloc = this.bloc();
      if (bloc) onCleanup(this.watch(inBloc(bloc, 'changes')));
    });
  }

  /** Pages read anew once more, a while later: what was to be read could not be. */
  again(): void {
    this.told ??= setTimeout(() => {
      this.told = undefined;
      this.lastHeard = performance.now();
      this.heard.update((moments) => moments + 1);
    }, this.wait());
  }

  /** @returns what closes the line */
  private watch(address: string): () => void {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(address);
      source.onmessage = () => this.again();
      source.onopen = () => {
        this.pause = FIRST_PAUSE_MS;
        this.again(); // what happened before the line stood was told to nobody
      };
      source.onerror = () => {
        source.close();
        again = setTimeout(open, this.pause * (0.5 + Math.random() / 2));
        this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
      };
    };
    open();
    return () => {
      source.close();
      clearTimeout(again);
      clearTimeout(this.told);
      this.told = undefined;
    };
  }

  /** Milliseconds until the page is to read anew. */
  private wait(): number {
    return Math.max(0, this.lastHeard + APART_MS - performance.now()) + Math.random() * SPREAD_MS;
  }
}
