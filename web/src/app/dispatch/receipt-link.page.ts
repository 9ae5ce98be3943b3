import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { dayInWords, dayOf } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { ReceiptBody } from './receipt-body.js';
import { ReceiptDesk } from './receipt-desk.js';
import { ofLink } from './receipt.api.js';

/** The page behind the link of a letter, for whoever bears it: who sends what, the papers, one press that confirms. No sign-in. */
@Component({
  selector: 'app-receipt-link-page',
  imports: [Icon, ReceiptBody, Region],
  providers: [ReceiptDesk],
  template: `
    <div class="plain">
      @if (desk.view()?.sample && !session.me()) {
        <p class="note warn"><app-icon name="warning" /><b lang="vi">BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ</b></p>
      }
      <div class="page-head">
        <div>
          <h1 i18n="@@receiptLink.title">Văn bản gửi đến cơ quan</h1>
          @if (desk.view(); as view) {
            <p class="lede" i18n="@@receiptLink.lede">
              <b>{{
                view.blocName // i18n(ph="bloc")
              }}</b>
              gửi
              <b>{{
                view.recipientName // i18n(ph="recipient")
              }}</b>
              hồ sơ thi đua năm
              {{
                view.year  // i18n(ph="year")
              }}, ngày
              {{
                day(view.sentAt)  // i18n(ph="day")
              }}.
            </p>
          }
        </div>
      </div>
      <app-region [of]="desk.record" [lines]="6">
        @if (desk.view(); as view) {
          @if (desk.done()) {
            <div class="note good" role="status">
              <app-icon name="check_circle" />
              <div>
                <h2 tabindex="-1" i18n="@@receiptLink.done">Đã xác nhận đã nhận</h2>
                <p i18n="@@receiptLink.doneNext">
                  Khối thi đua đã được báo. Ông/bà không cần làm gì thêm; liên kết này vẫn mở được văn bản.
                </p>
              </div>
            </div>
          }
          <app-receipt-body
            [view]="view"
            [base]="desk.address()"
            [busy]="desk.busy()"
            [problem]="desk.problem()"
            (confirm)="desk.confirm('link', $event)"
          />
          @if (view.state === 'waiting') {
            <p class="hint" i18n="@@receiptLink.help">
              Chưa đúng nơi nhận hoặc cần hỏi thêm: liên hệ Văn thư của Khối thi đua. Mở liên kết này chưa phải là xác nhận.
            </p>
          }
        }
      </app-region>
    </div>
  `,
  styles: `
    .plain {
      max-width: 46rem;
      margin: 0 auto;
      font: var(--mat-sys-body-large);
    }
    .note {
      margin-bottom: var(--td-space-4);
    }
    .hint {
      margin-top: var(--td-space-4);
    }
  `,
})
export class ReceiptLinkPage {
  readonly token = input.required<string>();
  protected readonly desk = inject(ReceiptDesk);
  protected readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);

  constructor() {
    const title = inject(PageTitle);
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    this.desk.open(() => ofLink(this.token()));
    effect(() => title.about(this.desk.view()?.blocName ?? null));
    effect(() => {
      if (this.desk.done()) queueMicrotask(() => host.nativeElement.querySelector<HTMLElement>('.good h2')?.focus());
    });
  }

  protected day(instant: string): string {
    return dayInWords(dayOf(instant), this.language);
  }
}
