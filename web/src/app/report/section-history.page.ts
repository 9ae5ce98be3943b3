import { Component, effect, inject, input } from '@angular/core';
import { PageTitle } from '../platform/page-title.js';
import { HistoryBody } from '../ui/history-body.js';
import { SectionApi } from './section.api.js';

/** The whole history of a section in words. */
@Component({
  selector: 'app-section-history-page',
  imports: [HistoryBody],
  template: `
    <app-history-body
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'sections'] },
        { name: record.value()?.unitShortName ?? '…', link: ['/', bloc(), year(), 'sections', id()] },
      ]"
      [history]="history"
      [also]="record"
    />
  `,
})
export class SectionHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly listName = $localize`:@@sections.title:Phần báo cáo của các đơn vị`;
  private readonly api = inject(SectionApi);
  protected readonly record = this.api.one(this.bloc, this.id);
  protected readonly history = this.api.history(this.bloc, this.id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.unitShortName ?? null));
  }
}
