import { Component, computed, effect, inject, input } from '@angular/core';
import { PageTitle } from '../platform/page-title.js';
import { HistoryBody } from '../ui/history-body.js';
import { DispatchApi } from './dispatch.api.js';

/** What happened to a dispatch, in words: who sent it, and every corrected address. */
@Component({
  selector: 'app-dispatch-history-page',
  imports: [HistoryBody],
  template: `
    <app-history-body
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'dispatches'] },
        { name: name(), link: ['/', bloc(), year(), 'dispatches', id()] },
      ]"
      [history]="history"
    />
  `,
})
export class DispatchHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly listName = $localize`:@@dispatches.title:Gửi văn bản`;
  protected readonly name = computed(() => $localize`:@@dispatch.title:Gửi văn bản của năm ${this.year()}:YEAR:`);
  protected readonly history = inject(DispatchApi).history(this.bloc, this.id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.listName));
  }
}
