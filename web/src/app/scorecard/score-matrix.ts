import { Component, computed, inject, input, model } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaItem, CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { LANGUAGE } from '../platform/language.js';
import { PointsField } from '../ui/points-field.js';
import { AreaField } from '../ui/area-field.js';
import { countedOf, partsOf, totalOf, type CriteriaPart } from './criteria-rows.js';
import type { Judgement } from './judgement.js';
import { RangeStrip } from './range-strip.js';
import { columnsOf, judgingOf, rowOf, sumOfMiddles, type ScoreColumn } from './score-columns.js';

/** A unit's points side by side (ux.md P9): own, peers, median or mean, spread, leading unit, bloc, difference. A judge writes into one column. */
@Component({
  selector: 'app-score-matrix',
  imports: [AreaField, PointsField, RangeStrip],
  templateUrl: './score-matrix.html',
  styleUrl: './score-matrix.scss',
})
export class ScoreMatrix {
  readonly view = input.required<ScorecardView>();
  readonly rules = input.required<CycleRules>();
  /** What the reader writes, when a judgement is due from them. */
  readonly judgement = input<Judgement | null>(null);
  /** What is wrong with a reason, by the criterion's code. */
  readonly faults = input<ReadonlyMap<string, string>>(new Map());
  readonly only = model(false);
  private readonly language = inject(LANGUAGE);
  protected readonly maxName = $localize`:@@scores.max:Tối đa`;
  protected readonly spreadName = $localize`:@@scores.spread:Phân bố`;
  protected readonly differenceName = $localize`:@@scores.difference:Lệch`;
  protected readonly evidenceName = $localize`:@@scores.evidence:Minh chứng`;
  protected readonly judging = computed(() => (this.judgement() ? judgingOf(this.view()) : null));
  protected readonly columns = computed(() => columnsOf(this.view(), this.rules().aggregate, this.judgement()?.points() ?? {}));
  private readonly parts = computed(() => partsOf(this.rules().criteria));
  private readonly rows = computed(() =>
    this.parts().map((part) => ({ ...part, rows: part.items.map((item) => rowOf(item, this.columns())) })),
  );
  protected readonly all = computed(() => this.parts().reduce((count, { items }) => count + items.length, 0));
  protected readonly notable = computed(() => this.rows().reduce((count, { rows }) => count + rows.filter((row) => row.notable).length, 0));
  protected readonly shown = computed(() => {
    if (!this.only()) return this.rows();
    return this.rows().flatMap((part) => {
      const rows = part.rows.filter(({ notable }) => notable);
      return rows.length > 0 ? [{ ...part, rows }] : [];
    });
  });
  protected readonly caption = computed(() => $localize`:@@scorecard.caption:Điểm từng tiêu chí của ${this.view().unitShortName}:unit:`);
  protected readonly reasonHint = computed(
    () => $localize`:@@scorecard.reasonHint:Ít nhất ${this.rules().reasonMinimum}:least: ký tự. Đơn vị sẽ đọc được.`,
  );
  protected readonly totalDifference = computed(() => {
    const totals = this.columns()
      .filter(({ kind }) => kind !== 'peer' && kind !== 'self')
      .flatMap((column) => this.total(column) ?? []);
    const self = this.total(this.columns()[0]!);
    return totals.length > 0 && self !== null ? totals.at(-1)! - self : null;
  });

  /** What a column is called where it adds up: the middle of each criterion was taken before, so a sum is no middle of sums. */
  protected sumName({ kind, name }: ScoreColumn): string {
    return kind === 'aggregate' ? sumOfMiddles(this.rules().aggregate) : name;
  }

  protected counted(part: CriteriaPart, column: ScoreColumn): number | null {
    return countedOf(part, column.points);
  }

  protected total(column: ScoreColumn): number | null {
    return totalOf(this.parts(), column.points);
  }

  protected points(value: number | null): string {
    return value === null ? '–' : formatPoints(value, this.language);
  }

  protected signed(value: number | null): string {
    return value !== null && value > 0 ? `+${this.points(value)}` : this.points(value);
  }

  protected evidenceOf(code: string): string | null {
    return this.view().self.find(({ item }) => item === code)?.evidence ?? null;
  }

  /** What leading unit and bloc wrote at a criterion, each with its name. */
  protected reasonsOf(code: string): string[] {
    const { leader, bloc, reviewerName, verifierName } = this.view();
    const said = (scores: ScorecardView['leader'], name: string | null) =>
      scores.flatMap(({ item, reason }) => (item === code && reason ? [`${name ?? ''}: ${reason}`] : []));
    return [...said(leader, reviewerName), ...said(bloc, verifierName)];
  }

  protected judgedName(item: CriteriaItem): string {
    return $localize`:@@scorecard.judged:Điểm của ông/bà, ${item.code}:code: ${item.name}:name:, tối đa ${this.points(item.max)}:max:`;
  }

  protected reasonName(item: CriteriaItem): string {
    return $localize`:@@scorecard.reason:Lý do điểm khác ở ${item.code}:code:`;
  }
}
