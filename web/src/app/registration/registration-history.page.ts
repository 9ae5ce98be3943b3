import { Component, effect, inject, input } from '@angular/core';
import { PageTitle } from '../platform/page-title.js';
import { HistoryBody } from '../ui/history-body.js';
import { RegistrationApi } from './registration.api.js';

/** The whole history of a registration in words. */
@Component({
  selector: 'app-registration-history-page',
  imports: [HistoryBody],
  template: `
    <app-history-body
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'registrations'] },
        { name: record.value()?.unitShortName ?? '…', link: ['/', bloc(), year(), 'registrations', id()] },
      ]"
      [history]="history"
      [also]="record"
    />
  `,
})
export class RegistrationHistoryPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly listName = $localize`:@@registrations.title:Đăng ký, chỉ tiêu`;
  private readonly api = inject(RegistrationApi);
  protected readonly record = this.api.one(this.bloc, this.id);
  protected readonly history = this.api.history(this.bloc, this.id);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.unitShortName ?? null));
  }
}
