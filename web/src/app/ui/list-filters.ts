import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { SelectField, type Option } from './select-field.js';

/** What a list is narrowed by: its name in the address, its label, what there is to choose, what is chosen (empty: all). */
export interface ListFilter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
}

/**
 * Filters of a list (ux.md P23): what is chosen stands in the address; how many are left is said; one press clears them all. A filter
 * with one thing to choose is not shown. The content says of what there are so many: `<app-list-filters …>đơn vị</app-list-filters>`.
 */
@Component({
  selector: 'app-list-filters',
  imports: [MatButton, SelectField],
  host: { class: 'filters pad no-print' },
  template: `
    @for (filter of worthwhile(); track filter.key) {
      <app-select-field
        [fieldId]="'filter-' + filter.key"
        [label]="filter.label"
        [options]="optionsOf(filter)"
        [value]="filter.value"
        (valueChange)="choose(filter.key, $event)"
      />
    }
    <p role="status" class="hint">
      <span i18n="@@filters.count">{{ shown() }} trên {{ all() }}</span
      >&ngsp;<ng-content />
    </p>
    @if (set().length > 0) {
      <button matButton="text" type="button" (click)="clear()" i18n="@@filters.clear">Xóa bộ lọc</button>
    }
  `,
})
export class ListFilters {
  readonly filters = input.required<readonly ListFilter[]>();
  readonly shown = input.required<number>();
  readonly all = input.required<number>();
  private readonly router = inject(Router);
  private readonly everything: Option = { value: '', name: $localize`:@@filters.all:Tất cả` };
  protected readonly worthwhile = computed(() => this.filters().filter(({ options, value }) => options.length > 1 || value));
  protected readonly set = computed(() => this.filters().filter(({ value }) => value));

  protected optionsOf({ options }: ListFilter): Option[] {
    return [this.everything, ...options];
  }

  protected choose(key: string, value: string): void {
    void this.go({ [key]: value || null });
  }

  protected clear(): void {
    void this.go(Object.fromEntries(this.set().map(({ key }) => [key, null])));
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

/** The values of rows as something to choose, each once. */
export const optionsIn = <R>(rows: readonly R[], value: (row: R) => string | null, name: (value: string) => string): Option[] =>
  [...new Set(rows.flatMap((row) => value(row) ?? []))].map((one) => ({ value: one, name: name(one) }));

/** What empties a list, by name: “Tình trạng: Nháp”. */
export const setInWords = (filters: readonly ListFilter[]): string =>
  filters
    .filter(({ value }) => value)
    .map(({ label, value, options }) => `${label}: ${options.find((option) => option.value === value)?.name ?? value}`)
    .join('; ');
