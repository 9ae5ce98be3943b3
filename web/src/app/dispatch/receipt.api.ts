import { inject, Injectable } from '@angular/core';
import { ReceiptView, type Confirmation, type ReceiptEvent } from '@thidua/workflows/dispatch/dispatch.schema';
import { Page } from '@thidua/workflows/page';
import { History } from '@thidua/workflows/record';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Receipts = Page(ReceiptView);

/** The address of a receipt for whoever bears the link of its letter. */
export const ofLink = (token: string): string => `/api/receipts/${encodeURIComponent(token)}`;

/** Receipts as the API gives and takes them: for those who are signed in, and for the bearer of a link. */
@Injectable({ providedIn: 'root' })
export class ReceiptApi {
  private readonly api = inject(Api);

  list(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'receipts'), Receipts);
  }

  /** @param address of the receipt, `inBloc(…, 'receipts', id)` or `ofLink(token)` */
  one(address: () => string) {
    return this.api.read(address, ReceiptView);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => `${inBloc(bloc(), 'receipts', id())}/history`, History);
  }

  /** @throws Refusal 'stale' | 'not-in-this-state' | 'needs-incoming-number' | 'needs-incoming-day' */
  send(address: string, event: ReceiptEvent): Promise<ReceiptView> {
    return this.api.send(address, event, ReceiptView);
  }

  /** @throws Refusal as `send` */
  confirmByLink(address: string, confirmation: Confirmation & { readonly version: number }): Promise<ReceiptView> {
    return this.api.post(address, confirmation, ReceiptView);
  }
}
