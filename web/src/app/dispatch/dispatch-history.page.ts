import { Component, effect, inject, input } from '@angular/core';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { HistoryList } from '../ui/history-list.js';
import { Region } from '../ui/region.js';
import { DispatchApi } from './dispatch.api.js';

/** What happened to a dispatch, in words: who sent it, and every corrected address. */
@Component({
  selector: 'app-dispatch-history-page',
  imports: [Crumbs, HistoryList, Region],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'dispatches'] },
        { name: year(), link: ['/', bloc(), year(), 'dispatches', id()] },
      ]"
    />
    <div class="page-head"><h1 i18n="@@history.title">Lịch sử hồ sơ</h1></div>
    <app-region [of]="history">
      @if (history.hasValue()) {
        <div class="card pad"><app-history-list [items]="history.value().items" /></div>
      }
    </app-region>
  `,
})
export class DispatchHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly listName = $localize`:@@dispatches.title:Gửi văn bản`;
  protected readonly history = inject(DispatchApi).history(this.bloc, this.id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.listName));
  }
}
