import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionView } from '@thidua/workflows/account/account.schema';
import { Announcer } from '../platform/announcer.js';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
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
    ul + button {
      margin-top: var(--td-space-4);
    }
  `,
})
export class SessionListing {
  private readonly api = inject(AccountApi);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(LANGUAGE);
  protected readonly sessions = this.api.sessions();
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected device(session: SessionView): string {
    return deviceName(session.device) ?? $localize`:@@sessions.unknown:Thiết bị không rõ`;
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
      this.sessions.reload();
    }
  }
}
