import { Component, computed, effect, inject, input, model, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Downloads, fileNameOf } from '../platform/downloads.js';
import { remembered } from '../platform/remembered.js';
import { Disclosure } from './disclosure.js';
import { Icon } from './icon.js';
import { ProblemNote } from './problem-note.js';
import { csvOf, fileTableOf, type FileTable, type ListColumn } from './table-file.js';

const CSV = 'text/csv;charset=utf-8';

/**
 * Above a table: which columns are seen, which this browser remembers under the table's name, and the table as a file, with the columns
 * that are seen and all rows of the list. The first column is the rows' heading and always stays.
 */
@Component({
  selector: 'app-table-tools',
  imports: [Disclosure, Icon, MatButton, ProblemNote],
  host: { class: 'no-print', role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    <app-disclosure [panelId]="'columns-' + name()">
      <span trigger class="line"
        ><app-icon name="view_column" /><span i18n="@@table.columns">Cột: {{ seen() }} trên {{ columns().length }}</span></span
      >
      <fieldset panel>
        <legend class="label" i18n="@@table.choose">Cột hiện ra</legend>
        @for (column of choosable(); track column.key) {
          <label class="choice">
            <input type="checkbox" [checked]="!hidden().includes(column.key)" (change)="turn(column.key)" />
            <span>{{ column.name }}</span>
          </label>
        }
      </fieldset>
    </app-disclosure>
    <button matButton="text" type="button" disabledInteractive [aria-disabled]="busy()" (click)="save('xlsx')">
      <app-icon name="download" /><span i18n="@@table.excel">Tải bảng (Excel)</span>
    </button>
    <button matButton="text" type="button" disabledInteractive [aria-disabled]="busy()" (click)="save('csv')">
      <app-icon name="download" /><span i18n="@@table.csv">Tải bảng (CSV)</span>
    </button>
    @if (problem(); as refused) {
      <app-problem-note [problem]="refused" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--td-space-2);
      padding: 0.25rem calc(var(--td-space-5) - 0.6rem);
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .choice {
      margin-top: 0.4rem;
    }
    button {
      min-height: var(--td-target);
    }
  `,
})
export class TableTools {
  /** Under which name the browser remembers the choice of columns, such as `registrations`. */
  readonly name = input.required<string>();
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly ListColumn[]>();
  readonly rows = input.required<readonly object[]>();
  /** Reads all rows where those that are seen are one page of them. */
  readonly whole = input<(() => Promise<readonly object[]>) | null>(null);
  /** Keys of the columns that are not seen. */
  readonly hidden = model<readonly string[]>([]);
  private readonly downloads = inject(Downloads);
  private readonly kept = computed(() => remembered(() => localStorage, `thidua:columns:${this.name()}`));
  protected readonly label = computed(() => $localize`:@@table.tools:Bảng “${this.caption()}:table:”`);
  protected readonly choosable = computed(() => this.columns().slice(1));
  private readonly visible = computed(() => this.columns().filter(({ key }) => !this.hidden().includes(key)));
  protected readonly seen = computed(() => this.visible().length);
  protected readonly problem = signal<unknown>(null);
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      const known = new Set(this.choosable().map(({ key }) => key));
      this.hidden.set((this.kept().read() ?? '').split(' ').filter((key) => known.has(key)));
    });
  }

  protected turn(key: string): void {
    const hidden = this.hidden().includes(key) ? this.hidden().filter((one) => one !== key) : [...this.hidden(), key];
    this.hidden.set(hidden);
    this.kept().write(hidden.join(' ') || null);
  }

  protected async save(kind: 'csv' | 'xlsx'): Promise<void> {
    if (this.busy()) return;
    this.problem.set(null);
    this.busy.set(true);
    try {
      const rows = (await this.whole()?.()) ?? this.rows();
      const table = fileTableOf(this.caption(), this.visible(), rows);
      this.downloads.save(await this.fileOf(kind, table), fileNameOf(this.caption(), kind), table.rows.length);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** What the sample mode gives says so in its last row. */
  private async fileOf(kind: 'csv' | 'xlsx', table: FileTable): Promise<Blob> {
    const { mark } = this.downloads;
    if (kind === 'xlsx') return (await import('./workbook.js')).workbookOf(table, mark);
    return new Blob([await csvOf(table, mark)], { type: CSV });
  }
}
