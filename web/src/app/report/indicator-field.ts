import { Component, computed, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Faults } from '../platform/faults.js';
import { SelectField, type Option } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { QUALIFIER_NAMES } from './figure-words.js';
import type { IndicatorWriting } from './section-writing.js';

const KINDS: readonly Option[] = [
  { value: '', name: $localize`:@@figure.noComparison:Không so sánh` },
  { value: 'increase', name: $localize`:@@figure.kindIncrease:Tăng, giảm so với` },
  { value: 'ofPlan', name: $localize`:@@figure.kindOfPlan:Đạt bao nhiêu của kế hoạch` },
  { value: 'aboveTarget', name: $localize`:@@figure.kindAboveTarget:Vượt mục tiêu` },
];
const QUALIFIERS: readonly Option[] = Object.entries(QUALIFIER_NAMES).map(([value, name]) => ({ value, name }));

/** One figure: what it counts, how many of what, against what; more where it is needed. `(renamed)` when its name is another. */
@Component({
  selector: 'app-indicator-field',
  imports: [MatButton, SelectField, TextField],
  templateUrl: './indicator-field.html',
  styles: `
    :host {
      display: block;
    }
    .head {
      flex-wrap: nowrap;
      justify-content: space-between;
      margin-bottom: var(--td-space-3);
    }
    .fields {
      display: grid;
      grid-template-columns: 7.5rem repeat(2, minmax(0, 1fr));
      gap: var(--td-space-3);
    }
    .wide {
      grid-column: 1 / -1;
    }
    .more > summary {
      padding: 0.5rem 0;
      cursor: pointer;
    }
    @media (max-width: 640px) {
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class IndicatorField {
  readonly number = input.required<number>();
  readonly indicator = model.required<IndicatorWriting>();
  readonly faults = input.required<Faults>();
  /** The other figures of the section, of which this one may be a part. */
  readonly totals = input.required<readonly Option[]>();
  readonly renamed = output<string>();
  readonly remove = output();
  readonly blurred = output();
  protected readonly id = computed(() => `indicators-${this.number()}`);
  protected readonly kinds = KINDS;
  protected readonly qualifiers = QUALIFIERS;
  protected readonly ofTotals = computed<Option[]>(() => [
    { value: '', name: $localize`:@@figure.noTotal:Không là một phần của số liệu khác` },
    ...this.totals(),
  ]);
  /** What is seldom needed stands open where it says something. */
  protected readonly hasMore = computed(() => {
    const { outOf, partOf, note } = this.indicator();
    return [outOf, partOf, note].some((text) => text !== '');
  });

  protected fault(place: string): string | null {
    return this.faults().get(`/indicators/${this.number() - 1}/${place}`) ?? null;
  }

  protected change(part: Partial<IndicatorWriting>): void {
    this.indicator.set({ ...this.indicator(), ...part });
  }

  protected compare(part: Partial<IndicatorWriting['comparison']>): void {
    this.change({ comparison: { ...this.indicator().comparison, ...part } });
  }

  protected kind(value: string): void {
    this.compare({ kind: value as IndicatorWriting['comparison']['kind'] });
  }

  protected qualify(value: string): void {
    this.change({ qualifier: value as IndicatorWriting['qualifier'] });
  }

  protected qualifyComparison(value: string): void {
    this.compare({ qualifier: value as IndicatorWriting['qualifier'] });
  }
}
