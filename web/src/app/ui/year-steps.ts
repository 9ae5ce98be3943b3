import { Component, inject, input } from '@angular/core';
import type { YearStep } from '@thidua/workflows/work/work.schema';
import { daysUntil, weekdayInWords } from '../platform/dates.js';
import { daysLeftInWords } from '../platform/days-left.js';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from './icon.js';

/** The year's steps with their last days and how many are left: done, current, ahead; below a step, what the reader's unit owes there. */
@Component({
  selector: 'app-year-steps',
  imports: [Icon],
  template: `
    <ol>
      @for (step of steps(); track step.key) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
          @if (step.state === 'done') {
            <app-icon name="check" />
          } @else {
            <span class="ring" aria-hidden="true"></span>
          }
          <span
            >{{ step.name }}
            @if (step.state === 'done') {
              <span class="vh" i18n="@@steps.done">, đã xong</span>
            }
          </span>
          <span class="when">
            <time [attr.datetime]="step.due">{{ day(step.due) }}</time>
            @if (step.state !== 'done') {
              <span>{{ left(step.due) }}</span>
            }
          </span>
          @if (owed().get(step.key); as words) {
            <span class="owed">{{ words }}</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 1.5rem minmax(0, 1fr);
      gap: 0 0.75rem;
      align-items: baseline;
      padding: 0.4rem var(--td-space-5);
      color: var(--mat-sys-on-surface-variant);
    }
    ol {
      padding: var(--td-space-3) 0;
    }
    app-icon {
      color: var(--td-ok);
      justify-content: center;
    }
    .ring {
      justify-self: center;
      width: 1.1rem;
      height: 1.1rem;
      border: 2px solid var(--mat-sys-outline);
      border-radius: 99px;
    }
    .current {
      font-weight: 650;
      color: var(--mat-sys-on-surface);
    }
    .current .ring {
      border: 5px solid var(--mat-sys-primary);
    }
    .when {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--td-space-3);
      justify-content: space-between;
    }
    .when,
    .owed {
      grid-column: 2;
      font: var(--mat-sys-body-small);
    }
    .owed {
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class YearSteps {
  readonly steps = input.required<readonly YearStep[]>();
  readonly today = input.required<string>();
  /** What the reader's unit owes at a step, in words, by the step's key. */
  readonly owed = input<ReadonlyMap<string, string>>(new Map());
  private readonly language = inject(LANGUAGE);
  protected readonly day = (day: string) => weekdayInWords(day, this.language);
  protected readonly left = (day: string) => daysLeftInWords(daysUntil(day, this.today()));
}
