import { DOCUMENT } from '@angular/common';
import { afterNextRender, DestroyRef, ElementRef, EnvironmentInjector, inject } from '@angular/core';
import { focusPlace } from './heading-focus.js';

/**
 * A form that opened below a button gives the focus back to it when it goes, or to the heading of its section where the button went with
 * it; unless something else, such as the note of what was done, has taken it. Call it where `inject` may be called.
 * @param wanted whether this form took the focus at all
 */
export function givesFocusBack(wanted: () => boolean): void {
  const document = inject(DOCUMENT);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(EnvironmentInjector); // outlives the form
  const opener = document.activeElement;
  let section: Element | null = null;
  afterNextRender({ earlyRead: () => (section = host.closest('section')) });
  inject(DestroyRef).onDestroy(() => {
    if (wanted()) afterNextRender({ read: () => giveBack(document, opener, section) }, { injector });
  });
}

function giveBack(document: Document, opener: Element | null, section: Element | null): void {
  if (document.activeElement !== document.body) return;
  if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) return opener.focus();
  const heading = section?.isConnected ? section.querySelector('h2') : null;
  focusPlace(document, heading?.id ? `#${heading.id}` : 'main h1');
}
