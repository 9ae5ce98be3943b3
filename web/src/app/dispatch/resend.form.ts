import { afterNextRender, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DispatchEvent, type DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';
import { eventName } from '@thidua/workflows/words';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { LANGUAGE } from '../platform/language.js';
import { AreaField } from '../ui/area-field.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { TextField } from '../ui/text-field.js';
import type { Told } from './dispatch-desk.js';

const FIELDS: Readonly<Record<string, string>> = { '/address': 'resend-address', '/reason': 'resend-reason' };

/** A corrected address for a letter that came back, and why; the papers stay as they are. */
@Component({
  selector: 'app-resend-form',
  imports: [AreaField, ErrorSummary, MatButton, TextField],
  host: { '(keydown.escape)': 'dropped.emit()' },
  template: `
    <section class="card pad" aria-labelledby="resend-heading">
      <app-error-summary [corrections]="corrections()" />
      <h2 id="resend-heading" tabindex="-1" i18n="@@resend.title">
        Gửi lại cho
        {{
          letter().name // i18n(ph="recipient")
        }}
      </h2>
      <p class="hint" i18n="@@resend.lede">
        Thư tới
        {{
          letter().address // i18n(ph="address")
        }}
        không tới nơi. Văn bản và liên kết giữ nguyên.
      </p>
      <form class="stack" novalidate (submit)="submit($event)">
        <app-text-field
          fieldId="resend-address"
          type="email"
          i18n-label="@@resend.address"
          label="Địa chỉ thư đúng"
          [error]="faults().get('/address')"
          [(value)]="address"
        />
        <app-area-field
          fieldId="resend-reason"
          i18n-label="@@resend.reason"
          label="Lý do"
          i18n-hint="@@resend.reasonHint"
          hint="Ít nhất 10 ký tự. Lý do được ghi vào lịch sử cùng địa chỉ cũ và mới."
          [rows]="2"
          [error]="faults().get('/reason')"
          [(value)]="reason"
        />
        <div class="line">
          <button matButton="filled" type="submit" disabledInteractive [aria-disabled]="busy()">{{ verb }}</button>
          <button matButton="text" type="button" (click)="dropped.emit()" i18n="@@event.back">Quay lại</button>
        </div>
      </form>
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--td-space-4);
    }
    form {
      max-width: var(--td-measure);
      margin-top: var(--td-space-3);
    }
  `,
})
export class ResendForm {
  readonly letter = input.required<DeliveryView>();
  readonly busy = input(false);
  readonly given = output<Told>();
  readonly dropped = output();
  protected readonly verb = eventName('Dispatch', 'resend', inject(LANGUAGE));
  protected readonly address = signal('');
  protected readonly reason = signal('');
  protected readonly faults = signal<Faults>(NO_FAULTS);
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.faults()].map(([place, text]) => ({ fieldId: FIELDS[place] ?? null, text })),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender({ read: () => host.nativeElement.querySelector<HTMLElement>('h2')?.focus() });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    const told = { type: 'resend' as const, receiptId: this.letter().receiptId, address: this.address().trim(), reason: this.reason() };
    const parsed = DispatchEvent.safeParse({ ...told, version: 0 });
    this.faults.set(parsed.success ? NO_FAULTS : faultsOfShape(parsed.error.issues));
    if (parsed.success) this.given.emit({ ...told, address: told.address.toLowerCase() });
  }
}
