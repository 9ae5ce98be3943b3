import { Component, computed, input, model, output, signal } from '@angular/core';
import type { Term } from '@thidua/workflows/term/term.words';
import { describedBy, FieldFrame } from './field-frame.js';

/** Several lines of text: `[(value)]`, `(blurred)` for autosave, `comment` for what the reviewer said at this field. */
@Component({
  selector: 'app-area-field',
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
    >
      <textarea
        class="control"
        [id]="fieldId()"
        [rows]="rows()"
        [value]="value()"
        [attr.maxlength]="most()"
        [attr.aria-invalid]="error() ? 'true' : null"
        [attr.aria-describedby]="described()"
        (input)="value.set($any($event.target).value)"
        (blur)="blurred.emit()"
      ></textarea>
    </app-field-frame>
  `,
  styles: ':host { display: block; }',
})
export class AreaField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly value = model('');
  readonly hint = input<string | null>(null);
  readonly error = input<string | null | undefined>(null);
  readonly comment = input<string | null | undefined>(null);
  readonly optional = input(false);
  /** The word of the field that is explained beside the label when somebody asks. */
  readonly term = input<Term | null>(null);
  readonly rows = input(4);
  readonly most = input<number | null>(null);
  readonly blurred = output();
  protected readonly explained = signal(false);
  protected readonly described = computed(() =>
    describedBy(this.fieldId(), { term: this.explained(), hint: this.hint(), error: this.error(), comment: this.comment() }),
  );
}
