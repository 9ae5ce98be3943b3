import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { LANGUAGE } from '../platform/language.js';
import { stepOf } from './card-words.js';

/** The other cards of the group, so that a leader goes from one to the next. */
@Component({
  selector: 'app-group-cards',
  imports: [RouterLink],
  host: { class: 'no-print' },
  template: `
    @if (cards().length > 1) {
      <nav i18n-aria-label="@@scorecard.group" aria-label="Các đơn vị cùng nhóm">
        <ul>
          @for (card of cards(); track card.id) {
            <li>
              <a
                class="choice"
                [routerLink]="['/', bloc(), year(), 'scorecards', card.id]"
                [attr.aria-current]="card.id === view().id ? 'page' : null"
              >
                <b>{{ card.unitShortName }}</b>
                <span class="hint">{{ words(card) }}</span>
              </a>
            </li>
          }
        </ul>
      </nav>
    }
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
      gap: var(--td-space-2);
      margin-bottom: var(--td-space-4);
    }
    a {
      display: block;
      height: 100%;
      color: var(--mat-sys-on-surface);
      text-decoration: none;
    }
    a[aria-current] {
      border-color: var(--mat-sys-primary);
      box-shadow: inset 0 0 0 1px var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    a[aria-current] .hint {
      color: inherit;
    }
    @media (forced-colors: active) {
      a[aria-current] {
        border: 4px solid Highlight;
      }
    }
    @media (max-width: 640px) {
      ul {
        grid-template-columns: 1fr 1fr;
      }
    }
  `,
})
export class GroupCards {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly view = input.required<ScorecardView>();
  /** The cards of the year. */
  readonly all = input.required<readonly ScorecardView[]>();
  private readonly language = inject(LANGUAGE);
  protected readonly cards = computed(() => this.all().filter(({ groupNumber }) => groupNumber === this.view().groupNumber));

  protected words(card: ScorecardView): string {
    return stepOf(card.id === this.view().id ? this.view() : card, this.language);
  }
}
