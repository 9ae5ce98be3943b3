import { DOCUMENT } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { focusPlace } from '../platform/heading-focus.js';
import { Icon } from '../ui/icon.js';

/** A thing to look at: where, which rule of the checker, what was noticed, and the way to mend it. */
export interface ListedFinding {
  readonly rule: string;
  readonly where: string;
  readonly sentence: string;
  /** Another page, or the id of a place on this one. */
  readonly link?: readonly (string | number)[];
  readonly place?: string;
}

/** What an attentive reader will notice (ux.md P14): each a place and a sentence; it stops nobody. */
@Component({
  selector: 'app-findings-list',
  imports: [Icon, RouterLink],
  template: `
    <ul>
      @for (finding of findings(); track $index) {
        <li>
          <p class="line place">
            @if (finding.link; as link) {
              <a [routerLink]="link">{{ finding.where }}</a>
            } @else if (finding.place; as place) {
              <a [href]="'#' + place" (click)="go($event, place)">{{ finding.where }}</a>
            } @else {
              <span>{{ finding.where }}</span>
            }
            <span class="muted">{{ finding.rule }}</span>
          </p>
          <p class="sentence"><app-icon name="warning" />{{ finding.sentence }}</p>
        </li>
      } @empty {
        <li class="line"><app-icon name="check" /><span i18n="@@findings.none">Không có điểm nào.</span></li>
      }
    </ul>
  `,
  styles: `
    li {
      padding: var(--td-space-3) var(--td-space-5);
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    li:first-child {
      border-top: 0;
    }
    .place {
      justify-content: space-between;
      font: var(--mat-sys-label-medium);
    }
    .sentence {
      display: flex;
      gap: 0.5rem;
      font: var(--mat-sys-body-small);
    }
    .sentence app-icon {
      flex: none;
      margin-top: 0.2rem;
      color: var(--td-warn);
    }
    li > app-icon {
      color: var(--td-ok);
    }
  `,
})
export class FindingsList {
  readonly findings = input.required<readonly ListedFinding[]>();
  private readonly document = inject(DOCUMENT);

  /** A plain fragment would lead below the base address, and would not focus the field. */
  protected go(event: Event, place: string): void {
    event.preventDefault();
    focusPlace(this.document, `#${CSS.escape(place)}`);
  }
}
