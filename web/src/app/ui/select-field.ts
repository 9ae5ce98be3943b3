import { Component, computed, input, model, output, signal } from '@angular/core';
import type { Term } from '@thidua/workflows/term/term.words';
import { describedBy, FieldFrame } from './field-frame.js';

/** One of a few: the browser's own list, which every phone and screen reader knows. */
export interface Option {
  readonly value: string;
  readonly name: string;
}

/** A native select: `[options]`, `[(value)]`; the empty value is an option of its own when the caller lists it. */
@Component({
  selector: 'app-select-field',
  imports: [FieldFrame],
  template: `
    <app-field-frame
      [fieldId]="fieldId()"
      [label]="label()"
      [hint]="hint()"
      [error]="error()"
      [optional]="optional()"
      [term]="term()"
      [(explained)]="explained"
    >
      <select
        class="control"
        [id]="fieldId()"
        [attr.aria-invalid]="error() ? 'true' : null"
        [attr.aria-describedby]="described()"
        (change)="value.set($any($event.target).value)"
        (blur)="blurred.emit()"
      >
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.name }}</option>
        }
      </select>
    </app-field-frame>
  `,
  styles: ':host { display: block; }',
})
export class SelectField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly value = model('');
  readonly hint = input<string | null>(null);
  readonly error = input<string | null | undefined>(null);
  readonly optional = input(false);
  /** The word of the field that is explained beside the label when somebody asks. */
  readonly term = input<Term | null>(null);
  readonly blurred = output();
  protected readonly explained = signal(false);
  protected readonly described = computed(() =>
    describedBy(this.fieldId(), { term: this.explained(), hint: this.hint(), error: this.error() }),
  );
}
