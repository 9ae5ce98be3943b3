import { Component, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { MailLine } from '@thidua/workflows/development/mail.schema';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { TextField } from '../ui/text-field.js';
import { MailboxApi } from './mailbox.api.js';

/** Development only: the letters that the program sent, newest first. Whose letters are shown stands in the address. */
@Component({
  selector: 'app-mailbox-list',
  imports: [Cell, Crumbs, DataTable, EmptyState, MatButton, Region, RouterLink, TextField],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@mailbox.title">Hộp thư mẫu</h1>
        <p class="lede" i18n="@@mailbox.lede">Mọi thư của chế độ mẫu dừng ở đây, không thư nào ra ngoài. Giờ nhận là giờ thật.</p>
      </div>
      <button matButton="outlined" type="button" (click)="list.reload()" i18n="@@mailbox.again">Xem thư mới</button>
    </div>
    <form class="card pad filters" (submit)="filter($event)">
      <app-text-field fieldId="mailbox-to" type="email" i18n-label="@@mailbox.filter" label="Thư gửi tới địa chỉ" [(value)]="address" />
      <button matButton="outlined" type="submit" i18n="@@mailbox.show">Lọc thư</button>
      @if (to()) {
        <a routerLink="/mailbox" i18n="@@mailbox.all">Xem thư của mọi người</a>
      }
    </form>
    <app-region [of]="list" [lines]="8">
      @if (list.value(); as read) {
        <div class="card">
          @if (read.items.length > 0) {
            <app-data-table i18n-caption="@@mailbox.caption" caption="Thư đã gửi" [columns]="columns" [rows]="read.items">
              <ng-template appCell="subject" let-row>
                <a [routerLink]="[rowOf(row).id]">{{ rowOf(row).subject }}</a>
              </ng-template>
              <ng-template appCell="to" let-row>
                <a routerLink="/mailbox" [queryParams]="{ to: rowOf(row).to }">{{ rowOf(row).to }}</a>
              </ng-template>
              <ng-template appCell="at" let-row
                ><time [attr.datetime]="rowOf(row).at">{{ when(rowOf(row).at) }}</time></ng-template
              >
            </app-data-table>
          } @else if (to()) {
            <app-empty-state i18n="@@mailbox.none">Chưa có thư nào tới địa chỉ này.</app-empty-state>
          } @else {
            <app-empty-state i18n="@@mailbox.empty">Chưa có thư nào. Thư đi khi có người gửi, trả lại hay chấp nhận hồ sơ.</app-empty-state>
          }
        </div>
        @if (read.next; as next) {
          <p class="section">
            <a [matButton]="'outlined'" routerLink="/mailbox" [queryParams]="{ to: to(), after: next }" i18n="@@mailbox.older"
              >Xem thư cũ hơn</a
            >
          </p>
        }
      }
    </app-region>
  `,
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--td-space-3) var(--td-space-4);
      margin-bottom: var(--td-space-4);
    }
    .filters app-text-field {
      flex: 0 1 22rem;
      min-width: min(16rem, 100%);
    }
    .filters a {
      padding: 0.6rem 0;
    }
    td a,
    th a {
      overflow-wrap: anywhere;
    }
  `,
})
export class MailboxList {
  readonly to = input<string>();
  readonly after = input<string>();
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  protected readonly address = linkedSignal(() => this.to() ?? '');
  protected readonly list = inject(MailboxApi).list(this.to, this.after);
  protected readonly columns: readonly Column[] = [
    { key: 'subject', name: $localize`:@@mailbox.subject:Tiêu đề` },
    { key: 'to', name: $localize`:@@mailbox.to:Người nhận` },
    { key: 'at', name: $localize`:@@mailbox.at:Lúc nhận` },
  ];

  /** A template's variable has no type of its own. */
  protected readonly rowOf = (row: MailLine) => row;
  protected readonly when = (at: string) => instantInWords(at, this.language);

  protected filter(event: Event): void {
    event.preventDefault();
    void this.router.navigate(['/mailbox'], { queryParams: { to: this.address().trim() || null } });
  }
}
