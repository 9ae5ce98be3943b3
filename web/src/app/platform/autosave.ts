import { computed, signal } from '@angular/core';
import { isPassing, problemOf, type ProblemBody } from './problem.js';

/** 1.5 s after the last key (ux.md P4). */
export const QUIET_MS = 1_500;
const RETRY_MS = 10_000;

/** How the saving of a draft stands. */
export type SaveState =
  | { readonly kind: 'clean' | 'changed' | 'incomplete' | 'saving' | 'cut' | 'ended' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'stale' | 'refused'; readonly problem: ProblemBody };

/** What saving does for one form. */
export interface Saving {
  /** Whether the draft has its shape; one that is half written waits on this device. */
  ready(): boolean;
  /** Puts the draft as it is now. @throws Refusal */
  save(): Promise<void>;
  /** Keeps it on this device, for the case that saving fails. */
  keep(): void;
  /** Forgets what was kept on this device. */
  forget(): void;
}

/** Saves a draft by itself: soon after the last key, on leaving a field, and again when the line is back (ux.md P4). */
export class Autosave {
  private readonly now = signal<SaveState>({ kind: 'clean' });
  readonly state = this.now.asReadonly();
  /** Who saved the version that stands in the way, and when, where the refusal says it. */
  readonly latest = computed(() => {
    const now = this.now();
    return now.kind === 'stale' ? now.problem.latest : undefined;
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  private changes = 0;
  private saved = 0;
  private readonly online = () => void this.flush();

  constructor(private readonly saving: Saving) {
    globalThis.addEventListener('online', this.online);
  }

  /** Something was typed. */
  touch(): void {
    this.changes += 1;
    this.saving.keep();
    if (this.now().kind === 'stale') return; // the person chooses first
    this.now.set({ kind: 'changed' });
    this.wait(QUIET_MS);
  }

  /** Saves what is not saved yet. @returns whether everything is saved now */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    // Whoever waited looks again: another who waited may have begun the next save, and two saves of one version contradict each other.
    while (this.running) await this.running;
    if (this.saved === this.changes) return true;
    if (this.now().kind === 'stale') return false;
    if (!this.saving.ready()) {
      this.now.set({ kind: 'incomplete' });
      return false;
    }
    this.running = this.run().finally(() => (this.running = null));
    const done = await this.running;
    return done && this.saved < this.changes ? this.flush() : done;
  }

  /** The form stands on the newest version again, with these changes of the person on it or none. */
  settle(changed: boolean): void {
    this.now.set({ kind: changed ? 'changed' : 'clean' });
    if (changed) this.touch();
    else {
      this.saved = this.changes;
      this.saving.forget();
    }
  }

  /** The form is gone; what is not saved stays on this device. */
  stop(): void {
    clearTimeout(this.timer);
    globalThis.removeEventListener('online', this.online);
  }

  private async run(): Promise<boolean> {
    const upTo = this.changes;
    this.now.set({ kind: 'saving' });
    try {
      await this.saving.save();
      this.saved = upTo;
      if (this.saved === this.changes) {
        this.saving.forget();
        this.now.set({ kind: 'saved', at: new Date() });
      } else {
        this.saving.keep(); // what was typed meanwhile stands on the new version, and is not saved yet
        this.now.set({ kind: 'changed' });
      }
      return true;
    } catch (error) {
      this.fail(problemOf(error));
      return false;
    }
  }

  private fail(problem: ProblemBody): void {
    if (isPassing(problem)) {
      this.now.set({ kind: 'cut' });
      this.wait(RETRY_MS);
    } else if (problem.status === 401) this.now.set({ kind: 'ended' });
    else this.now.set({ kind: problem.code === 'stale' ? 'stale' : 'refused', problem });
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }
}
