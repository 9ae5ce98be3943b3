import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import type { Term } from '@thidua/workflows/term/term.words';
import { LANGUAGE } from '../platform/language.js';
import { understood } from '../platform/numbers.js';
import { describedBy, FieldFrame } from './field-frame.js';

/**
 * One line of text: `[(value)]`, `(blurred)` for autosave. `suffix` stands outside, such as a unit of measure; `figure` aligns right and
 * brings up the number keys. Never `type="number"`: it fails dictation, screen readers and the wheel.
 */
@Component({
  selector: 'app-text-field',
  imports: [FieldFrame],
  template: `
    <app-field-frame
      [fieldId]="fieldId()"
      [label]="label()"
      [hint]="hint()"
      [error]="error()"
      [comment]="comment()"
      [optional]="optional()"
      [term]="term()"
      [(explained)]="explained"
      [understood]="number()"
    >
      <span [class.beside]="suffix()">
        <input
          class="control"
          [class.figure]="figure()"
          [id]="fieldId()"
          [type]="type()"
          [value]="value()"
          [attr.inputmode]="figure() ? 'decimal' : null"
          [attr.autocomplete]="autocomplete()"
          [attr.maxlength]="most()"
          [attr.aria-invalid]="error() ? 'true' : null"
          [attr.aria-describedby]="described()"
          (input)="value.set($any($event.target).value)"
          (blur)="blurred.emit()"
        />
        @if (suffix()) {
          <span>{{ suffix() }}</span>
        }
      </span>
    </app-field-frame>
  `,
  styles: ':host { display: block; }',
})
export class TextField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly value = model('');
  readonly hint = input<string | null>(null);
  readonly error = input<string | null | undefined>(null);
  readonly comment = input<string | null | undefined>(null);
  readonly optional = input(false);
  /** The word of the field that is explained beside the label when somebody asks. */
  readonly term = input<Term | null>(null);
  readonly suffix = input<string | null>(null);
  readonly figure = input(false);
  /** The text is a number as people write it: what is understood of it is said beneath. */
  readonly reads = input(false);
  readonly type = input<'text' | 'email' | 'password' | 'date' | 'time'>('text');
  readonly autocomplete = input<string | null>('off');
  readonly most = input<number | null>(null);
  readonly blurred = output();
  protected readonly explained = signal(false);
  private readonly language = inject(LANGUAGE);
  protected readonly number = computed(() => (this.reads() ? understood(this.value(), this.language) : ''));
  protected readonly described = computed(() =>
    describedBy(this.fieldId(), {
      term: this.explained(),
      hint: this.hint(),
      understood: this.number(),
      error: this.error(),
      comment: this.comment(),
    }),
  );
}
