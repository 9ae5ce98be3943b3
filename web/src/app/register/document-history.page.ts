import { Component, effect, inject, input } from '@angular/core';
import { Crumbs } from '../ui/crumbs.js';
import { HistoryList } from '../ui/history-list.js';
import { Region } from '../ui/region.js';
import { DocumentApi } from './document.api.js';
import { DocumentDesk } from './document-desk.js';

/** The whole history of a document in words. */
@Component({
  selector: 'app-document-history-page',
  imports: [Crumbs, HistoryList, Region],
  providers: [DocumentDesk],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'documents'] },
        { name: desk.name() || '…', link: ['/', bloc(), year(), 'documents', id()] },
      ]"
    />
    <div class="page-head"><h1 i18n="@@history.title">Lịch sử hồ sơ</h1></div>
    <app-region [of]="history">
      @if (history.value(); as read) {
        <div class="card pad"><app-history-list [items]="read.items" /></div>
      }
    </app-region>
  `,
})
export class DocumentHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly listName = $localize`:@@documents.title:Văn bản`;
  protected readonly desk = inject(DocumentDesk);
  protected readonly history = inject(DocumentApi).history(this.bloc, this.id);

  constructor() {
    effect(() => this.desk.open(this.bloc(), this.id()));
  }
}
