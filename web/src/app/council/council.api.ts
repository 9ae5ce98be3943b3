import { inject, Injectable } from '@angular/core';
import { ProvinceBloc, ProvinceReceipt } from '@thidua/workflows/council/council.schema';
import { Api } from '../platform/api.js';

const of = (province: string, list: string): string => `/api/provinces/${encodeURIComponent(province)}/${list}`;

/** What readers of a whole province see. Call its methods where `inject` may be called. */
@Injectable({ providedIn: 'root' })
export class CouncilApi {
  private readonly api = inject(Api);

  /** The blocs of a province by name, each with its newest year. */
  blocs(province: () => string) {
    return this.api.readAll(() => `${of(province(), 'blocs')}?limit=15`, ProvinceBloc);
  }

  /** What waits to be confirmed by council and standing body, newest first. */
  waiting(province: () => string) {
    return this.api.readAll(() => `${of(province(), 'receipts')}?state=waiting`, ProvinceReceipt);
  }
}
