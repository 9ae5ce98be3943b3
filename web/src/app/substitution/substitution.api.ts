import { inject, Injectable } from '@angular/core';
import { History } from '@thidua/workflows/record';
import {
  FittingPosts,
  SubstitutionPage,
  SUBSTITUTIONS_ON_PAGE,
  SubstitutionView,
  type SubstitutionDraft,
} from '@thidua/workflows/substitution/substitution.schema';
import { Api } from '../platform/api.js';

const addressOf = (province: string, id?: string): string => `/api/provinces/${province}/substitutions${id ? `/${id}` : ''}`;

/** Who stands in for whom: what the reader gave and got in a province. */
@Injectable({ providedIn: 'root' })
export class SubstitutionApi {
  private readonly api = inject(Api);

  /** Newest first, a page from the mark of the page before. Call it where `inject` may be called. */
  list(province: () => string, after: () => string) {
    return this.api.read(
      () => `${addressOf(province())}?limit=${SUBSTITUTIONS_ON_PAGE}${after() ? `&after=${after()}` : ''}`,
      SubstitutionPage,
    );
  }

  /** Call it where `inject` may be called. */
  one(province: () => string, id: () => string) {
    return this.api.read(() => addressOf(province(), id()), SubstitutionView);
  }

  /** Call it where `inject` may be called. */
  history(province: () => string, id: () => string) {
    return this.api.read(() => `${addressOf(province(), id())}/history`, History);
  }

  /** Who may be named for the reader's posts today. Call it where `inject` may be called. */
  fitting(province: () => string) {
    return this.api.read(() => addressOf(province(), 'fitting'), FittingPosts);
  }

  /** @throws Refusal 'needs-fitting-post' | 'needs-sound-period' | 'needs-no-loop' | 'needs-no-other-substitute' */
  name(province: string, draft: SubstitutionDraft): Promise<SubstitutionView> {
    return this.api.post(addressOf(province), draft, SubstitutionView);
  }

  /** @throws Refusal 'stale' | 'needs-running-substitution' */
  end(province: string, { id, version }: SubstitutionView): Promise<SubstitutionView> {
    return this.api.send(addressOf(province, id), { type: 'end', version }, SubstitutionView);
  }
}
