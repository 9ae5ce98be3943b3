import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { WorkItem } from '@thidua/workflows/work/work.schema';
import { shortDay } from '../platform/dates.js';
import { daysLeftInWords } from '../platform/days-left.js';
import { LANGUAGE } from '../platform/language.js';
import type { Spot } from '../platform/where.js';
import { Icon } from '../ui/icon.js';

/** Pieces of work (ux.md P1): until when, what, why; each a heading and one button whose name carries the object. */
@Component({
  selector: 'app-work-list',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <ul>
      @for (item of items(); track item.kind + item.id + item.event) {
        <li>
          <p class="due" [class.late]="late(item)">
            @if (late(item)) {
              <app-icon name="alarm" />
            } @else if (item.daysLeft === 0) {
              <app-icon name="today" />
            }
            {{ left(item) }}
            @if (item.due) {
              <small i18n="@@work.due"
                >hạn
                {{
                  day(item.due) // i18n(ph="due")
                }}</small
              >
            }
          </p>
          <div class="what">
            <h3>
              <a [routerLink]="address(item)">{{ item.title }}</a>
            </h3>
            <p class="muted">{{ item.sentence }}</p>
            @if (item.onBehalfOf; as principal) {
              <p class="instead" i18n="@@work.instead">
                Làm thay
                {{
                  principal // i18n(ph="principal")
                }}
              </p>
            }
          </div>
          <a class="go" [matButton]="$first && mine() ? 'filled' : 'outlined'" [routerLink]="address(item)">
            @if (item.event === 'edit' && !item.begun) {
              <span i18n="@@work.begin">Bắt đầu</span>
            } @else if (item.event === 'edit') {
              <span i18n="@@work.write">Soạn tiếp</span>
            } @else {
              <span i18n="@@work.open">Mở hồ sơ</span>
            }
            <span class="vh">: {{ item.title }}</span>
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap; /* larger letters want more lines */
      gap: var(--td-space-2) var(--td-space-4);
      align-items: flex-start;
      padding: var(--td-space-4) var(--td-space-5);
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    li:last-child {
      border-bottom: 0;
    }
    .due {
      flex: 0 0 8.5rem;
      font: var(--mat-sys-label-medium);
    }
    .what {
      flex: 1 1 14rem;
      min-width: 0;
    }
    .instead {
      font: var(--mat-sys-label-medium);
    }
    .due.late {
      color: var(--mat-sys-error);
    }
    .due small {
      display: block;
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    @media (max-width: 640px) {
      li {
        padding: var(--td-space-4);
      }
      .due,
      .what {
        flex-basis: 100%;
      }
      .due small {
        display: inline;
        margin-left: 0.5rem;
      }
      .go {
        width: 100%;
      }
    }
  `,
})
export class WorkList {
  readonly items = input.required<readonly WorkItem[]>();
  readonly spot = input.required<Spot>();
  /** The reader's own work: its first button is the page's filled one. */
  readonly mine = input(false);
  private readonly language = inject(LANGUAGE);
  protected readonly day = (day: string) => shortDay(day, this.language);
  protected readonly late = (item: WorkItem) => item.daysLeft !== null && item.daysLeft < 0;

  protected left({ daysLeft }: WorkItem): string {
    return daysLeft === null ? $localize`:@@work.noDue:Không hạn` : daysLeftInWords(daysLeft);
  }

  protected address(item: WorkItem): (string | number)[] {
    return ['/', this.spot().bloc, this.spot().year, ...item.link.split('/').filter(Boolean)];
  }
}
