import { inject, Injectable } from '@angular/core';
import {
  FittingPosts,
  SubstitutionList,
  SubstitutionView,
  type SubstitutionDraft,
} from '@thidua/workflows/substitution/substitution.schema';
import { Api } from '../platform/api.js';

const addressOf = (province: string, id?: string): string => `/api/provinces/${province}/substitutions${id ? `/${id}` : ''}`;

/** Who stands in for whom: what the reader gave and got in a province. */
@Injectable({ providedIn: 'root' })
export class SubstitutionApi {
  private readonly api = inject(Api);

  /** Call it where `inject` may be called. */
  list(province: () => string) {
    return this.api.read(() => addressOf(province()), SubstitutionList);
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
