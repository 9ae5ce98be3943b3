import type { HttpResourceRef } from '@angular/common/http';
import { signal } from '@angular/core';

/** Sending written points for good: on its way, or refused with the reason; what was refused is read anew, for it may have moved. */
export class ScoreSending<View extends { readonly version: number }> {
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);

  constructor(private readonly record: HttpResourceRef<View | undefined>) {}

  /** Sends the version that the person saw. @returns whether it was taken; otherwise `problem` says why not */
  async send(event: (version: number) => Promise<View>): Promise<boolean> {
    const seen = this.record.value();
    if (!seen || this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.record.set(await event(seen.version));
      return true;
    } catch (error) {
      this.problem.set(error);
      this.record.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
