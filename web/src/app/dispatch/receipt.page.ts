import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inBloc } from '../platform/addresses.js';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { ReceiptBody } from './receipt-body.js';
import { ReceiptDesk } from './receipt-desk.js';
import { aboveReceipt } from './receipt-places.js';

/** A receipt for somebody of the recipient, or who follows the dispatch: the papers, and the word that they have come. */
@Component({
  selector: 'app-receipt-page',
  imports: [Crumbs, DoneNote, ReceiptBody, Region, RouterLink, StateTag],
  providers: [ReceiptDesk],
  template: `
    <app-crumbs [above]="above()" />
    @if (desk.done()) {
      <app-done-note [heading]="doneWords" />
    }
    <div class="page-head">
      <div>
        <h1 i18n="@@receipt.title">Văn bản Khối gửi</h1>
        @if (desk.view(); as view) {
          <p class="line">
            <app-state-tag kind="Receipt" [state]="view.state" />
            <span class="hint">{{ sent(view.sentAt) }}</span>
          </p>
          <p class="lede">{{ view.recipientName }}</p>
        }
      </div>
      <p class="no-print"><a routerLink="history" i18n="@@history.title">Lịch sử hồ sơ</a></p>
    </div>
    <app-region [of]="desk.record" [lines]="6">
      @if (desk.view(); as view) {
        <app-receipt-body
          [view]="view"
          [base]="desk.address()"
          [(name)]="name"
          [busy]="desk.busy()"
          [problem]="desk.problem()"
          (confirm)="desk.confirm('event', $event)"
        />
      }
    </app-region>
  `,
})
export class ReceiptPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly desk = inject(ReceiptDesk);
  private readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);
  protected readonly doneWords = $localize`:@@receiptLink.done:Đã xác nhận đã nhận`;
  /** Whoever is signed in need not write their name again. */
  protected readonly name = linkedSignal(() => this.session.me()?.name ?? '');
  protected readonly above = computed(() => aboveReceipt(this.session, this.bloc(), this.year()));

  constructor() {
    const title = inject(PageTitle);
    this.desk.open(() => inBloc(this.bloc(), 'receipts', this.id()));
    effect(() => title.about(this.desk.view()?.recipientName ?? null));
  }

  protected sent(instant: string): string {
    return $localize`:@@receipt.sent:Gửi ${instantInWords(instant, this.language)}:instant:`;
  }
}
