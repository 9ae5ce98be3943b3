import { DOCUMENT } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SEARCH_MOST } from '@thidua/workflows/search/search.schema';
import { Where, type Spot } from '../platform/where.js';
import { Icon } from '../ui/icon.js';

/** The fields in which one looks for something in the bloc's year: that of the page, else that of the bar. */
const FIELDS = '#search-box, #search-entry';

/**
 * The way to look for something from every page: a field in the bar, on narrow windows a link to the page that has one. Control and K lead
 * there by keyboard; it is no single letter, so that nothing is taken from who dictates or reads by ear (WCAG 2.1.4).
 */
@Component({
  selector: 'app-search-entry',
  imports: [Icon, RouterLink],
  host: { '(document:keydown)': 'reach($event)' },
  template: `
    @if (spot(); as spot) {
      <form
        role="search"
        i18n-aria-label="@@searchEntry.label"
        aria-label="Tìm trong Khối"
        (submit)="$event.preventDefault(); look(spot, field)"
      >
        <app-icon name="search" />
        <label class="vh" for="search-entry" i18n="@@searchEntry.field">Tìm đơn vị, văn bản, chỉ tiêu</label>
        <input
          #field
          id="search-entry"
          type="search"
          autocomplete="off"
          aria-keyshortcuts="Control+K"
          i18n-placeholder="@@searchEntry.field"
          placeholder="Tìm đơn vị, văn bản, chỉ tiêu"
          [attr.maxlength]="most"
        />
        <kbd aria-hidden="true" i18n="@@searchEntry.key">Ctrl K</kbd>
      </form>
      <a [routerLink]="['/', spot.bloc, spot.year, 'search']" fragment="search-box" aria-keyshortcuts="Control+K">
        <app-icon name="search" /><span class="vh-phone" i18n="@@search.title">Tìm kiếm</span>
      </a>
    }
  `,
  styles: `
    form,
    a {
      align-items: center;
      gap: 0.5rem;
      min-height: var(--td-target);
      color: inherit;
    }
    form {
      display: flex;
      width: 22rem;
      padding: 0 0.6rem;
      border: 1.5px solid color-mix(in srgb, var(--td-on-bar) 60%, transparent);
      border-radius: var(--mat-sys-corner-small);
    }
    form:focus-within {
      outline: var(--td-focus-width) solid var(--td-on-bar);
      outline-offset: var(--td-focus-offset);
    }
    a {
      display: none;
      justify-content: center;
      min-width: var(--td-target);
      padding: 0 0.5rem;
    }
    input {
      flex: 1;
      min-width: 0;
      border: 0;
      outline: 0;
      background: none;
      color: inherit;
      font: inherit;
    }
    input::placeholder {
      color: var(--td-on-bar-variant);
      opacity: 1;
    }
    kbd {
      color: var(--td-on-bar-variant);
      font: var(--mat-sys-body-small);
      white-space: nowrap;
    }
    @media (max-width: 1240px) {
      form {
        display: none;
      }
      a {
        display: flex;
      }
    }
  `,
})
export class SearchEntry {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly where = inject(Where);
  protected readonly most = SEARCH_MOST;
  /** Where to look; the page itself has a field of its own. */
  protected readonly spot = computed(() => (this.where.section() === 'search' ? null : this.where.spot()));

  protected look({ bloc, year }: Spot, field: HTMLInputElement): void {
    const q = field.value.trim();
    field.value = '';
    void this.router.navigate(['/', bloc, year, 'search'], q ? { queryParams: { q } } : { fragment: 'search-box' });
  }

  /** Leads to the field, or to the page that has one. */
  protected reach(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const field = [...this.document.querySelectorAll<HTMLInputElement>(FIELDS)].find((one) => one.checkVisibility());
    const spot = this.spot();
    if (!field && !spot) return;
    event.preventDefault();
    if (field) {
      field.focus();
      field.select();
    } else void this.router.navigate(['/', spot!.bloc, spot!.year, 'search'], { fragment: 'search-box' });
  }
}
