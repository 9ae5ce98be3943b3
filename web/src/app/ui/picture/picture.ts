import { Component, computed, ElementRef, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Downloads } from '../../platform/downloads.js';
import { Cell, DataTable } from '../data-table.js';
import { Icon } from '../icon.js';
import { ProblemNote } from '../problem-note.js';
import type { FileCell } from '../table-file.js';
import type { Picture } from './drawing.js';
import { DrawnPicture } from './drawn-picture.js';
import { whitePaperOf } from './paper.js';

type Kind = 'svg' | 'png' | 'xlsx';

/**
 * A picture of figures with their table behind it (ux.md 7): a sentence says what it shows, a button turns to the table, and it is saved
 * as SVG, PNG or Excel. The page keeps its room before what draws it is there.
 */
@Component({
  selector: 'app-picture',
  imports: [Cell, DataTable, DrawnPicture, Icon, MatButton, ProblemNote],
  template: `
    <section class="card" [attr.aria-labelledby]="id() + '-heading'">
      <header>
        <h2 [id]="id() + '-heading'">{{ picture().caption }}</h2>
        @if (!charts.error()) {
          <button matButton="outlined" type="button" class="small-button no-print" (click)="turned.set(!turned())">
            <span>
              @if (turned()) {
                <span i18n="@@picture.toPicture">Xem hình</span>
              } @else {
                <span i18n="@@picture.toTable">Xem dạng bảng</span>
              }
              <span class="vh">: {{ picture().caption }}</span></span
            >
          </button>
        }
      </header>
      @if (charts.error(); as failure) {
        <app-problem-note [problem]="failure" [again]="true" (retry)="charts.reload()" />
      }
      @if (tabled()) {
        <p class="finding">{{ picture().finding }}</p>
        <app-data-table [caption]="tableName()" [columns]="columns()" [rows]="rows()">
          @for (column of columns(); track column.key) {
            <ng-template [appCell]="column.key" let-row>{{ cellOf(row, $index).text }}</ng-template>
          }
        </app-data-table>
      } @else {
        <div role="img" [attr.aria-label]="picture().finding">
          <p class="finding">{{ picture().finding }}</p>
          <app-drawn-picture class="box" [picture]="picture()" [charts]="charts.value()" />
        </div>
      }
      <div class="saves no-print">
        @for (kind of kinds; track kind) {
          <button matButton type="button" class="small-button" (click)="keep(kind)">
            <app-icon name="download" />
            <span i18n="@@picture.save"
              >Tải
              {{
                names[kind]  // i18n(ph="kind")
              }}<span class="vh"
                >:
                {{
                  picture().caption // i18n(ph="caption")
                }}</span
              ></span
            >
          </button>
        }
      </div>
      @if (problem(); as refused) {
        <app-problem-note [problem]="refused" />
      }
    </section>
  `,
  styleUrl: './picture.scss',
})
export class PictureView {
  readonly picture = input.required<Picture>();
  /** Tells the pictures of a page apart. */
  readonly id = input.required<string>();
  private readonly downloads = inject(Downloads);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly charts = resource({ loader: () => import('./charts.js') });
  protected readonly turned = signal(false);
  /** What cannot be drawn is read. */
  protected readonly tabled = computed(() => this.turned() || this.charts.error() !== undefined);
  /** Told apart from the card around it. */
  protected readonly tableName = computed(() => $localize`:@@picture.table:Bảng số liệu: ${this.picture().caption}:caption:`);
  protected readonly problem = signal<unknown>(null);
  protected readonly kinds: readonly Kind[] = ['svg', 'png', 'xlsx'];
  protected readonly names: Readonly<Record<Kind, string>> = { svg: 'SVG', png: 'PNG', xlsx: 'Excel' };
  protected readonly columns = computed(() => this.picture().columns.map((column, at) => ({ key: String(at), ...column })));
  protected readonly rows = computed(() => this.picture().rows.map((cells, at) => ({ id: at, cells })));

  /** A template's variable has no type of its own. */
  protected cellOf({ cells }: { cells: readonly FileCell[] }, column: number): FileCell {
    return cells[column]!;
  }

  protected async keep(kind: Kind): Promise<void> {
    this.problem.set(null);
    try {
      this.downloads.save(await this.fileOf(kind), `${this.picture().file}.${kind}`);
    } catch (error) {
      this.problem.set(error);
    }
  }

  private async fileOf(kind: Kind): Promise<Blob> {
    const { mark } = this.downloads;
    if (kind === 'xlsx') return (await import('../workbook.js')).workbookOf(this.picture(), mark);
    const { pngOf, svgOf } = await import('./charts.js');
    const paper = whitePaperOf(this.host);
    return kind === 'svg' ? svgOf(this.picture(), paper, mark) : pngOf(this.picture(), paper, mark);
  }
}
