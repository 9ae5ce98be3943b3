import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, model } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaItem } from '@thidua/workflows/cycle/rules.schema';
import { stateName } from '@thidua/workflows/words';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { PointsField } from '../ui/points-field.js';
import { countedOf, totalOf, type CriteriaPart } from './criteria-rows.js';
import { cellAfter, cellId, cellOf } from './grid-keys.js';
import type { SheetDesks } from './sheet-desks.js';

/** The score grid (ux.md P8): criteria by rated units in one native table; under 900 px a card for each criterion, one unit at a time. */
@Component({
  selector: 'app-sheet-grid',
  imports: [PointsField],
  host: { 'data-autosaved': '', '(keydown)': 'move($event)', '(focusin)': 'follow($event)' },
  templateUrl: './sheet-grid.html',
  styleUrl: './sheet-grid.scss',
})
export class SheetGrid {
  readonly sheets = input.required<readonly SheetView[]>();
  readonly parts = input.required<readonly CriteriaPart[]>();
  readonly desks = input.required<SheetDesks>();
  /** The most that a sheet comes to without bonus. */
  readonly scale = input.required<number | null>();
  /** The unit whose sheet is sent, and the only one shown on a phone; it follows the field that is written. */
  readonly chosenId = model.required<string>();
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  protected readonly caption = $localize`:@@sheets.caption:Điểm chấm chéo: tiêu chí theo hàng, đơn vị được chấm theo cột`;
  protected readonly maxName = $localize`:@@scores.max:Tối đa`;
  private readonly items = computed(() => this.parts().flatMap(({ items }) => items));

  protected selfOf(sheet: SheetView, item: string): string {
    const own = sheet.self.find((score) => score.item === item);
    return own ? $localize`:@@sheets.self:tự chấm ${this.points(own.points)}:points:` : $localize`:@@sheets.noSelf:chưa tự chấm`;
  }

  protected points(value: number | null): string {
    return value === null ? '–' : formatPoints(value, this.language);
  }

  protected sum(part: CriteriaPart, sheet: SheetView): string {
    if (sheet.state === 'recused') return this.points(null);
    return this.whole(countedOf(part, this.desks().pointsOf(sheet)));
  }

  protected total(sheet: SheetView): string {
    if (sheet.state === 'recused') return stateName('Sheet', sheet.state, this.language);
    return this.whole(totalOf(this.parts(), this.desks().pointsOf(sheet)));
  }

  private whole(sum: number | null): string {
    return sum === null ? $localize`:@@scores.incomplete:chưa đủ` : this.points(sum);
  }

  protected nameOf(sheet: SheetView, item: CriteriaItem): string {
    return $localize`:@@sheets.cell:${sheet.unitShortName}:unit:, ${item.code}:code: ${item.name}:name:, tối đa ${this.points(item.max)}:max:`;
  }

  protected cell(item: CriteriaItem, column: number): string {
    return cellId({ row: this.items().indexOf(item), column });
  }

  protected follow(event: FocusEvent): void {
    const at = cellOf((event.target as HTMLElement).id);
    const sheet = at ? this.sheets()[at.column] : undefined;
    if (sheet) this.chosenId.set(sheet.id);
  }

  /** Moves by key as in a paper form; the whole text is selected so that typing replaces it. */
  protected move(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    const at = cellOf(field.id);
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const caret = { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0, length: field.value.length };
    const to = cellAfter(event.key, at, { rows: this.items().length, columns: this.sheets().length }, caret);
    if (!to) return;
    event.preventDefault();
    const next = this.document.getElementById(cellId(to)) as HTMLInputElement | null;
    if (next && focusPlace(this.document, `#${cellId(to)}`)) next.select();
  }
}
