import { Component, computed, inject, input, model, output } from '@angular/core';
import type { Confirmation, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import { dayInWords, instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PaperList } from './paper-list.js';
import { ReceiptForm } from './receipt.form.js';

/** What a recipient sees of a receipt: the papers that came, then the form, or who confirmed and when. */
@Component({
  selector: 'app-receipt-body',
  imports: [PaperList, ReceiptForm],
  template: `
    <section class="card pad" aria-labelledby="papers-heading">
      <h2 id="papers-heading" i18n="@@receipt.papers">Văn bản nhận được</h2>
      <app-paper-list [papers]="view().papers" [base]="base()" />
    </section>
    @if (asks()) {
      <section class="card pad section" aria-labelledby="confirm-heading">
        <h2 id="confirm-heading" i18n="@@receipt.confirm">Xác nhận đã nhận</h2>
        <app-receipt-form
          [registers]="view().registersIncoming"
          [(name)]="name"
          [busy]="busy()"
          [problem]="problem()"
          (confirm)="confirm.emit($event)"
        />
      </section>
    }
    @if (view().confirmedAt; as at) {
      <section class="card pad section" aria-labelledby="confirmed-heading">
        <h2 id="confirmed-heading" i18n="@@receipt.confirmed">Đã xác nhận</h2>
        <dl class="facts wide">
          <dt i18n="@@receipt.by">Người nhận</dt>
          <dd>{{ view().confirmedBy }}</dd>
          <dt i18n="@@receipt.at">Lúc</dt>
          <dd>{{ when(at) }}</dd>
          @if (view().incomingNumber; as number) {
            <dt i18n="@@receipt.number">Số đến</dt>
            <dd>{{ number }}</dd>
          }
          @if (view().incomingDate; as day) {
            <dt i18n="@@receipt.date">Ngày đến</dt>
            <dd>{{ dayOf(day) }}</dd>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    h2 {
      margin-bottom: var(--td-space-3);
    }
  `,
})
export class ReceiptBody {
  readonly view = input.required<ReceiptView>();
  /** The receipt's address, below which its papers lie. */
  readonly base = input.required<string>();
  readonly name = model('');
  readonly busy = input(false);
  readonly problem = input<unknown>(null);
  readonly confirm = output<Confirmation>();
  private readonly language = inject(LANGUAGE);
  protected readonly asks = computed(() => this.view().actions.some(({ type }) => type === 'confirm'));

  protected when(at: string): string {
    return instantInWords(at, this.language);
  }

  protected dayOf(day: string): string {
    return dayInWords(day, this.language);
  }
}
