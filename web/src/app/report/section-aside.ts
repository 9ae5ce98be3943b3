import { Component, computed, inject, input } from '@angular/core';
import type { SectionView } from '@thidua/workflows/report/section.schema';
import { instantInWords, weekdayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { RecordAside } from '../ui/record-aside.js';
import { FindingsList, type ListedFinding } from './findings-list.js';
import { SectionApi } from './section.api.js';

/** The facts of a section, what an attentive reader will notice in it, and the last lines of its history. */
@Component({
  selector: 'app-section-aside',
  imports: [FindingsList, RecordAside],
  template: `
    <app-record-aside [history]="history" [whole]="['/', bloc(), year(), 'sections', view().id, 'history']">
      <dl class="facts">
        <dt i18n="@@section.unit">Đơn vị</dt>
        <dd>{{ view().unitName }}</dd>
        <dt i18n="@@section.words">Số từ</dt>
        <dd>{{ view().words }}</dd>
        <dt i18n="@@section.due">Hạn gửi</dt>
        <dd>{{ due() }}</dd>
        @if (view().submittedAt; as at) {
          <dt i18n="@@section.submittedAt">Gửi lúc</dt>
          <dd>{{ when(at) }}</dd>
        }
        @if (view().acceptedAt; as at) {
          <dt i18n="@@section.acceptedAt">Nhận vào báo cáo lúc</dt>
          <dd>{{ when(at) }}</dd>
        }
      </dl>
      @if (findings(); as found) {
        <section between class="card" aria-labelledby="findings-heading">
          <header><h2 id="findings-heading" i18n="@@findings.heading">Điểm nên xem lại</h2></header>
          <app-findings-list [findings]="found" />
        </section>
      }
    </app-record-aside>
  `,
})
export class SectionAside {
  readonly view = input.required<SectionView>();
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  /** Null: the reader has no part in writing it. */
  readonly findings = input<readonly ListedFinding[] | null>(null);
  private readonly language = inject(LANGUAGE);
  /** Read anew only when the state has changed: saving a draft writes no entry. */
  private readonly stand = computed(() => `${this.view().id} ${this.view().state}`);
  protected readonly history = inject(SectionApi).history(this.bloc, () => this.stand().split(' ')[0]!);
  protected readonly due = computed(() => weekdayInWords(this.view().due, this.language));
  protected readonly when = (at: string) => instantInWords(at, this.language);
}
