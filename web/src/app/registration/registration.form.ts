import { Component, computed, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { Aim, RegistrationDraft, Target } from '@thidua/workflows/registration/registration.schema';
import type { Faults } from '../platform/faults.js';
import { AreaField } from '../ui/area-field.js';
import { Icon } from '../ui/icon.js';
import { TermHelp } from '../ui/term-help.js';
import { TargetField } from './target-field.js';

/** Title or level, targets, note (S12). `[(draft)]` is the whole; `(blurred)` asks for saving; `faults` by JSON pointer. */
@Component({
  selector: 'app-registration-form',
  host: { 'data-autosaved': '' },
  imports: [AreaField, Icon, MatButton, TargetField, TermHelp],
  template: `
    <section class="section" aria-labelledby="aim-heading">
      <h2 id="aim-heading" i18n="@@registration.aimHeading">1. Danh hiệu đăng ký</h2>
      <p class="explained alone">
        <app-term-help term="title" textId="aim-title-term" [named]="true" />
        <app-term-help term="level" textId="aim-level-term" [named]="true" />
      </p>
      <fieldset>
        <legend class="vh" i18n="@@registration.aimLegend">Danh hiệu hoặc mức hoàn thành</legend>
        <div class="aims">
          @for (choice of aims(); track choice.id) {
            <label class="choice">
              <input type="radio" name="aim" [id]="choice.id" [checked]="isChosen(choice.aim)" (change)="choose(choice.aim)" />
              <span
                ><b>{{ choice.name }}</b>
                @if (choice.hint) {
                  <span class="hint">{{ choice.hint }}</span>
                }
              </span>
            </label>
          }
        </div>
        @if (faults().get('/aim'); as fault) {
          <span class="fault"><app-icon name="error" />{{ fault }}</span>
        }
      </fieldset>
    </section>
    <section class="section" aria-labelledby="targets-heading">
      <h2 id="targets-heading" i18n="@@registration.targetsHeading">2. Chỉ tiêu</h2>
      <div class="stack">
        @for (target of draft().targets; track $index) {
          <app-target-field
            [number]="$index + 1"
            [year]="year()"
            [target]="target"
            (targetChange)="replace($index, $event)"
            [faults]="faults()"
            (remove)="remove($index)"
            (blurred)="blurred.emit()"
          />
        }
        <button matButton="outlined" type="button" id="add-target" (click)="add()">
          <app-icon name="add" /><span i18n="@@registration.addTarget">Thêm chỉ tiêu</span>
        </button>
      </div>
    </section>
    <section class="section" aria-labelledby="note-heading">
      <h2 id="note-heading" i18n="@@registration.noteHeading">3. Ghi chú</h2>
      <app-area-field
        fieldId="note"
        i18n-label="@@registration.note"
        label="Điều cần nói thêm với người xem xét"
        [optional]="true"
        [rows]="3"
        [most]="2000"
        [error]="faults().get('/note')"
        [value]="draft().note"
        (valueChange)="change({ note: $event })"
        (blurred)="blurred.emit()"
      />
    </section>
  `,
  styles: `
    .aims {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: var(--td-space-2);
    }
  `,
})
export class RegistrationForm {
  readonly rules = input.required<CycleRules>();
  readonly year = input.required<number>();
  readonly draft = model.required<RegistrationDraft>();
  readonly faults = input.required<Faults>();
  readonly blurred = output();
  protected readonly aims = computed(() => aimChoices(this.rules()));

  protected isChosen(aim: Aim): boolean {
    const chosen = this.draft().aim;
    return chosen?.kind === aim.kind && chosen.code === aim.code;
  }

  protected choose(aim: Aim): void {
    this.change({ aim });
    this.blurred.emit();
  }

  protected add(): void {
    this.change({ targets: [...this.draft().targets, { name: '', unit: '', planned: '', previous: '', evidence: '' }] });
    const number = this.draft().targets.length;
    setTimeout(() => document.getElementById(`target-${number}-name`)?.focus());
  }

  protected replace(at: number, target: Target): void {
    this.change({ targets: this.draft().targets.with(at, target) });
  }

  protected remove(at: number): void {
    this.change({ targets: this.draft().targets.toSpliced(at, 1) });
    this.blurred.emit();
    setTimeout(() => document.getElementById('add-target')?.focus());
  }

  protected change(part: Partial<RegistrationDraft>): void {
    this.draft.set({ ...this.draft(), ...part });
  }
}

/** Titles with their seats, then levels. */
function aimChoices(rules: CycleRules): { id: string; name: string; hint: string | null; aim: Aim }[] {
  return [
    ...rules.titles.map(({ code, name, seats }) => ({
      id: `aim-title-${code}`,
      name,
      hint: $localize`:@@registration.seats:Khối được đề nghị ${seats}:seats: đơn vị`,
      aim: { kind: 'title' as const, code },
    })),
    ...rules.completionLevels.map(({ code, name }) => ({
      id: `aim-level-${code}`,
      name,
      hint: null,
      aim: { kind: 'level' as const, code },
    })),
  ];
}
