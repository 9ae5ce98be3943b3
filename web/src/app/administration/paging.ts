import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The way through a long list: on to the next page, back to the first. Marks stand in the address (`after`). */
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
        @if (next(); as mark) {
          <a [routerLink]="[]" [queryParams]="{ after: mark }" queryParamsHandling="merge" i18n="@@paging.next">Trang sau</a>
        }
      </nav>
    }
  `,
  styles: `
    nav {
      padding-block: var(--td-space-3);
    }
    a {
      padding: 0.6rem 0;
    }
  `,
})
export class Paging {
  readonly after = input('');
  readonly next = input<string | null>(null);
}
