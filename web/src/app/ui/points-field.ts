import { Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import { formatPoints, parsePoints } from '@thidua/workflows/centipoints';
import { LANGUAGE } from '../platform/language.js';
import { describedBy, FieldFrame } from './field-frame.js';

/**
 * Points, typed with comma or point, held as integer hundredths: `18,5` → 1850, shown as `18,50` on leaving the field.
 * Empty is null (“not answered”), never 0. What cannot be read or lies above `max` stays as typed, gives the value `null` or itself, and says why.
 * `bare` leaves label and sentences to a table around it: then `label` becomes the input's whole name (`aria-label`).
 */
@Component({
  selector: 'app-points-field',
  imports: [FieldFrame],
  template: `
    @if (bare()) {
      <input
        class="control figure"
        inputmode="decimal"
        autocomplete="off"
        [id]="fieldId()"
        [value]="text()"
        [attr.aria-label]="label()"
        [attr.aria-invalid]="wrong() ? 'true' : null"
        [attr.aria-describedby]="wrong() ? fieldId() + '-error' : null"
        (input)="type($any($event.target).value)"
        (blur)="leave()"
      />
      @if (wrong()) {
        <span class="fault" [id]="fieldId() + '-error'">{{ wrong() }}</span>
      }
    } @else {
      <app-field-frame [fieldId]="fieldId()" [label]="label()" [hint]="hint()" [error]="wrong()">
        <span class="beside">
          <input
            class="control figure"
            inputmode="decimal"
            autocomplete="off"
            [id]="fieldId()"
            [value]="text()"
            [attr.aria-invalid]="wrong() ? 'true' : null"
            [attr.aria-describedby]="described()"
            (input)="type($any($event.target).value)"
            (blur)="leave()"
          />
          @if (max() !== null) {
            <span class="muted" i18n="@@points.of"
              >trên
              {{
                most() // i18n(ph="most")
              }}</span
            >
          }
        </span>
      </app-field-frame>
    }
  `,
  styles: ':host { display: block; }',
})
export class PointsField {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  /** Hundredths of a point; null: not answered, or not readable. */
  readonly value = model<number | null>(null);
  /** The most that can be given, in hundredths; null: no limit. */
  readonly max = input<number | null>(null);
  readonly hint = input<string | null>(null);
  /** A sentence from outside, such as the API's; the field's own stands over it. */
  readonly error = input<string | null | undefined>(null);
  readonly bare = input(false);
  readonly blurred = output();
  /** What is typed has become, or is no longer, something that is no number: its value is null then, and the person must be told. */
  readonly unreadable = output<boolean>();
  private readonly language = inject(LANGUAGE);

  /** The person is in the midst of typing: “22,” is no number yet, and nothing may be put in its place. */
  private typing = false;
  private readable = true;
  /** What stands in the field; it follows the value unless the person is typing something else. */
  protected readonly text = linkedSignal<number | null, string>({
    source: this.value,
    computation: (value, before) => {
      if (before && (this.typing || parsePoints(before.value) === value)) return before.value;
      return value === null ? '' : formatPoints(value, this.language);
    },
  });
  protected readonly most = computed(() => formatPoints(this.max() ?? 0, this.language));
  protected readonly wrong = computed(() => {
    const typed = this.text().trim();
    const points = parsePoints(typed);
    if (typed !== '' && points === null) return $localize`:@@points.unreadable:Nhập một số có nhiều nhất 2 chữ số lẻ, ví dụ 18,50.`;
    const max = this.max();
    if (points !== null && max !== null && points > max)
      return $localize`:@@points.above:${formatPoints(points, this.language)}:points: vượt mức tối đa ${this.most()}:most:. Nhập từ 0 đến ${this.most()}:most:.`;
    return this.error() ?? null;
  });
  protected readonly described = computed(() => describedBy(this.fieldId(), { hint: this.hint(), error: this.wrong() }));

  protected type(text: string): void {
    this.typing = true;
    this.text.set(text);
    this.value.set(parsePoints(text));
    const readable = text.trim() === '' || parsePoints(text) !== null;
    if (readable !== this.readable) this.unreadable.emit(!readable);
    this.readable = readable;
  }

  protected leave(): void {
    const points = parsePoints(this.text());
    if (points !== null) this.text.set(formatPoints(points, this.language));
    this.typing = !this.readable; // what cannot be read stays as typed
    this.blurred.emit();
  }
}
