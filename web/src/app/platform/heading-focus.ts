import { DOCUMENT } from '@angular/common';
import { afterNextRender, afterRenderEffect, inject, Injectable, Injector } from '@angular/core';
import { ActivatedRoute, NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/**
 * After navigation the focus goes to the page's heading, so that a screen reader begins there; an address with a field (`#target-3`)
 * is the page's own affair (`focusPlace`). The first page keeps the browser's own focus.
 */
@Injectable({ providedIn: 'root' })
export class HeadingFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);

  /** Begins to follow navigation. */
  begin(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)),
        pairwise(),
      )
      .subscribe(([[before], [now]]) => {
        if (before !== now) afterNextRender({ read: () => focusPlace(this.document, 'main h1') }, { injector: this.injector });
      });
  }
}

/** Moves focus to the first element that the selector finds, making it focusable when it is not. @returns whether there was one */
export function focusPlace(document: Document, selector: string): boolean {
  const place = document.querySelector<HTMLElement>(selector);
  if (!place) return false;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
  return true;
}

/**
 * Leads to the field that the address names (`#target-3`), once, as soon as the page has it. Call it where `inject` may be called.
 * @param ready whether what the page reads has come
 */
export function focusFragment(ready: () => boolean): void {
  const document = inject(DOCUMENT);
  const { fragment } = inject(ActivatedRoute).snapshot;
  let led = false;
  afterRenderEffect(() => {
    if (!led && fragment && ready()) led = focusPlace(document, `#${CSS.escape(fragment)}`);
  });
}
