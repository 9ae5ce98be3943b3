import type { ResourceRef } from '@angular/core';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HistoryEntry } from '@thidua/workflows/record';
import { HistoryList } from './history-list.js';
import { PrintButton } from './print-button.js';
import { Region } from './region.js';

/** Beside a record: its facts (the content, a `dl.facts`), printing, what is marked `between`, and the last lines of its history with the way to the whole. */
@Component({
  selector: 'app-record-aside',
  imports: [HistoryList, PrintButton, Region, RouterLink],
  template: `
    <aside class="stack" i18n-aria-label="@@aside.label" aria-label="Tóm tắt và lịch sử">
      <section class="card pad" aria-labelledby="summary-heading">
        <h2 id="summary-heading" i18n="@@aside.summary">Tóm tắt</h2>
        <ng-content />
        <app-print-button />
      </section>
      <ng-content select="[between]" />
      <section class="card pad no-print" aria-labelledby="history-heading">
        <h2 id="history-heading" i18n="@@history.title">Lịch sử hồ sơ</h2>
        <app-region [of]="history()">
          @if (history().value(); as read) {
            <app-history-list [items]="read.items" [most]="4" />
            <a [routerLink]="whole()" i18n="@@history.all">Xem đủ lịch sử</a>
          }
        </app-region>
      </section>
    </aside>
  `,
  styles: `
    h2 {
      margin-bottom: var(--td-space-2);
    }
  `,
})
export class RecordAside {
  readonly history = input.required<ResourceRef<{ readonly items: readonly HistoryEntry[] } | undefined>>();
  /** The page of the whole history. */
  readonly whole = input.required<readonly (string | number)[]>();
}
