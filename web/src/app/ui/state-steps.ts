import { Component, computed, input } from '@angular/core';
import { Icon } from './icon.js';

/** A step of a record's way: its name, who and when under it. At most five of them. */
export interface Step {
  readonly name: string;
  readonly note?: string;
  readonly state: 'done' | 'current' | 'ahead';
}

/** Where a record stands on its way (ux.md P2): told, not pressed. On a phone: “Bước 3/5” with bars. */
@Component({
  selector: 'app-state-steps',
  imports: [Icon],
  template: `
    <ol [attr.aria-label]="label()">
      @for (step of steps(); track step.name) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
          <span class="dot" aria-hidden="true">
            @if (step.state === 'done') {
              <app-icon name="check" />
            } @else {
              {{ $index + 1 }}
            }
          </span>
          {{ step.name }}
          @if (step.state === 'done') {
            <span class="vh" i18n="@@steps.done">, đã xong</span>
          }
          @if (step.note) {
            <small>{{ step.note }}</small>
          }
        </li>
      }
    </ol>
    <p class="phone">
      <span class="bars" aria-hidden="true">
        @for (step of steps(); track step.name) {
          <span [class.on]="$index < at()"></span>
        }
      </span>
      <span i18n="@@steps.phone"
        ><b
          >Bước
          {{
            at()  // i18n(ph="at")
          }}/{{
            steps().length  // i18n(ph="of")
          }}:
          {{
            current()?.name  // i18n(ph="name")
          }}.</b
        ></span
      >
      {{ current()?.note }}
    </p>
  `,
  styles: `
    ol {
      display: flex;
      margin-bottom: var(--td-space-5);
    }
    li {
      position: relative;
      flex: 1;
      padding: 1.9rem 0.5rem 0 0;
      font: var(--mat-sys-body-small);
      line-height: 1.3;
      color: var(--mat-sys-on-surface-variant);
    }
    li::before {
      content: '';
      position: absolute;
      inset: 0.7rem 0 auto;
      height: 2px;
      background: var(--mat-sys-outline-variant);
    }
    li:last-child::before {
      display: none;
    }
    .dot {
      position: absolute;
      inset: 0 auto auto 0;
      display: grid;
      place-items: center;
      width: 1.5rem;
      height: 1.5rem;
      border: 2px solid var(--mat-sys-outline);
      border-radius: 99px;
      background: var(--mat-sys-surface);
      font-weight: 600;
      line-height: 1;
    }
    .done::before {
      background: var(--mat-sys-primary);
    }
    .done .dot {
      border-color: var(--mat-sys-primary);
      color: var(--mat-sys-primary);
      font-size: 0.75rem;
    }
    .current {
      font-weight: 650;
      color: var(--mat-sys-on-surface);
    }
    .current .dot {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
    small {
      display: block;
      font-size: 0.875rem;
      font-weight: 400;
      color: var(--mat-sys-on-surface-variant);
    }
    .phone {
      display: none;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.75rem;
      margin-bottom: var(--td-space-4);
      font: var(--mat-sys-body-small);
    }
    .bars {
      display: flex;
      gap: 3px;
    }
    .bars span {
      width: 1.6rem;
      height: 6px;
      border-radius: 3px;
      background: var(--mat-sys-outline-variant);
    }
    .bars .on {
      background: var(--mat-sys-primary);
    }
    @media (max-width: 640px) {
      ol {
        display: none;
      }
      .phone {
        display: flex;
      }
    }
  `,
})
export class StateSteps {
  readonly steps = input.required<readonly Step[]>();
  /** What these are the steps of, for screen readers. */
  readonly label = input.required<string>();
  protected readonly current = computed(() => this.steps().find((step) => step.state === 'current') ?? this.steps().at(-1));
  protected readonly at = computed(() => this.steps().indexOf(this.current()!) + 1);
}
