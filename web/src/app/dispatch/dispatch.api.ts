import { inject, Injectable } from '@angular/core';
import { DeliveryList, DispatchList, DispatchView, type DispatchEvent } from '@thidua/workflows/dispatch/dispatch.schema';
import { History } from '@thidua/workflows/record';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

/** Dispatches as the API gives and takes them. */
@Injectable({ providedIn: 'root' })
export class DispatchApi {
  private readonly api = inject(Api);

  list(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'dispatches'), DispatchList);
  }

  /** @param id empty: not known yet */
  one(bloc: () => string, id: () => string) {
    return this.api.read(() => (id() ? inBloc(bloc(), 'dispatches', id()) : undefined), DispatchView);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => `${inBloc(bloc(), 'dispatches', id())}/history`, History);
  }

  /** How the letters of a sent dispatch stand. */
  deliveries(bloc: () => string, id: () => string | undefined) {
    return this.api.read(() => (id() ? `${inBloc(bloc(), 'dispatches', id()!)}/deliveries` : undefined), DeliveryList);
  }

  /** Prepares the dispatch of a year with the lines of its papers. @throws Refusal */
  create({ bloc, year }: Spot): Promise<DispatchView> {
    return this.api.post(inBloc(bloc, 'dispatches'), { year }, DispatchView);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: DispatchEvent): Promise<DispatchView> {
    return this.api.send(inBloc(bloc, 'dispatches', id), event, DispatchView);
  }
}
