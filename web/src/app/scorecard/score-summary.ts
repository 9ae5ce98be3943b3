import { Component, computed, inject, input } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { LANGUAGE } from '../platform/language.js';
import { partsOf, totalOf } from './criteria-rows.js';
import type { Judgement } from './judgement.js';
import { columnsOf, rangeOf, sumOfMiddles } from './score-columns.js';

/** The totals of a card in one line: own, what the peers come to, from where to where, and what counts so far. */
@Component({
  selector: 'app-score-summary',
  template: `
    <dl class="card">
      @for (figure of figures(); track figure.name) {
        <div>
          <dt>{{ figure.name }}</dt>
          <dd>{{ figure.value }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
      margin-block: var(--td-space-4);
    }
    div {
      padding: var(--td-space-3) var(--td-space-5);
    }
    dt {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      font: var(--mat-sys-title-large);
      white-space: nowrap;
    }
  `,
})
export class ScoreSummary {
  readonly view = input.required<ScorecardView>();
  readonly rules = input.required<CycleRules>();
  readonly judgement = input<Judgement | null>(null);
  private readonly language = inject(LANGUAGE);
  protected readonly figures = computed(() => {
    const parts = partsOf(this.rules().criteria);
    const columns = columnsOf(this.view(), this.rules().aggregate, this.judgement()?.points() ?? {});
    const spread = rangeOf(columns.flatMap(({ kind, points }) => (kind === 'peer' ? [totalOf(parts, points)] : [])));
    const totals = columns.flatMap((column) => {
      const total = column.kind === 'peer' ? null : totalOf(parts, column.points);
      return total === null
        ? []
        : [
            {
              name: column.kind === 'aggregate' ? sumOfMiddles(this.rules().aggregate) : column.name,
              value: this.points(total),
              kind: column.kind,
            },
          ];
    });
    const at = totals.findIndex(({ kind }) => kind === 'aggregate') + 1;
    return spread ? totals.toSpliced(at, 0, { name: $localize`:@@scores.range:Khoảng`, value: this.range(spread), kind: 'peer' }) : totals;
  });

  private points(value: number): string {
    return formatPoints(value, this.language);
  }

  private range({ low, high }: { low: number; high: number }): string {
    return $localize`:@@scores.fromTo:${this.points(low)}:low: đến ${this.points(high)}:high:`;
  }
}
