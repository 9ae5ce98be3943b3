import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { SEARCH_MOST } from '@thidua/workflows/search/search.schema';
import { Icon } from './icon.js';

/** A field to look for something: what is looked for stands in the address (`q`), and nothing moves while one types. */
@Component({
  selector: 'app-search-box',
  imports: [Icon, MatButton],
  template: `
    <form role="search" class="line no-print" (submit)="$event.preventDefault(); look(field.value.trim())">
      <label for="search-box">{{ label() }}</label>
      <input id="search-box" class="control" type="search" autocomplete="off" [attr.maxlength]="most" #field [value]="text()" />
      <button matButton="outlined" type="submit"><app-icon name="search" /><span i18n="@@search.look">Tìm</span></button>
      @if (text() && whole()) {
        <button matButton="text" type="button" (click)="look('')" i18n="@@search.all">Xem tất cả</button>
      }
    </form>
  `,
  styles: `
    form {
      margin-bottom: var(--td-space-3);
    }
    input {
      flex: 1 1 14rem;
      max-width: 28rem;
    }
    @media (max-width: 640px) {
      label {
        flex: 1 0 100%;
      }
    }
  `,
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly text = input('');
  /** There is a list to show without a text. */
  readonly whole = input(true);
  protected readonly most = SEARCH_MOST;
  private readonly router = inject(Router);

  protected look(text: string): void {
    void this.router.navigate([], { queryParams: text ? { q: text } : {} });
  }
}
