import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Action, Need } from '@thidua/workflows/record';
import { focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { choicesOf, type EventChoice, type EventManners, type Pressed } from './event-choice.js';
import { EventFinal } from './event-final.js';
import { EventReason } from './event-reason.js';
import { Icon } from './icon.js';
import { ProblemNote } from './problem-note.js';

/** Why an event is not possible, to be compared. */
const reasonsOf = ({ can, needs }: EventChoice): string => JSON.stringify([can, needs]);

/**
 * The buttons of a record, drawn from its `actions` alone (ux.md P3): what the page is for is filled, all others have an edge;
 * beside them, who gets it next and what is missing. An event that is not possible now stands last, is shown off, can be focused, and
 * says why; pressing it leads to the reason.
 * An event whose needs all have a place on this page (`places`: code → id of the field) stays on; pressing it gives `(missing)`.
 */
@Component({
  selector: 'app-event-buttons',
  imports: [EventFinal, EventReason, Icon, MatButton, ProblemNote],
  template: `
    <div class="line">
      @for (choice of choices(); track choice.type) {
        <button
          type="button"
          disabledInteractive
          [matButton]="filled(choice) ? 'filled' : 'outlined'"
          [aria-disabled]="choice.can === 'off' || busy()"
          [attr.aria-describedby]="choice.can === 'on' ? null : whyId(choice)"
          [attr.aria-expanded]="choice.manner.reason || choice.manner.final ? opened()?.type === choice.type : null"
          (click)="press(choice)"
        >
          @if (choice.can === 'off') {
            <app-icon name="lock" />
          } @else if (choice.manner.icon; as icon) {
            <app-icon [name]="icon" />
          }
          <span
            >{{ choice.name }}<span class="vh"> {{ object() }}</span></span
          >
        </button>
      }
      @if (!opened() && follows(); as after) {
        <p class="hint after">{{ after }}</p>
      }
    </div>
    @for (alike of notReady(); track alike.id) {
      <div class="why" [id]="alike.id" tabindex="-1">
        <b>{{ alike.lead }}&ngsp;</b>
        @for (need of alike.needs; track $index) {
          @if (places()[need.code]; as place) {
            <a [href]="'#' + place" (click)="go($event, place)">{{ need.detail }}</a>
          } @else {
            {{ need.detail }} {{ need.next }}
          }
        }
      </div>
    }
    @if (opened(); as choice) {
      @if (choice.manner.final) {
        <app-event-final
          [verb]="choice.name"
          [object]="object()"
          [after]="choice.manner.after ?? ''"
          (given)="settle(choice)"
          (dropped)="close(choice)"
        />
      } @else {
        <app-event-reason
          [fieldId]="'reason-' + choice.type"
          [label]="choice.manner.reason!.label ?? reasonLabel"
          [hint]="choice.manner.reason!.hint ?? reasonHint(choice)"
          [least]="choice.manner.reason!.least"
          [verb]="choice.name"
          [object]="object()"
          [busy]="busy()"
          (given)="send.emit({ type: choice.type, reason: $event })"
          (dropped)="close(choice)"
        />
      }
    }
    @if (problem(); as refused) {
      <app-problem-note [problem]="refused" />
    }
  `,
  styles: `
    .after {
      flex: 1 1 16rem;
      max-width: 78ch;
    }
    .why {
      margin-top: 0.4rem;
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
      max-width: 78ch;
    }
    .why a {
      margin-right: 0.3rem;
    }
    app-problem-note {
      display: block;
      margin-top: var(--td-space-3);
    }
    @media (max-width: 640px) {
      .line > .mat-mdc-unelevated-button {
        flex: 1 1 100%;
      }
    }
  `,
})
export class EventButtons {
  /** The record's kind, such as `Registration`: the buttons' names come from its words. */
  readonly kind = input.required<string>();
  readonly actions = input.required<readonly Action[]>();
  readonly manners = input<EventManners>({});
  /** Where on this page a need can be mended: code of the need → id of the field. */
  readonly places = input<Readonly<Record<string, string>>>({});
  /** What the verb is about, read with each button: “bản đăng ký của Hội Người mù”. */
  readonly object = input('');
  /** Whether the first of these is what the page is for; what is seldom wanted has no filled button. */
  readonly main = input(true);
  /** An event is on its way: nothing can be pressed twice. */
  readonly busy = input(false);
  /** What the last press was refused with. */
  readonly problem = input<unknown>(null);
  readonly send = output<Pressed>();
  readonly ask = output<string>();
  readonly missing = output<readonly Need[]>();

  private readonly document = inject(DOCUMENT);
  private readonly language = inject(LANGUAGE);
  protected readonly reasonLabel = $localize`:@@event.reason:Lý do`;
  protected readonly choices = computed(() => choicesOf(this.kind(), this.actions(), this.manners(), this.places(), this.language));
  /** Who gets it next, after what the page is for. */
  protected readonly follows = computed(() => this.choices().find(({ main, can }) => main && can !== 'off')?.manner.after);
  /** What stands in the way, said once for the events that it stops alike. */
  protected readonly notReady = computed(() => {
    const stopped = this.choices().filter(({ can }) => can !== 'on');
    const ids = new Set(stopped.map((choice) => this.whyId(choice)));
    return [...ids].map((id) => {
      const alike = stopped.filter((choice) => this.whyId(choice) === id);
      return { id, lead: this.lead(alike), needs: alike[0]!.needs };
    });
  });
  /** The event whose reason is being written; closed as soon as the record's events have changed. */
  protected readonly opened = linkedSignal<readonly Action[], EventChoice | null>({ source: this.actions, computation: () => null });

  /** One at most, and never what is seldom wanted. */
  protected filled({ main, can, manner }: EventChoice): boolean {
    return this.main() && main && !manner.quiet && can !== 'off' && !this.opened();
  }

  protected whyId(choice: EventChoice): string {
    const first = this.choices().find((other) => other.can !== 'on' && reasonsOf(other) === reasonsOf(choice)) ?? choice;
    return `why-${this.kind()}-${first.type}`;
  }

  private lead(alike: readonly EventChoice[]): string {
    if (alike[0]!.can === 'missing') return $localize`:@@event.missing:Cần bổ sung:`;
    const events = alike.map(({ name }) => name).join(', ');
    return $localize`:@@event.off:${events}:event:, chưa làm được:`;
  }

  protected reasonHint(choice: EventChoice): string {
    return $localize`:@@event.reasonHint:Ít nhất ${choice.manner.reason?.least ?? 0}:least: ký tự. Lý do được ghi vào lịch sử hồ sơ.`;
  }

  protected press(choice: EventChoice): void {
    if (this.busy()) return;
    if (choice.can === 'off') return void focusPlace(this.document, `#${this.whyId(choice)}`);
    if (choice.can === 'missing') return this.missing.emit(choice.needs);
    if (choice.manner.reason || choice.manner.final) return this.opened.set(choice);
    if (choice.manner.asks) return this.ask.emit(choice.type);
    this.send.emit({ type: choice.type });
  }

  /** It was asked and confirmed; what is still wrong is told in the page. */
  protected settle(choice: EventChoice): void {
    this.opened.set(null);
    this.send.emit({ type: choice.type });
  }

  /** Closes the field set; the focus goes back to the button that opened it. */
  protected close(choice: EventChoice): void {
    this.opened.set(null);
    const at = this.choices().indexOf(choice);
    focusPlace(this.document, `app-event-buttons .line > button:nth-of-type(${at + 1})`);
  }

  /** A plain fragment would lead below the base address, and would not focus the field. */
  protected go(event: Event, place: string): void {
    event.preventDefault();
    focusPlace(this.document, `#${CSS.escape(place)}`);
  }
}
