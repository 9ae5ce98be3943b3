import { DOCUMENT } from '@angular/common';
import type { OnDestroy } from '@angular/core';
import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { focusPlace } from '../platform/heading-focus.js';
import { PageTitle } from '../platform/page-title.js';
import { Icon } from './icon.js';

/** One thing to correct: the id of its field on this page, and the same sentence that stands at the field. */
export interface Correction {
  readonly fieldId: string | null;
  readonly text: string;
}

/**
 * What must be corrected before sending (ux.md P5): first in the page, focused whenever a new list comes, each a link to its field;
 * the title says “Lỗi:”. Give an empty list to hide it, a new array to call the person again.
 */
@Component({
  selector: 'app-error-summary',
  imports: [Icon],
  template: `
    @if (corrections().length > 0) {
      <div class="note error" role="alert" tabindex="-1" aria-labelledby="error-summary-heading">
        <app-icon name="error" />
        <div>
          <h2 id="error-summary-heading" i18n="@@summary.heading">
            Có
            {{
              corrections().length // i18n(ph="count")
            }}
            điều cần sửa
          </h2>
          <ul>
            @for (correction of corrections(); track $index) {
              <li>
                @if (correction.fieldId; as id) {
                  <a [href]="'#' + id" (click)="go($event, id)">{{ correction.text }}</a>
                } @else {
                  {{ correction.text }}
                }
              </li>
            }
          </ul>
        </div>
      </div>
    }
  `,
  styles: `
    :host:not(:empty) {
      display: block;
      margin-bottom: var(--td-space-4);
    }
    .note {
      scroll-margin-top: 5rem;
    }
  `,
})
export class ErrorSummary implements OnDestroy {
  readonly corrections = input.required<readonly Correction[]>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(PageTitle);

  constructor() {
    effect(() => {
      const shown = this.corrections().length > 0;
      this.title.showsErrors(shown);
      if (shown) queueMicrotask(() => this.call());
    });
  }

  ngOnDestroy(): void {
    this.title.showsErrors(false);
  }

  /** Its heading comes into sight below the bar, however long the list is. */
  private call(): void {
    const note = this.host.nativeElement.querySelector<HTMLElement>('.note');
    note?.focus({ preventScroll: true });
    note?.scrollIntoView({ block: 'start' });
  }

  /** A plain fragment would lead below the base address, and would not focus the field. */
  protected go(event: Event, id: string): void {
    event.preventDefault();
    focusPlace(this.document, `#${CSS.escape(id)}`);
  }
}
