import { Location } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** What an entry of the browser's history keeps of the way to a page of a list: the marks of the pages before it, the first one's is empty. */
interface Way {
  readonly before?: readonly string[];
}

/**
 * The way through a long list: on to the next page, back to the one before or to the first. Marks stand in the address (`after`). A mark
 * only leads on, so the marks of the pages that were turned are kept with the entry of the browser's history: its Back and a reload find
 * them again. Whoever opens the address of a page from elsewhere came from no page of the list, and goes back to the first.
 */
@Component({
  selector: 'app-paging',
  imports: [RouterLink],
  host: { class: 'no-print' },
  template: `
    @if (after() || next()) {
      <nav class="line" i18n-aria-label="@@paging.label" aria-label="Các trang của danh sách">
        @if (after()) {
          <a [routerLink]="[]" [queryParams]="{ after: null }" queryParamsHandling="merge" i18n="@@paging.first">Về trang đầu</a>
        }
        @if (previous(); as page) {
          <a
            [routerLink]="[]"
            [queryParams]="{ after: page.mark || null }"
            [state]="{ before: page.before }"
            queryParamsHandling="merge"
            i18n="@@paging.previous"
            >Trang trước</a
          >
        }
        @if (next(); as mark) {
          <a
            [routerLink]="[]"
            [queryParams]="{ after: mark }"
            [state]="{ before: turned() }"
            queryParamsHandling="merge"
            i18n="@@paging.next"
            >Trang sau</a
          >
        }
      </nav>
    }
  `,
  styles: `
    nav {
      padding-block: var(--td-space-3);
    }
    a {
      display: inline-block;
      padding-block: max(0.6rem, calc((var(--td-target) - 1lh) / 2));
    }
  `,
})
export class Paging {
  readonly after = input('');
  readonly next = input<string | null>(null);
  private readonly location = inject(Location);
  /** The marks of the pages before this one; read anew with every page, since the entry of the history is another then. */
  private readonly before = computed(() => (this.after() ? ((this.location.getState() as Way | null)?.before ?? []) : []));
  protected readonly turned = computed(() => [...this.before(), this.after()]);
  protected readonly previous = computed(() => {
    const before = this.before();
    return before.length > 0 ? { mark: before.at(-1)!, before: before.slice(0, -1) } : null;
  });
}
