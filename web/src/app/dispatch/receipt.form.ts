import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Confirmation } from '@thidua/workflows/dispatch/dispatch.schema';
import { eventName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventFinal } from '../ui/event-final.js';
import { ProblemNote } from '../ui/problem-note.js';
import { TextField } from '../ui/text-field.js';

const FIELDS: Readonly<Record<string, string>> = {
  '/name': 'receiver-name',
  '/incomingNumber': 'incoming-number',
  '/incomingDate': 'incoming-date',
};
/** The field that a refusal is about. */
const PLACES: Readonly<Record<string, string>> = { 'needs-incoming-number': '/incomingNumber', 'needs-incoming-day': '/incomingDate' };

/** The word that the papers have come: who received them and, from the council's standing body, its incoming number and date. It cannot be taken back: it is asked once more with what was written. */
@Component({
  selector: 'app-receipt-form',
  imports: [ErrorSummary, EventFinal, MatButton, ProblemNote, TextField],
  template: `
    <app-error-summary [corrections]="corrections()" />
    @if (other(); as refused) {
      <app-problem-note [problem]="refused" />
    }
    <form class="stack" novalidate (submit)="submit($event)">
      <app-text-field
        fieldId="receiver-name"
        autocomplete="name"
        i18n-label="@@receipt.name"
        label="Họ và tên người nhận"
        [most]="120"
        [error]="faults().get('/name')"
        [(value)]="name"
      />
      @if (registers()) {
        <app-text-field
          fieldId="incoming-number"
          i18n-label="@@receipt.number"
          label="Số đến"
          i18n-hint="@@receipt.numberHint"
          hint="Số trong sổ đăng ký văn bản đến của cơ quan."
          [most]="40"
          [error]="faults().get('/incomingNumber')"
          [(value)]="number"
        />
        <app-text-field
          fieldId="incoming-date"
          type="date"
          i18n-label="@@receipt.date"
          label="Ngày đến"
          [error]="faults().get('/incomingDate')"
          [(value)]="date"
        />
      }
      <div class="line">
        <button
          [matButton]="asked() ? 'outlined' : 'filled'"
          type="submit"
          disabledInteractive
          [aria-disabled]="busy()"
          [attr.aria-expanded]="asked() !== null"
        >
          {{ verb }}
        </button>
        <p class="hint" i18n="@@receipt.after">Khối thi đua thấy ngay ai nhận và lúc nào. Xác nhận một lần, không sửa được.</p>
      </div>
    </form>
    @if (asked(); as told) {
      <app-event-final
        [verb]="verb"
        i18n-object="@@receipt.object"
        object="văn bản"
        [after]="inWords(told)"
        (given)="settle(told)"
        (dropped)="drop()"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--td-measure);
    }
    @media (max-width: 640px) {
      button {
        flex: 1 1 100%;
      }
    }
  `,
})
export class ReceiptForm {
  /** Whether number and date are asked. */
  readonly registers = input.required<boolean>();
  readonly name = model('');
  readonly busy = input(false);
  /** What the last press was refused with. */
  readonly problem = input<unknown>(null);
  readonly confirm = output<Confirmation>();
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(LANGUAGE);
  protected readonly verb = eventName('Receipt', 'confirm', this.language);
  protected readonly number = signal('');
  protected readonly date = signal('');
  /** What is wrong where; a refusal that is about a field stands at the field. */
  protected readonly faults = linkedSignal<unknown, Faults>({
    source: this.problem,
    computation: (problem) => {
      const place = problem ? PLACES[problemOf(problem).code] : undefined;
      return place ? new Map([[place, problemOf(problem).detail]]) : NO_FAULTS;
    },
  });
  protected readonly other = computed(() => (this.problem() && !PLACES[problemOf(this.problem()).code] ? this.problem() : null));
  /** What is asked once more; what is written meanwhile is another question. */
  protected readonly asked = linkedSignal<unknown, Confirmation | null>({
    source: () => [this.name(), this.number(), this.date(), this.problem()],
    computation: () => null,
  });
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.faults()].map(([place, text]) => ({ fieldId: FIELDS[place] ?? null, text })),
  );

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    const told = {
      name: this.name(),
      ...(this.registers() && this.number().trim() ? { incomingNumber: this.number() } : {}),
      ...(this.registers() && this.date() ? { incomingDate: this.date() } : {}),
    };
    const parsed = Confirmation.safeParse(told);
    this.faults.set(parsed.success ? NO_FAULTS : faultsOfShape(parsed.error.issues));
    this.asked.set(parsed.success ? parsed.data : null);
  }

  protected inWords({ name, incomingNumber, incomingDate }: Confirmation): string {
    const told = [
      $localize`:@@receipt.toldName:Người nhận: ${name}:name:.`,
      incomingNumber ? $localize`:@@receipt.toldNumber:Số đến: ${incomingNumber}:number:.` : '',
      incomingDate ? $localize`:@@receipt.toldDate:Ngày đến: ${dayInWords(incomingDate, this.language)}:day:.` : '',
      $localize`:@@receipt.final:Sau đó không sửa được.`,
    ];
    return told.filter(Boolean).join(' ');
  }

  protected settle(told: Confirmation): void {
    this.asked.set(null);
    this.confirm.emit(told);
  }

  /** Back to the button that asked. */
  protected drop(): void {
    this.asked.set(null);
    focusPlace(this.document, 'app-receipt-form button[type=submit]');
  }
}
