import { Component, inject, input } from '@angular/core';
import type { HistoryEntry } from '@thidua/workflows/record';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';

/** A record's history in words (ux.md P17), newest first: who did what and when, the reason, before and after. `most` limits it. */
@Component({
  selector: 'app-history-list',
  template: `
    <ol>
      @for (entry of newest(); track entry.n) {
        <li>
          <p>{{ entry.sentence }}</p>
          <time [attr.datetime]="entry.at">{{ when(entry.at) }}</time>
          @if (entry.capacity) {
            <span class="hint"> · {{ entry.capacity }}</span>
          }
          @if (entry.enteredBy; as writer) {
            <p class="hint" i18n="@@history.enteredBy">
              Người soạn:
              {{
                writer.name // i18n(ph="name")
              }}
            </p>
          }
          @if (entry.reason) {
            <p class="typed" i18n="@@history.reason">
              Lý do:
              {{
                entry.reason // i18n(ph="reason")
              }}
            </p>
          }
          @for (change of entry.changes; track change.what) {
            <p class="hint" i18n="@@history.change">
              {{
                change.what  // i18n(ph="what")
              }}:
              {{
                change.before ?? '–' // i18n(ph="before")
              }}
              thành
              {{
                change.after ?? '–' // i18n(ph="after")
              }}
            </p>
            @if (change.reason) {
              <p class="hint typed" i18n="@@history.reason">
                Lý do:
                {{
                  change.reason // i18n(ph="reason")
                }}
              </p>
            }
          }
        </li>
      } @empty {
        <li class="hint" i18n="@@history.none">Chưa có việc nào được ghi.</li>
      }
    </ol>
  `,
  styles: `
    li {
      padding: 0.6rem 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    li:last-child {
      border-bottom: 0;
    }
    time {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class HistoryList {
  readonly items = input.required<readonly HistoryEntry[]>();
  readonly most = input(Infinity);
  private readonly language = inject(LANGUAGE);
  protected newest(): HistoryEntry[] {
    return [...this.items()].sort((a, b) => b.n - a.n).slice(0, this.most());
  }
  protected when(at: string): string {
    return instantInWords(at, this.language);
  }
}
