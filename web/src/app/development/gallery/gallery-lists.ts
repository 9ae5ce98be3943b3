import { Component, signal } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import { termsOf } from '@thidua/workflows/search/query';
import { Cell, DataTable, type Column, type Sorted } from '../../ui/data-table.js';
import { HistoryList } from '../../ui/history-list.js';
import { ListFilters } from '../../ui/list-filters.js';
import { MarkedText } from '../../ui/marked-text.js';
import { PictureView } from '../../ui/picture/picture.js';
import { StateTag } from '../../ui/state-tag.js';
import { HISTORY, PICTURE, ROWS } from './gallery.data.js';
import { GalleryPart } from './gallery-part.js';

type Row = (typeof ROWS)[number];

/** What stands in lists: a table with its tools and filters, a history in words, what was looked for. */
@Component({
  selector: 'app-gallery-lists',
  imports: [Cell, DataTable, GalleryPart, HistoryList, ListFilters, MarkedText, PictureView, StateTag],
  template: `
    <app-gallery-part part="app-data-table">
      <div class="card">
        <app-list-filters [filters]="filters" [shown]="rows.length" [all]="18">{{ counted }}</app-list-filters>
        <app-data-table
          [caption]="caption"
          tools="gallery"
          [columns]="columns"
          [rows]="rows"
          [sorted]="sorted()"
          (sort)="sorted.set($event)"
        >
          <ng-template appCell="total" let-row>{{ points(row) }}</ng-template>
          <ng-template appCell="state" let-row><app-state-tag [look]="of(row).state" [text]="of(row).state" /></ng-template>
        </app-data-table>
      </div>
    </app-gallery-part>
    <app-gallery-part part="app-picture"><app-picture id="gallery-picture" [picture]="picture" /></app-gallery-part>
    <app-gallery-part part="app-history-list">
      <div class="card pad"><app-history-list [items]="history" /></div>
    </app-gallery-part>
    <app-gallery-part part="app-marked-text">
      <p><app-marked-text [text]="found" [terms]="terms" /></p>
    </app-gallery-part>
  `,
})
export class GalleryLists {
  protected readonly rows = ROWS;
  protected readonly history = HISTORY;
  protected readonly picture = PICTURE;
  protected readonly caption = 'Bảng mẫu';
  protected readonly counted = 'đơn vị';
  protected readonly filters = [
    { key: 'group', label: 'Nhóm', value: '2', options: [1, 2].map((number) => ({ value: String(number), name: `Nhóm ${number}` })) },
  ];
  protected readonly columns: readonly Column<Row>[] = [
    { key: 'unit', name: 'Đơn vị', sorts: true },
    { key: 'group', name: 'Nhóm', sorts: true },
    { key: 'total', name: 'Tổng điểm', figures: true },
    { key: 'state', name: 'Bước' },
  ];
  protected readonly sorted = signal<Sorted>({ key: 'unit', direction: 'ascending' });
  protected readonly found = 'Hội Người mù tỉnh: hội viên mới kết nạp trong năm';
  protected readonly terms = termsOf('nguoi mu hội viên');

  /** Templates do not know the rows of their table. */
  protected readonly of = (row: Row) => row;
  protected readonly points = ({ total }: Row): string => (total === null ? '–' : formatPoints(Math.round(total * 100), 'vi'));
}
