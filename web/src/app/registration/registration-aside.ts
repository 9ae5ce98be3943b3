import { Component, computed, inject, input } from '@angular/core';
import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { instantInWords, weekdayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { RecordAside } from '../ui/record-aside.js';
import { RegistrationApi } from './registration.api.js';

/** The facts of a registration and the last lines of its history. */
@Component({
  selector: 'app-registration-aside',
  imports: [RecordAside],
  template: `
    <app-record-aside [history]="history" [whole]="['/', bloc(), year(), 'registrations', view().id, 'history']">
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
    </app-record-aside>
  `,
})
export class RegistrationAside {
  readonly view = input.required<RegistrationView>();
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  protected readonly secretary = $localize`:@@registrations.secretary:Thư ký Khối`;
  /** Read anew only when the state has changed: saving a draft writes no entry. */
  private readonly stand = computed(() => `${this.view().id} ${this.view().state}`);
  protected readonly history = inject(RegistrationApi).history(this.bloc, () => this.stand().split(' ')[0]!);
  protected readonly due = computed(() => weekdayInWords(this.view().due, this.language));
  protected readonly when = (at: string) => instantInWords(at, this.language);
}
