import type { ResourceRef } from '@angular/core';
import { Component, input } from '@angular/core';
import type { HistoryEntry } from '@thidua/workflows/record';
import { Crumbs } from './crumbs.js';
import { HistoryList } from './history-list.js';
import { Region } from './region.js';

/** The page of a record's whole history in words: the pages above it, and what was read. */
@Component({
  selector: 'app-history-body',
  imports: [Crumbs, HistoryList, Region],
  template: `
    <app-crumbs [above]="above()" />
    <div class="page-head">
      <div>
        <h1 i18n="@@history.title">Lịch sử hồ sơ</h1>
        @if (about()) {
          <p class="lede">{{ about() }}</p>
        }
      </div>
    </div>
    <app-region [of]="history()" [also]="also()">
      @if (history().value(); as read) {
        <div class="card pad"><app-history-list [items]="read.items" /></div>
      }
    </app-region>
  `,
})
export class HistoryBody {
  readonly above = input.required<readonly { readonly name: string; readonly link: readonly (string | number)[] }[]>();
  /** What the record is, where the pages above do not say it. */
  readonly about = input('');
  readonly history = input.required<ResourceRef<{ readonly items: readonly HistoryEntry[] } | undefined>>();
  /** What tells of which record the history is, where that is read first. */
  readonly also = input<ResourceRef<unknown> | null>(null);
}
