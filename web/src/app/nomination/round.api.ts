import { inject, Injectable } from '@angular/core';
import { RoundView, type RoundEvent } from '@thidua/workflows/nomination/round.schema';
import { Page } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Rounds = Page(RoundView);

/** Rounds of the nomination meeting as the API gives and takes them. */
@Injectable({ providedIn: 'root' })
export class RoundApi {
  private readonly api = inject(Api);

  list(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'rounds'), Rounds);
  }

  one(bloc: () => string, id: () => string) {
    return this.api.read(() => inBloc(bloc(), 'rounds', id()), RoundView);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => `${inBloc(bloc(), 'rounds', id())}/history`, History);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: RoundEvent): Promise<RoundView> {
    return this.api.send(inBloc(bloc, 'rounds', id), event, RoundView);
  }
}
