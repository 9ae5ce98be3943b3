import { inject, Injectable } from '@angular/core';
import { CycleView, type CycleEvent } from '@thidua/workflows/cycle/cycle.schema';
import { Page } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Cycles = Page(CycleView);

/** The years of a bloc: members, groups, frozen rules. */
@Injectable({ providedIn: 'root' })
export class CycleApi {
  private readonly api = inject(Api);

  /** The year of the spot, as a list of one or none. Call it where `inject` may be called. */
  ofYear(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'cycles'), Cycles);
  }

  history(bloc: () => string, id: () => string | undefined) {
    return this.api.read(() => (id() ? `${inBloc(bloc(), 'cycles', id()!)}/history` : undefined), History);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: CycleEvent): Promise<CycleView> {
    return this.api.send(inBloc(bloc, 'cycles', id), event, CycleView);
  }
}
