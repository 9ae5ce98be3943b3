import { afterNextRender, Component, ElementRef, inject, input, model, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AreaField } from './area-field.js';

/** The field set in which a reason is given before an event is sent; it opens below the buttons and takes the focus. */
@Component({
  selector: 'app-event-reason',
  imports: [AreaField, MatButton],
  host: { '(keydown.escape)': 'dropped.emit()' },
  template: `
    <fieldset>
      <legend class="vh">{{ verb() }}</legend>
      <app-area-field
        [fieldId]="fieldId()"
        [label]="label()"
        [hint]="hint()"
        [error]="error()"
        [(value)]="reason"
        (valueChange)="error.set(null)"
        [rows]="3"
        [most]="2000"
      />
      <div class="line">
        <button matButton="filled" type="button" disabledInteractive [aria-disabled]="busy()" (click)="give()">
          {{ verb() }}<span class="vh"> {{ object() }}</span>
        </button>
        <button matButton="text" type="button" (click)="dropped.emit()" i18n="@@event.back">Quay lại</button>
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--td-space-3);
      max-width: var(--td-measure);
      padding-top: var(--td-space-3);
    }
  `,
})
export class EventReason {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly verb = input.required<string>();
  readonly object = input('');
  readonly least = input.required<number>();
  readonly busy = input(false);
  readonly reason = model('');
  readonly given = output<string>();
  readonly dropped = output();
  protected readonly error = signal<string | null>(null);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    afterNextRender({ read: () => this.focus() });
  }

  protected give(): void {
    if (this.busy()) return;
    const reason = this.reason().trim().normalize('NFC');
    if (reason.length >= this.least()) return this.given.emit(reason);
    const left = this.least() - reason.length;
    this.error.set(
      reason === ''
        ? $localize`:@@event.reasonEmpty:Ghi lý do, ít nhất ${this.least()}:least: ký tự.`
        : $localize`:@@event.reasonShort:Lý do cần ít nhất ${this.least()}:least: ký tự; còn thiếu ${left}:left:.`,
    );
    this.focus();
  }

  private focus(): void {
    this.host.nativeElement.querySelector('textarea')?.focus();
  }
}
