import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { instantInWords, weekdayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { HistoryList } from '../ui/history-list.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { RegistrationApi } from './registration.api.js';

/** The facts of a registration and the last lines of its history. */
@Component({
  selector: 'app-registration-aside',
  imports: [HistoryList, Icon, MatButton, Region, RouterLink],
  template: `
    <aside class="stack" i18n-aria-label="@@registration.aside" aria-label="Tóm tắt và lịch sử">
      <section class="card pad" aria-labelledby="summary-heading">
        <h2 id="summary-heading" i18n="@@registration.summary">Tóm tắt</h2>
        <dl class="facts">
          <dt i18n="@@registrations.unit">Đơn vị</dt>
          <dd>{{ view().unitName }}</dd>
          @if (view().groupNumber; as group) {
            <dt i18n="@@registrations.group">Nhóm</dt>
            <dd>{{ group }}</dd>
          }
          <dt i18n="@@registrations.reviewer">Người xem xét</dt>
          <dd>{{ view().reviewerName ?? secretary }}</dd>
          <dt i18n="@@registration.due">Hạn gửi</dt>
          <dd>{{ due() }}</dd>
          @if (view().submittedAt; as at) {
            <dt i18n="@@registration.submittedAt">Gửi lúc</dt>
            <dd>{{ when(at) }}</dd>
          }
        </dl>
        <button matButton="outlined" type="button" class="small-button no-print" (click)="print()">
          <app-icon name="print" /><span i18n="@@print">In</span>
        </button>
      </section>
      <section class="card pad no-print" aria-labelledby="history-heading">
        <h2 id="history-heading" i18n="@@history.title">Lịch sử hồ sơ</h2>
        <app-region [of]="history">
          @if (history.value(); as read) {
            <app-history-list [items]="read.items" [most]="4" />
            <a [routerLink]="['/', bloc(), year(), 'registrations', view().id, 'history']" i18n="@@history.all">Xem đủ lịch sử</a>
          }
        </app-region>
      </section>
    </aside>
  `,
  styles: `
    h2 {
      margin-bottom: var(--td-space-2);
    }
  `,
})
export class RegistrationAside {
  readonly view = input.required<RegistrationView>();
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  protected readonly secretary = $localize`:@@registrations.secretary:Thư ký Khối`;
  private readonly api = inject(RegistrationApi);
  /** Read anew only when the state has changed: saving a draft writes no entry. */
  private readonly stand = computed(() => `${this.view().id} ${this.view().state}`);
  protected readonly history = this.api.history(this.bloc, () => this.stand().split(' ')[0]!);
  protected readonly due = computed(() => weekdayInWords(this.view().due, this.language));
  protected readonly when = (at: string) => instantInWords(at, this.language);

  protected print(): void {
    globalThis.print();
  }
}
