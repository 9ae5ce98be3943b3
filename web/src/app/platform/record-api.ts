import type { ResourceRef } from '@angular/core';
import { History } from '@thidua/workflows/record';
import type { z } from 'zod';
import { inBloc, ofYear } from './addresses.js';
import type { Api } from './api.js';
import type { Freshening, FreshRef } from './fresh.js';
import type { Spot } from './where.js';

/** The records of one kind as the API gives and takes them. `list`, `one` and `history` are read anew when what they depend on changes. */
export class RecordApi<View> {
  constructor(
    private readonly api: Api,
    /** The list's part of the address, such as `registrations`. */
    readonly path: string,
    private readonly shape: z.ZodType<View>,
  ) {}

  /** All records of a year that the reader may see. @param spot null: there is nothing to read */
  list(spot: () => Spot | null): ResourceRef<readonly View[] | undefined> & Freshening {
    return this.api.readAll(() => {
      const at = spot();
      return at ? ofYear(at, this.path) : undefined;
    }, this.shape);
  }

  /** @param id empty: not known yet */
  one(bloc: () => string, id: () => string): FreshRef<View | undefined> {
    return this.api.read(() => (id() ? this.address(bloc(), id()) : undefined), this.shape);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => (id() ? `${this.address(bloc(), id())}/history` : undefined), History);
  }

  /** The newest version, read once. @throws Refusal */
  newest(bloc: string, id: string): Promise<View> {
    return this.api.once(this.address(bloc, id), this.shape);
  }

  /** Saves a draft. @throws Refusal 'stale' when someone else changed it */
  save(bloc: string, id: string, edit: { readonly version: number }): Promise<View> {
    return this.api.put(this.address(bloc, id), edit, this.shape);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: { readonly type: string; readonly version: number }): Promise<View> {
    return this.api.send(this.address(bloc, id), event, this.shape);
  }

  private address(bloc: string, id: string): string {
    return inBloc(bloc, this.path, id);
  }
}
