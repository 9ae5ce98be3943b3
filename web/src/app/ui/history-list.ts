import { Component, inject, input } from '@angular/core';
import type { HistoryEntry } from '@thidua/workflows/record';
import { dayInWords, instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
const TERM = /^(\d{4}-\d{2}-\d{2}) –(?: (\d{4}-\d{2}-\d{2}))?$/;

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
            @if (change.before; as before) {
              <p class="hint" i18n="@@history.change">
                {{
                  change.what  // i18n(ph="what")
                }}:
                {{
                  inWords(before) // i18n(ph="before")
                }}
                thành
                {{
                  inWords(change.after ?? '–') // i18n(ph="after")
                }}
              </p>
            } @else {
              <p class="hint">{{ change.what }}: {{ inWords(change.after ?? '–') }}</p>
            }
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

  /** What the journal keeps as days, such as the days of a term, is read as people read days. */
  protected inWords(value: string): string {
    const [, from, to] = TERM.exec(value) ?? [];
    if (!from) return value.replaceAll(DAY, (day) => dayInWords(day, this.language));
    const first = dayInWords(from, this.language);
    return to
      ? $localize`:@@history.fromTo:từ ${first}:from: đến hết ${dayInWords(to, this.language)}:to:`
      : $localize`:@@history.from:từ ${first}:from:`;
  }
}
