import { afterNextRender, Component, computed, ElementRef, inject, input, model, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { z } from 'zod';
import { faultsOfNeeds, faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { givesFocusBack } from '../platform/focus-back.js';
import { problemOf } from '../platform/problem.js';
import { AreaField } from './area-field.js';
import { ErrorSummary, type Correction } from './error-summary.js';
import { ProblemNote } from './problem-note.js';
import { SelectField, type Option } from './select-field.js';
import { TextField } from './text-field.js';

/** A field of a form: its place in what is sent (`council.email`, `posts.0.title`), and how it is asked for. */
export interface FormField {
  readonly place: string;
  readonly label: string;
  readonly kind?: 'text' | 'email' | 'date' | 'area' | 'select' | 'lines' | 'many';
  readonly options?: readonly Option[];
  readonly hint?: string;
  /** Left empty it is not sent. */
  readonly optional?: boolean;
  /** A number is sent, not its text. */
  readonly figure?: boolean;
}

const EMPTY = $localize`:@@fault.empty:Mục này còn trống.`;

/** Values of a form by place, as they were typed. */
export type Typed = Readonly<Record<string, string>>;

/** What was typed, laid out as it is sent; empty optional fields are left out, `lines` and `many` are one text each. */
export function laidOut(fields: readonly FormField[], typed: Typed, more: object): unknown {
  const root = JSON.parse(JSON.stringify(more)) as Record<string, unknown>;
  for (const { place, kind, optional, figure } of fields) {
    const text = (typed[place] ?? '').trim();
    if (text === '' && optional) continue;
    const steps = place.split('.');
    let at = root;
    for (const [depth, step] of steps.slice(0, -1).entries())
      at = (at[step] ??= /^\d+$/.test(steps[depth + 1]!) ? [] : {}) as Record<string, unknown>;
    const lines = text.split('\n').map((line) => line.trim());
    at[steps.at(-1)!] = kind === 'lines' || kind === 'many' ? lines.filter(Boolean) : figure && /^\d+$/.test(text) ? Number(text) : text;
  }
  return root;
}

/**
 * A form of plain fields: it checks what was typed by the shape that the API checks by, shows each fault at its field and above, keeps
 * everything that was typed when it is refused, and gives what is right. `more` is sent beside the fields (type, version).
 */
@Component({
  selector: 'app-fields-form',
  imports: [AreaField, ErrorSummary, MatButton, ProblemNote, SelectField, TextField],
  host: { '(keydown.escape)': 'dropped.emit()' },
  template: `
    <app-error-summary [corrections]="corrections()" />
    <form class="stack" novalidate [attr.aria-label]="heading()" (submit)="submit($event)">
      @for (field of fields(); track field.place) {
        @switch (field.kind ?? 'text') {
          @case ('select') {
            <app-select-field
              [fieldId]="idOf(field)"
              [label]="field.label"
              [options]="field.options ?? []"
              [hint]="field.hint ?? null"
              [optional]="field.optional ?? false"
              [error]="faults().get(pointerOf(field))"
              [value]="values()[field.place] ?? ''"
              (valueChange)="put(field, $event)"
            />
          }
          @case ('area') {
            <app-area-field
              [fieldId]="idOf(field)"
              [label]="field.label"
              [hint]="field.hint ?? null"
              [rows]="2"
              [error]="faults().get(pointerOf(field))"
              [value]="values()[field.place] ?? ''"
              (valueChange)="put(field, $event)"
            />
          }
          @case ('lines') {
            <app-area-field
              [fieldId]="idOf(field)"
              [label]="field.label"
              [hint]="field.hint ?? null"
              [rows]="3"
              [error]="faultUnder(field)"
              [value]="values()[field.place] ?? ''"
              (valueChange)="put(field, $event)"
            />
          }
          @case ('many') {
            <fieldset [id]="idOf(field)" tabindex="-1" [attr.aria-describedby]="faultUnder(field) ? idOf(field) + '-fault' : null">
              <legend>{{ field.label }}</legend>
              @if (faultUnder(field); as fault) {
                <p class="fault" [id]="idOf(field) + '-fault'">{{ fault }}</p>
              }
              @for (option of field.options ?? []; track option.value) {
                <label class="check">
                  <input type="checkbox" [checked]="holds(field, option)" (change)="turn(field, option)" />
                  <span>{{ option.name }}</span>
                </label>
              }
            </fieldset>
          }
          @default {
            <app-text-field
              [fieldId]="idOf(field)"
              [label]="field.label"
              [type]="$any(field.kind ?? 'text')"
              [hint]="field.hint ?? null"
              [optional]="field.optional ?? false"
              [error]="faults().get(pointerOf(field))"
              [value]="values()[field.place] ?? ''"
              (valueChange)="put(field, $event)"
            />
          }
        }
      }
      @if (refused(); as problem) {
        <app-problem-note [problem]="problem" />
      }
      <div class="line">
        <button matButton="filled" type="submit" disabledInteractive [aria-disabled]="busy()">{{ verb() }}</button>
        <button matButton="text" type="button" (click)="dropped.emit()" i18n="@@event.back">Quay lại</button>
        @if (after(); as follows) {
          <p class="hint">{{ follows }}</p>
        }
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      max-width: var(--td-measure);
    }
    .check {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      min-height: 2.75rem;
    }
    .fault {
      color: var(--mat-sys-error);
    }
  `,
})
export class FieldsForm<T> {
  readonly fields = input.required<readonly FormField[]>();
  readonly shape = input.required<z.ZodType<T>>();
  readonly more = input<object>({});
  readonly verb = input.required<string>();
  readonly heading = input('');
  /** What follows when it is sent. */
  readonly after = input('');
  readonly busy = input(false);
  readonly problem = input<unknown>(null);
  /** Whether the first field takes the focus when the form opens below a button. */
  readonly calls = input(true);
  readonly values = model<Typed>({});
  readonly given = output<T>();
  readonly dropped = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly own = signal<Faults>(NO_FAULTS);
  private readonly told = computed<Faults>(() => (this.problem() ? faultsOfNeeds(problemOf(this.problem()).needs) : NO_FAULTS));
  /** What this page found, else what the API found. */
  protected readonly faults = computed<Faults>(() => (this.own().size > 0 ? this.own() : this.told()));
  /** A refusal that no field of this form can show. */
  protected readonly refused = computed(() => (this.problem() && this.corrections().length === 0 ? this.problem() : null));
  protected readonly corrections = computed<readonly Correction[]>(() =>
    this.fields().flatMap((field) => {
      const text = this.faultUnder(field);
      return text ? [{ fieldId: this.idOf(field), text: `${field.label}: ${text}` }] : [];
    }),
  );

  constructor() {
    givesFocusBack(this.calls);
    afterNextRender({
      read: () => this.calls() && this.host.nativeElement.querySelector<HTMLElement>('input, select, textarea')?.focus(),
    });
  }

  protected idOf({ place }: FormField): string {
    return `field-${place.replaceAll('.', '-')}`;
  }

  protected pointerOf({ place }: FormField): string {
    return `/${place.replaceAll('.', '/')}`;
  }

  /** The fault of a field, or of one of the lines in it. */
  protected faultUnder(field: FormField): string | null {
    const pointer = this.pointerOf(field);
    return [...this.faults()].find(([place]) => place === pointer || place.startsWith(`${pointer}/`))?.[1] ?? null;
  }

  protected put(field: FormField, text: string): void {
    this.values.update((values) => ({ ...values, [field.place]: text }));
  }

  protected holds({ place }: FormField, { value }: Option): boolean {
    return (this.values()[place] ?? '').split('\n').includes(value);
  }

  protected turn(field: FormField, option: Option): void {
    const chosen = (this.values()[field.place] ?? '').split('\n').filter((value) => value !== '' && value !== option.value);
    this.put(field, [...chosen, ...(this.holds(field, option) ? [] : [option.value])].join('\n'));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    const parsed = this.shape().safeParse(laidOut(this.fields(), this.values(), this.more()));
    this.own.set(parsed.success ? NO_FAULTS : this.named(faultsOfShape(parsed.error.issues)));
    if (parsed.success) this.given.emit(parsed.data);
  }

  /** What was left empty is said to be empty, not too short or of the wrong form. */
  private named(faults: Faults): Faults {
    const empty = new Set(
      this.fields().flatMap((field) => ((this.values()[field.place] ?? '').trim() === '' ? [this.pointerOf(field)] : [])),
    );
    return new Map([...faults].map(([place, text]) => [place, empty.has(place) ? EMPTY : text]));
  }
}
