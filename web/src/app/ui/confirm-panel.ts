import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Action } from '@thidua/workflows/record';

/** Whether an event is among those that a reader may send now, or could with what is missing. */
export const isDue = (actions: readonly Action[], type: string): boolean => actions.some((action) => action.type === type);

/** A row of what is about to be sent: its name, its value, and where it is corrected. */
export interface Answer {
  readonly name: string;
  readonly value: string;
  readonly edit?: { readonly link: readonly (string | number)[]; readonly fragment?: string };
}

/**
 * What is about to happen for good, asked once on a page of its own (ux.md P3, P6): the facts, what follows, one button that repeats
 * verb and object, and the way back. Never “are you sure”. Give the page its h1; this is what stands below it.
 */
@Component({
  selector: 'app-confirm-panel',
  imports: [MatButton, RouterLink],
  template: `
    @if (!due()) {
      <div class="note">
        <p>
          <b i18n="@@confirm.notDue">Việc này đã xong, hoặc không còn chờ ông/bà.</b>&ngsp;
          <a [routerLink]="back()" i18n="@@confirm.toRecord">Mở hồ sơ</a>
        </p>
      </div>
    } @else {
      <section class="card pad">
        <dl class="facts wide">
          @for (answer of answers(); track answer.name) {
            <dt>{{ answer.name }}</dt>
            <dd class="typed">
              {{ answer.value }}
              @if (answer.edit; as edit) {
                <a [routerLink]="edit.link" [fragment]="edit.fragment"
                  ><span i18n="@@confirm.edit">Sửa</span><span class="vh"> {{ answer.name }}</span></a
                >
              }
            </dd>
          }
        </dl>
        <ng-content />
      </section>
      <div class="action-bar">
        <div class="line">
          <button matButton="filled" type="button" [aria-disabled]="busy()" disabledInteractive (click)="!busy() && confirm.emit()">
            {{ verb() }}
          </button>
          <a matButton="outlined" [routerLink]="back()" i18n="@@confirm.back">Quay lại</a>
          <p class="hint">{{ after() }}</p>
        </div>
      </div>
    }
  `,
  // No box of its own: the bar stays in sight along the whole part of the page in which the panel stands.
  styles: ':host { display: contents; }',
})
export class ConfirmPanel {
  readonly answers = input.required<readonly Answer[]>();
  /** Verb and object, at most four words: “Ký Tờ trình”. */
  readonly verb = input.required<string>();
  /** Who gets it next, and what can no longer be changed. */
  readonly after = input.required<string>();
  readonly back = input.required<readonly (string | number)[]>();
  readonly busy = input(false);
  /** Whether the event still waits for this reader; who comes back to the page after it was sent is told. */
  readonly due = input(true);
  readonly confirm = output();
}
