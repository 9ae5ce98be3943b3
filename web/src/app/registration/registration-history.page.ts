import { Component, effect, inject, input } from '@angular/core';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { HistoryList } from '../ui/history-list.js';
import { Region } from '../ui/region.js';
import { RegistrationApi } from './registration.api.js';

/** The whole history of a registration in words. */
@Component({
  selector: 'app-registration-history-page',
  imports: [Crumbs, HistoryList, Region],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'registrations'] },
        { name: record.value()?.unitShortName ?? '…', link: ['/', bloc(), year(), 'registrations', id()] },
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
