import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FILE_MOST, type ImportFinding, type ImportView } from '@thidua/workflows/import/import.schema';
import { focusPlace } from '../platform/heading-focus.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { FileDrop } from '../ui/file-drop.js';
import { Icon } from '../ui/icon.js';
import { ProblemNote } from '../ui/problem-note.js';
import { IMPORT_TYPE, ImportApi } from './import.api.js';
import { Places } from './places.js';

type Row = ImportFinding & { readonly key: number; readonly place: string };

/** A cell as people speak of it. */
const placeOf = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string =>
  cell ? $localize`:@@import.place:Trang “${sheet}:sheet:”, ô ${cell}:cell:` : $localize`:@@import.sheet:Trang “${sheet}:sheet:”`;

/** Units and people from an Excel file: choose it, read what is wrong or what it would make, then make all of it. */
@Component({
  selector: 'app-import-page',
  imports: [Cell, Crumbs, DataTable, FileDrop, Icon, MatButton, ProblemNote],
  templateUrl: './import.page.html',
  styles: `
    .section {
      scroll-margin-top: 5rem;
    }
    .place {
      white-space: nowrap;
    }
    a.line {
      min-height: var(--td-target);
    }
  `,
})
export class ImportPage {
  readonly province = input.required<string>();
  private readonly api = inject(ImportApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly template = computed(() => this.api.template(this.province()));
  protected readonly file = signal<File | null>(null);
  protected readonly view = signal<ImportView | null>(null);
  protected readonly problem = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly rows = computed<Row[]>(() =>
    (this.view()?.findings ?? []).map((finding, key) => ({ ...finding, key, place: placeOf(finding) })),
  );
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.aboveList(this.province()));
  protected readonly columns: readonly Column[] = [
    { key: 'place', name: $localize`:@@import.cell:Ô` },
    { key: 'detail', name: $localize`:@@import.wrong:Điều chưa đúng` },
    { key: 'next', name: $localize`:@@import.instead:Ghi lại thế nào` },
  ];

  /** A file that is chosen is judged at once. */
  protected async choose(file: File): Promise<void> {
    if (this.busy()) return;
    this.file.set(file);
    await this.judge();
  }

  protected async judge(): Promise<void> {
    const file = this.file();
    if (file) await this.doing(() => this.api.preview(this.province(), file));
  }

  protected async make(): Promise<void> {
    const [file, view] = [this.file(), this.view()];
    if (file && view && !this.busy()) await this.doing(() => this.api.make(this.province(), file, view.sha256));
  }

  /** What came of it is read first: its heading takes the focus. */
  private async doing(work: () => Promise<ImportView>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.view.set(await work());
    } catch (error) {
      this.view.set(null);
      this.problem.set(error);
    } finally {
      this.busy.set(false);
      setTimeout(() => focusPlace(this.host.nativeElement.ownerDocument, '#import-outcome'));
    }
  }

  protected readonly kinds = ['.xlsx', IMPORT_TYPE];
  protected readonly most = FILE_MOST;
  protected readonly label = $localize`:@@import.file:Tệp Excel`;
  protected readonly hint = $localize`:@@import.fileHint:Tệp .xlsx, tối đa ${FILE_MOST / 1_048_576}:most: MB, mỗi trang tối đa 3.000 dòng.`;
}
