import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, Directive, inject, input, output, signal, TemplateRef } from '@angular/core';
import { Icon } from './icon.js';
import type { CellValue } from './table-file.js';
import { TableTools } from './table-tools.js';

/** A column: its key (the template's or the row's), its heading, whether it holds figures, whether rows can be sorted by it. */
export interface Column<Row = never> {
  readonly key: string;
  readonly name: string;
  readonly figures?: boolean;
  readonly sorts?: boolean;
  /** What it gives to a file that is taken along; without it the row's own value. */
  readonly value?: (row: Row) => CellValue;
}

/** By which column the rows stand. */
export interface Sorted {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** How one column's cells are drawn: `<ng-template appCell="state" let-row>…</ng-template>`. A column without one shows the row's value. */
@Directive({ selector: 'ng-template[appCell]' })
export class Cell {
  readonly appCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: never }>>(TemplateRef);
}

/**
 * A table that becomes cards under 900 px (ux.md P22). The first column is the row's heading. Roles are written out because a table
 * drawn as blocks loses them. Wide tables scroll in a region with a name that takes the focus. With `tools` its columns can be chosen and
 * the table taken along as a file.
 */
@Component({
  selector: 'app-data-table',
  imports: [Icon, NgTemplateOutlet, TableTools],
  template: `
    @if (tools(); as name) {
      <app-table-tools [name]="name" [caption]="caption()" [columns]="columns()" [rows]="rows()" [whole]="whole()" [(hidden)]="hidden" />
    }
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="caption()">
      <table class="table cards" role="table">
        <caption class="vh">
          {{
            caption()
          }}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            @for (column of visible(); track column.key) {
              <th scope="col" role="columnheader" [class.num]="column.figures" [attr.aria-sort]="sortOf(column)">
                @if (column.sorts) {
                  <button class="sort" type="button" (click)="turn(column)">
                    {{ column.name }}
                    @if (sorted()?.key === column.key) {
                      <app-icon name="arrow_downward" [class.up]="sorted()?.direction === 'ascending'" />
                    }
                  </button>
                } @else {
                  {{ column.name }}
                }
              </th>
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track $any(row)[key()]) {
            <tr role="row">
              @for (column of visible(); track column.key) {
                @if ($first) {
                  <th scope="row" role="rowheader">
                    <ng-container *ngTemplateOutlet="cell; context: { row, column }" />
                  </th>
                } @else {
                  <td role="cell" [class.num]="column.figures" [attr.data-heading]="column.name">
                    <ng-container *ngTemplateOutlet="cell; context: { row, column }" />
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <ng-template #cell let-row="row" let-column="column">
      @if (templates().get(column.key); as drawn) {
        <ng-container *ngTemplateOutlet="drawn; context: { $implicit: row }" />
      } @else {
        <span>{{ row[column.key] }}</span>
      }
    </ng-template>
  `,
  styles: `
    :host {
      display: block;
    }
    .up {
      transform: rotate(180deg);
    }
  `,
})
export class DataTable {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  readonly rows = input.required<readonly object[]>();
  /** The table's name in what the browser remembers: a table that people work with has tools. */
  readonly tools = input('');
  /** Reads the whole list for its file, where the rows that are seen are one page of it. */
  readonly whole = input<(() => Promise<readonly object[]>) | null>(null);
  protected readonly hidden = signal<readonly string[]>([]);
  protected readonly visible = computed(() => this.columns().filter(({ key }) => !this.hidden().includes(key)));
  /** The field that tells rows apart. */
  readonly key = input('id');
  readonly sorted = input<Sorted | null>(null);
  readonly sort = output<Sorted>();
  private readonly cells = contentChildren(Cell);
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.appCell(), cell.template])));

  protected sortOf(column: Column): string | null {
    if (!column.sorts) return null;
    return this.sorted()?.key === column.key ? this.sorted()!.direction : 'none';
  }

  protected turn(column: Column): void {
    const ascending = this.sorted()?.key === column.key && this.sorted()?.direction === 'ascending';
    this.sort.emit({ key: column.key, direction: ascending ? 'descending' : 'ascending' });
  }
}
