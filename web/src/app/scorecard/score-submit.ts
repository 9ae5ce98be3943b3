import { Component, computed, input, output } from '@angular/core';
import type { Action } from '@thidua/workflows/record';
import { RouterLink } from '@angular/router';
import { ConfirmPanel, type Answer } from '../ui/confirm-panel.js';
import { Icon } from '../ui/icon.js';
import { ProblemNote } from '../ui/problem-note.js';
import { justOpened } from './score-answers.js';

/** What is sent for good, asked once (ux.md P3, P6); or why it cannot be sent now, and the way back. */
@Component({
  selector: 'app-score-submit',
  imports: [ConfirmPanel, Icon, ProblemNote, RouterLink],
  template: `
    @if (problem(); as refused) {
      <app-problem-note class="section" [problem]="refused" />
    }
    @if (needs().length === 0) {
      <!-- A second tap of the same finger does nothing; the keyboard is nobody's double tap. -->
      <app-confirm-panel
        [style.pointer-events]="fresh() ? 'none' : null"
        [answers]="answers()"
        [verb]="verb()"
        [after]="after()"
        [back]="back()"
        [busy]="busy()"
        [due]="!!submit()"
        (confirm)="confirm.emit()"
      />
    } @else {
      <div class="note">
        <app-icon name="lock" />
        <div>
          @for (need of needs(); track need.code) {
            <p>{{ need.detail }} {{ need.next }}</p>
          }
          <p><a [routerLink]="back()" i18n="@@confirm.back">Quay lại</a></p>
        </div>
      </div>
    }
  `,
})
export class ScoreSubmit {
  readonly actions = input.required<readonly Action[]>();
  readonly answers = input.required<readonly Answer[]>();
  readonly verb = input.required<string>();
  readonly after = input.required<string>();
  readonly back = input.required<readonly (string | number)[]>();
  readonly busy = input(false);
  readonly problem = input<unknown>(null);
  readonly confirm = output();
  protected readonly fresh = justOpened();
  protected readonly submit = computed(() => this.actions().find(({ type }) => type === 'submit'));
  protected readonly needs = computed(() => this.submit()?.needs ?? []);
}
