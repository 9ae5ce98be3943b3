import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { Icon } from './icon.js';

/**
 * A refusal or a failure in words, in the place where it happened: what is the matter, then what to do.
 * `problem` may be anything that a request failed with. `retry` is offered when `again` is set.
 */
@Component({
  selector: 'app-problem-note',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <div class="note error" role="alert">
      <app-icon name="error" />
      <div>
        <p>
          <b>{{ said().detail }}</b>
        </p>
        @for (need of reasons(); track $index) {
          <p>{{ need.detail }} {{ need.next }}</p>
        }
        @if (said().code !== 'not-found') {
          <p>{{ said().next }}</p>
        }
        @if (said().code === 'sign-in-needed') {
          <p>
            <a routerLink="/sign-in" [queryParams]="{ next: router.url }" (click)="session.ended()" i18n="@@problem.signIn"
              >Đăng nhập lại</a
            >
          </p>
        } @else if (said().code === 'not-found') {
          <p><a routerLink="/work" i18n="@@problem.work">Về Việc của tôi</a></p>
        } @else if (again() && helps()) {
          <button matButton="outlined" type="button" (click)="retry.emit()" i18n="@@problem.retry">Thử lại</button>
        }
      </div>
    </div>
  `,
  styles: `
    button {
      margin-top: var(--td-space-2);
    }
  `,
})
export class ProblemNote {
  readonly problem = input.required<unknown>();
  readonly again = input(false);
  readonly retry = output();
  protected readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly said = computed(() => problemOf(this.problem()));
  /** What is gone stays gone, however often it is asked for. */
  protected readonly helps = computed(() => ![404, 410].includes(this.said().status));
  /** One need says the same as the problem itself. */
  protected readonly reasons = computed(() => (this.said().needs.length > 1 ? this.said().needs : []));
}
