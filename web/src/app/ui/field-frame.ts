import { Component, input, model } from '@angular/core';
import type { Term } from '@thidua/workflows/term/term.words';
import { Icon } from './icon.js';
import { TermHelp } from './term-help.js';

/**
 * Label above, with the explanation of its word where one is asked for, hint under the label, then the control, then what was understood, what is wrong and what the reviewer said. The control is the content;
 * it carries `[id]` and `[attr.aria-describedby]="describedBy(…)"`, so that each sentence is read with it, once.
 */
@Component({
  selector: 'app-field-frame',
  imports: [Icon, TermHelp],
  host: { class: 'field' },
  template: `
    <span class="explained">
      <label class="label" [attr.for]="fieldId()"
        >{{ label() }}
        @if (optional()) {
          <span class="muted" i18n="@@field.optional">(không bắt buộc)</span>
        }
      </label>
      @if (term(); as word) {
        <app-term-help [term]="word" [textId]="fieldId() + '-term'" [(open)]="explained" />
      }
    </span>
    @if (hint()) {
      <span class="hint" [id]="fieldId() + '-hint'">{{ hint() }}</span>
    }
    <ng-content />
    @if (understood()) {
      <span class="hint" [id]="fieldId() + '-understood'" i18n="@@field.understood"
        >Hiểu là
        {{
          understood() // i18n(ph="number")
        }}</span
      >
    }
    @if (error()) {
      <span class="fault" [id]="fieldId() + '-error'"><app-icon name="error" />{{ error() }}</span>
    }
    @if (comment()) {
      <span class="comment" [id]="fieldId() + '-comment'"><app-icon name="undo" />{{ comment() }}</span>
    }
  `,
  styles: `
    .comment {
      display: flex;
      gap: 0.4rem;
      padding: 0.4rem 0.7rem;
      background: var(--td-warn-container);
      color: var(--td-on-warn-container);
      border-radius: var(--mat-sys-corner-small);
    }
  `,
})
export class FieldFrame {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly error = input<string | null | undefined>(null);
  readonly comment = input<string | null | undefined>(null);
  readonly optional = input(false);
  /** The word of the field that can be explained beside the label, and whether its explanation is open. */
  readonly term = input<Term | null>(null);
  readonly explained = model(false);
  /** The number that was read from what is written. */
  readonly understood = input('');
}

/** The ids that describe a control, for `aria-describedby`; null when nothing does. */
export function describedBy(
  id: string,
  said: {
    readonly term?: unknown;
    readonly hint?: unknown;
    readonly understood?: unknown;
    readonly error?: unknown;
    readonly comment?: unknown;
  },
): string | null {
  const parts = (['term', 'hint', 'understood', 'error', 'comment'] as const).filter((part) => said[part]).map((part) => `${id}-${part}`);
  return parts.length > 0 ? parts.join(' ') : null;
}
