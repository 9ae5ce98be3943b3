import { inject, Injectable } from '@angular/core';
import { Page } from '@thidua/workflows/page';
import { RankingView, type RankingEvent } from '@thidua/workflows/ranking/ranking.schema';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Rankings = Page(RankingView);

/** The ranking of a year as the API gives it. */
@Injectable({ providedIn: 'root' })
export class RankingApi {
  private readonly api = inject(Api);

  /** The year's ranking, as a list of one or none. */
  ofYear(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'rankings'), Rankings);
  }

  /** @throws Refusal 'stale' | 'needs-all-verified' */
  send(bloc: string, id: string, event: RankingEvent): Promise<RankingView> {
    return this.api.send(inBloc(bloc, 'rankings', id), event, RankingView);
  }
}
