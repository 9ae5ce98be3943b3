import { DOCUMENT } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { SessionView } from '@thidua/workflows/account/account.schema';
import { Announcer } from '../platform/announcer.js';
import { instantInWords } from '../platform/dates.js';
import { focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { Capacity } from '../platform/capacity.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { AccountApi } from './account.api.js';
import { deviceName } from './device-name.js';

/** Where one is signed in: each place with its device and last use, to be ended one by one or all but here. */
@Component({
  selector: 'app-session-list',
  imports: [MatButton, ProblemNote, Region],
  template: `
    <app-region [of]="sessions" [lines]="3">
      @if (sessions.value(); as list) {
        <ul>
          @for (session of list.items; track session.id) {
            <li>
              <div>
                <b>{{ device(session) }}</b>
                @if (session.current) {
                  &ngsp;<span class="muted" i18n="@@sessions.here">(máy này)</span>
                }
                <p class="hint" i18n="@@sessions.used">
                  Dùng lần cuối
                  {{
                    when(session.lastSeenAt)  // i18n(ph="used")
                  }}, từ địa chỉ
                  {{
                    session.address // i18n(ph="address")
                  }}
                </p>
              </div>
              @if (!session.current) {
                <button matButton="outlined" type="button" [aria-disabled]="busy()" disabledInteractive (click)="end(session)">
                  <ng-container i18n="@@sessions.end">Kết thúc</ng-container><span class="vh"> {{ device(session) }}</span>
                </button>
              }
            </li>
          }
        </ul>
        <div class="line">
          @if (list.items.length > 1) {
            <button
              matButton="outlined"
              type="button"
              [aria-disabled]="busy()"
              disabledInteractive
              (click)="end(null)"
              i18n="@@sessions.endOthers"
            >
              Kết thúc mọi phiên khác
            </button>
          }
          <button
            matButton="outlined"
            type="button"
            [aria-disabled]="busy()"
            disabledInteractive
            (click)="endAll()"
            i18n="@@sessions.endAll"
          >
            Đăng xuất khỏi mọi nơi
          </button>
        </div>
        <p class="hint" i18n="@@sessions.endAllHint">
          Đăng xuất khỏi mọi nơi gồm cả máy này; dùng khi mất máy hoặc nghi có người khác đang dùng.
        </p>
      }
    </app-region>
    @if (problem(); as failed) {
      <app-problem-note [problem]="failed" />
    }
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: var(--td-space-3);
      padding: 0.6rem 0;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .line {
      margin: var(--td-space-4) 0 var(--td-space-2);
    }
  `,
})
export class SessionListing {
  private readonly api = inject(AccountApi);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(LANGUAGE);
  private readonly capacity = inject(Capacity);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly sessions = this.api.sessions();
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected device(session: SessionView): string {
    return deviceName(session.device) ?? $localize`:@@sessions.unknown:Thiết bị không rõ`;
  }

  /** Ends every session and goes where everybody is who is not signed in. */
  protected async endAll(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.endAll();
      this.capacity.choose(null);
      this.session.ended();
      await this.router.navigate(['/sign-in']);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async end(session: SessionView | null): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.end(session?.id ?? null);
      this.announcer.say(
        session
          ? $localize`:@@sessions.ended:Đã kết thúc phiên ở ${this.device(session)}:device:.`
          : $localize`:@@sessions.othersEnded:Đã kết thúc mọi phiên khác.`,
      );
    } catch (error) {
      if (problemOf(error).code !== 'not-found') this.problem.set(error); // it ended by itself meanwhile
    } finally {
      this.busy.set(false);
      focusPlace(this.document, '#sessions-heading'); // the button pressed goes with its session
      this.sessions.reload();
    }
  }
}
