import { Component, effect, inject, input } from '@angular/core';
import { inBloc } from '../platform/addresses.js';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { HistoryList } from '../ui/history-list.js';
import { Region } from '../ui/region.js';
import { ReceiptApi } from './receipt.api.js';

/** What happened to a receipt, in words. */
@Component({
  selector: 'app-receipt-history-page',
  imports: [Crumbs, HistoryList, Region],
  template: `
    <app-crumbs [above]="[{ name: name, link: ['/', bloc(), year(), 'receipts', id()] }]" />
    <div class="page-head"><h1 i18n="@@history.title">Lịch sử hồ sơ</h1></div>
    <app-region [of]="history">
      @if (history.hasValue()) {
        <div class="card pad"><app-history-list [items]="history.value().items" /></div>
      }
    </app-region>
  `,
})
export class ReceiptHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(ReceiptApi);
  protected readonly name = $localize`:@@receipt.title:Văn bản Khối gửi`;
  private readonly record = this.api.one(() => inBloc(this.bloc(), 'receipts', this.id()));
  protected readonly history = this.api.history(this.bloc, this.id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.hasValue() ? this.record.value().recipientName : null));
  }
}
