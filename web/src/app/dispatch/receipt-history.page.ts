import { Component, computed, effect, inject, input } from '@angular/core';
import { inBloc } from '../platform/addresses.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { HistoryBody } from '../ui/history-body.js';
import { ReceiptApi } from './receipt.api.js';
import { aboveReceipt } from './receipt-places.js';

/** What happened to a receipt, in words. */
@Component({
  selector: 'app-receipt-history-page',
  imports: [HistoryBody],
  template: `<app-history-body [above]="above()" [history]="history" />`,
})
export class ReceiptHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(ReceiptApi);
  private readonly session = inject(Session);
  protected readonly above = computed(() => [
    ...aboveReceipt(this.session, this.bloc(), this.year()),
    { name: $localize`:@@receipt.title:Văn bản Khối gửi`, link: ['/', this.bloc(), this.year(), 'receipts', this.id()] },
  ]);
  private readonly record = this.api.one(() => inBloc(this.bloc(), 'receipts', this.id()));
  protected readonly history = this.api.history(this.bloc, this.id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.hasValue() ? this.record.value().recipientName : null));
  }
}
