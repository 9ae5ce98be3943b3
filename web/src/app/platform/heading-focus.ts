import { DOCUMENT, ViewportScroller } from '@angular/common';
import { afterNextRender, afterRenderEffect, inject, Injectable, Injector } from '@angular/core';
import { ActivatedRoute, NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

const HEADING = 'main h1';

/**
 * After navigation the focus goes to the page's heading, so that a screen reader begins there, and to the one that takes its place when
 * what the page reads has come. The next page of a list is such a page as well: the link that led there is gone. An address with a field
 * (`#target-3`) is the page's own affair (`focusPlace`). The first page keeps the browser's own focus.
 */
@Injectable({ providedIn: 'root' })
export class HeadingFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly scroller = inject(ViewportScroller);
  /** Looks on while a page is being drawn. */
  private drawing: MutationObserver | null = null;

  /** Begins to follow navigation. */
  begin(): void {
    // A part that the address names comes to stand below the bar, where the styles say that the free window begins.
    this.scroller.setOffset(() => [0, Number.parseFloat(getComputedStyle(this.document.documentElement).scrollPaddingTop)]);
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => placeOf(event.urlAfterRedirects)),
        pairwise(),
      )
      .subscribe(([before, now]) => {
        if (isTurn(before, now)) afterNextRender({ read: () => this.lead() }, { injector: this.injector });
      });
  }

  /** Leads to the heading, and again whenever it was taken away with the focus on it; until the page stands or somebody went on. */
  private lead(): void {
    const main = this.document.querySelector('main');
    this.drawing?.disconnect();
    focusPlace(this.document, HEADING);
    if (!main || this.stands(main)) return;
    this.drawing = new MutationObserver((_changes, drawing) => this.stands(main) && drawing.disconnect());
    this.drawing.observe(main, { childList: true, subtree: true });
  }

  /** Leads to the heading where the focus is lost. @returns whether there is nothing more to lead to */
  private stands(main: HTMLElement): boolean {
    const lost = () => this.document.activeElement === this.document.body;
    if (lost()) focusPlace(this.document, HEADING);
    const led = this.document.activeElement?.matches(HEADING);
    return led ? !main.querySelector('[aria-busy]') : !lost();
  }
}

interface Place {
  readonly path: string;
  /** The mark of the list's page (`Paging`). */
  readonly after: string | null;
  /** What else is asked for, such as the text of a search. */
  readonly asked: string;
}

function placeOf(address: string): Place {
  const { pathname: path, searchParams } = new URL(address, 'http://here');
  const after = searchParams.get('after');
  searchParams.delete('after');
  return { path, after, asked: searchParams.toString() };
}

/** Whether one goes from one page to another. Whoever looks for something else in the same list stays at the field. */
const isTurn = (before: Place, now: Place): boolean =>
  before.path !== now.path || (before.after !== now.after && before.asked === now.asked);

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
