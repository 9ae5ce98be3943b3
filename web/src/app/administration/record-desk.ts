import type { HttpResourceRef } from '@angular/common/http';
import { signal } from '@angular/core';
import { lastOf } from '../platform/follow.js';
import { problemOf } from '../platform/problem.js';

/** An event as a page gives it: the desk adds the version that the person sees. */
export type Told<Event> = Event extends infer One ? (One extends { version: number } ? Omit<One, 'version'> : never) : never;

/** One record on the table: as it stands, which form is open, its events. Made where `inject` may be called. */
export class RecordDesk<View extends { readonly version: number }, Event extends { readonly type: string; readonly version: number }> {
  readonly view;
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);
  /** The event whose form is open. */
  readonly opened = signal<string | null>(null);
  /** What was done last, for the note that says so. */
  readonly done;

  constructor(
    readonly record: HttpResourceRef<View | undefined>,
    private readonly post: (event: Event) => Promise<View>,
    /** What was done on the page before, which led here. */
    before: string | null = null,
  ) {
    this.view = lastOf(record);
    this.done = signal(before);
  }

  open(type: string | null): void {
    this.problem.set(null);
    this.done.set(null);
    this.opened.set(type);
  }

  /** Sends an event with the version that is seen. @returns whether it was accepted */
  async send(event: Told<Event>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set(null);
    try {
      this.record.set(await this.post({ ...event, version: this.view()!.version } as unknown as Event));
      this.opened.set(null);
      this.done.set((event as { type: string }).type);
      return true;
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
