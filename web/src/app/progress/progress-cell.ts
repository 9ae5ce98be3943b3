import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ProgressCell } from '@thidua/workflows/progress/progress.schema';
import { eventName } from '@thidua/workflows/words';
import { dayInWords, dayOf } from '../platform/dates.js';
import { daysLeftInWords } from '../platform/days-left.js';
import { LANGUAGE } from '../platform/language.js';
import { StateTag } from '../ui/state-tag.js';
import type { Look } from '../ui/state-looks.js';

const LOOKS: Readonly<Record<ProgressCell['look'], Look>> = { done: 'done', waiting: 'waiting', ahead: 'draft', out: 'locked' };

/** A step of a unit: pattern, icon and word, until when, and the reminder of whoever may remind. */
@Component({
  selector: 'app-progress-cell',
  imports: [MatButton, StateTag],
  template: `
    <span class="pattern" [class]="cell().look" aria-hidden="true"></span>
    <app-state-tag [look]="look()" [text]="cell().words" />
    @if (days(); as left) {
      <span class="small">{{ left }}</span>
    }
    @if (reminded(); as day) {
      <span class="small" i18n="@@progress.reminded">
        Đã nhắc ngày
        {{
          day // i18n(ph="day")
        }}
      </span>
    }
    @if (cell().remind; as remind) {
      <button
        type="button"
        class="no-print"
        matButton="outlined"
        disabledInteractive
        [aria-disabled]="remind.needs.length > 0 || busy()"
        [attr.aria-describedby]="remind.needs.length > 0 ? whyId() : null"
        (click)="press()"
      >
        <span
          >{{ verb }}<span class="vh"> {{ unit() }}</span></span
        >
      </button>
      @for (need of remind.needs.slice(0, 1); track need.code) {
        <span class="small muted" [id]="whyId()">{{ need.detail }} {{ need.next }}</span>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 0.3rem;
      min-width: 7.5rem;
    }
    .pattern {
      width: 100%;
    }
    .small {
      font: var(--mat-sys-body-small);
    }
    button {
      min-height: var(--td-target);
    }
  `,
})
export class ProgressCellView {
  readonly cell = input.required<ProgressCell>();
  /** The unit's short name: the button's name carries it. */
  readonly unit = input.required<string>();
  /** A reminder is on its way: none can be pressed twice. */
  readonly busy = input(false);
  readonly remind = output();
  private readonly language = inject(LANGUAGE);
  protected readonly verb = eventName('Registration', 'remind', this.language);
  protected readonly days = computed(() => {
    const { daysLeft } = this.cell();
    return daysLeft === null ? null : daysLeftInWords(daysLeft);
  });
  protected readonly look = computed<Look>(() => {
    const { look, step, daysLeft } = this.cell();
    if (daysLeft !== null && daysLeft < 0) return 'late';
    return step === 'peerScore' && look === 'waiting' ? 'sealed' : LOOKS[look];
  });
  protected readonly reminded = computed(() => {
    const { remindedAt, remind } = this.cell();
    // While it cannot be sent again the reason beside the button says when and by whom.
    return remindedAt && !remind?.needs.length ? dayInWords(dayOf(remindedAt), this.language) : null;
  });
  protected readonly whyId = computed(() => `why-${this.cell().kind}-${this.cell().id}`);

  protected press(): void {
    if (!this.busy() && this.cell().remind!.needs.length === 0) this.remind.emit();
  }
}
