import { Component, computed, inject, input } from '@angular/core';
import { HistoryBody } from '../ui/history-body.js';
import { ReportApi } from './report.api.js';

/** The whole history of a year's report in words. */
@Component({
  selector: 'app-report-history-page',
  imports: [HistoryBody],
  template: `<app-history-body
    [above]="[
      { name: listName, link: ['/', bloc(), year(), 'sections'] },
      { name: reportName, link: ['/', bloc(), year(), 'report'] },
    ]"
    [history]="history"
    [also]="list"
  />`,
})
export class ReportHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  protected readonly listName = $localize`:@@sections.title:Phần báo cáo của các đơn vị`;
  protected readonly reportName = $localize`:@@report.title:Báo cáo tổng kết`;
  private readonly api = inject(ReportApi);
  protected readonly list = this.api.list(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  private readonly id = computed(() => this.list.value()?.[0]?.id ?? '');
  protected readonly history = this.api.history(this.bloc, this.id);
}
