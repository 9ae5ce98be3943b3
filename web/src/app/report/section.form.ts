import { Component, computed, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SECTION_WORDS } from '@thidua/workflows/report/section.schema';
import { countWords } from '@thidua/workflows/report/section.facts';
import type { Faults } from '../platform/faults.js';
import { Icon } from '../ui/icon.js';
import { ParagraphsField } from '../ui/paragraphs-field.js';
import type { Option } from '../ui/select-field.js';
import { AwardField } from './award-field.js';
import { IndicatorField } from './indicator-field.js';
import {
  GUIDES,
  NEW_AWARD,
  NEW_INDICATOR,
  renamed,
  type AwardWriting,
  type IndicatorWriting,
  type SectionWriting,
} from './section-writing.js';

/** A unit's section (S24): guided paragraphs under a budget of words, figures as typed rows, awards. `[(draft)]` is the whole; `(blurred)` asks for saving. */
@Component({
  selector: 'app-section-form',
  host: { 'data-autosaved': '' },
  imports: [AwardField, Icon, IndicatorField, MatButton, ParagraphsField],
  template: `
    <section class="section" aria-labelledby="text-heading">
      <div class="line head">
        <h2 id="text-heading" i18n="@@section.textHeading">1. Nội dung</h2>
        <output class="hint" [class.off]="!fits()">{{ budget() }}</output>
      </div>
      <app-paragraphs-field
        fieldId="paragraphs"
        [name]="textName"
        pointer="/paragraphs"
        [guides]="guides"
        [paragraphs]="draft().paragraphs"
        (paragraphsChange)="change({ paragraphs: [...$event] })"
        [faults]="faults()"
        (blurred)="blurred.emit()"
      />
    </section>
    <section class="section" aria-labelledby="figures-heading">
      <h2 id="figures-heading" i18n="@@section.figuresHeading">2. Số liệu</h2>
      <div class="stack">
        @for (indicator of draft().indicators; track $index) {
          <app-indicator-field
            [number]="$index + 1"
            [indicator]="indicator"
            (indicatorChange)="change({ indicators: draft().indicators.with($index, $event) })"
            (renamed)="rename($index, $event)"
            [totals]="totals($index)"
            [faults]="faults()"
            (remove)="removeFigure($index)"
            (blurred)="blurred.emit()"
          />
        }
        <button matButton="outlined" type="button" id="add-figure" (click)="addFigure()">
          <app-icon name="add" /><span i18n="@@section.addFigure">Thêm số liệu</span>
        </button>
      </div>
    </section>
    <section class="section" aria-labelledby="awards-heading">
      <h2 id="awards-heading" i18n="@@section.awardsHeading">3. Khen thưởng</h2>
      <div class="stack">
        @for (award of draft().awards; track $index) {
          <app-award-field
            [number]="$index + 1"
            [award]="award"
            (awardChange)="change({ awards: draft().awards.with($index, $event) })"
            [faults]="faults()"
            (remove)="removeAward($index)"
            (blurred)="blurred.emit()"
          />
        }
        <button matButton="outlined" type="button" id="add-award" (click)="addAward()">
          <app-icon name="add" /><span i18n="@@section.addAward">Thêm khen thưởng</span>
        </button>
      </div>
    </section>
  `,
  styles: `
    .head {
      justify-content: space-between;
      margin-bottom: var(--td-space-3);
    }
    .off {
      color: var(--td-warn);
      font-weight: 600;
    }
  `,
})
export class SectionForm {
  readonly draft = model.required<SectionWriting>();
  readonly faults = input.required<Faults>();
  readonly blurred = output();
  protected readonly guides = GUIDES;
  protected readonly textName = $localize`:@@section.text:Nội dung`;
  private readonly words = computed(() => countWords(this.draft().paragraphs));
  protected readonly fits = computed(() => this.words() >= SECTION_WORDS.least && this.words() <= SECTION_WORDS.most);
  protected readonly budget = computed(
    () => $localize`:@@section.budget:${this.words()}:words: từ, nên từ ${SECTION_WORDS.least}:least: đến ${SECTION_WORDS.most}:most:`,
  );

  /** The other figures by name. */
  protected totals(at: number): Option[] {
    return this.draft().indicators.flatMap(({ key, label }, index) => (index !== at && key ? [{ value: key, name: label }] : []));
  }

  protected rename(at: number, label: string): void {
    this.change({ indicators: renamed(this.draft().indicators, at, label) });
  }

  protected addFigure(): void {
    this.change({ indicators: [...this.draft().indicators, NEW_INDICATOR] satisfies IndicatorWriting[] });
    focusSoon(`indicators-${this.draft().indicators.length}-label`);
  }

  protected removeFigure(at: number): void {
    const { key } = this.draft().indicators[at]!;
    const left = this.draft().indicators.toSpliced(at, 1);
    const still = left.some((indicator) => indicator.key === key);
    this.change({ indicators: still ? left : left.map((one) => (one.partOf === key ? { ...one, partOf: '' } : one)) });
    this.blurred.emit();
    focusSoon('add-figure');
  }

  protected addAward(): void {
    this.change({ awards: [...this.draft().awards, NEW_AWARD] satisfies AwardWriting[] });
    focusSoon(`awards-${this.draft().awards.length}-direction`);
  }

  protected removeAward(at: number): void {
    this.change({ awards: this.draft().awards.toSpliced(at, 1) });
    this.blurred.emit();
    focusSoon('add-award');
  }

  protected change(part: Partial<SectionWriting>): void {
    this.draft.set({ ...this.draft(), ...part });
  }
}

/** Moves the focus once what has just been added or taken away is drawn. */
function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
