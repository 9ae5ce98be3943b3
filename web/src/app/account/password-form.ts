import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PasswordChange } from '@thidua/workflows/account/account.schema';
import { Announcer } from '../platform/announcer.js';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { TextField } from '../ui/text-field.js';

/** Changing one's own password; all other sessions end. */
@Component({
  selector: 'app-password-form',
  imports: [ErrorSummary, MatButton, TextField],
  template: `
    <app-error-summary [corrections]="corrections()" />
    <form class="stack" novalidate (submit)="submit($event)">
      <app-text-field
        fieldId="current-password"
        [type]="shown() ? 'text' : 'password'"
        autocomplete="current-password"
        i18n-label="@@password.current"
        label="Mật khẩu hiện tại"
        [error]="faults().get('/current')"
        [(value)]="current"
      />
      <app-text-field
        fieldId="new-password"
        [type]="shown() ? 'text' : 'password'"
        autocomplete="new-password"
        i18n-label="@@password.next"
        label="Mật khẩu mới"
        i18n-hint="@@password.hint"
        hint="Ít nhất 15 ký tự; tốt nhất là một câu riêng mà chỉ ông/bà nhớ."
        [error]="faults().get('/next')"
        [(value)]="next"
      />
      <label class="line"
        ><input type="checkbox" [checked]="shown()" (change)="shown.set($any($event.target).checked)" /><span i18n="@@signIn.show"
          >Hiện mật khẩu</span
        ></label
      >
      <div class="line">
        <button matButton="filled" type="submit" disabledInteractive [aria-disabled]="busy()" i18n="@@password.submit">Đổi mật khẩu</button>
        <span class="hint">{{ done() }}</span>
      </div>
    </form>
  `,
  styles: `
    label.line {
      min-height: var(--td-target);
    }
    input[type='checkbox'] {
      width: 1.5rem;
      height: 1.5rem;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class PasswordForm {
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly faults = signal<Faults>(NO_FAULTS);
  private readonly ids: Readonly<Record<string, string>> = { '/current': 'current-password', '/next': 'new-password' };
  protected readonly corrections = computed(() => [...this.faults()].map(([place, text]) => ({ fieldId: this.ids[place] ?? null, text })));

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.done.set('');
    const change = PasswordChange.safeParse({ current: this.current(), next: this.next() });
    this.faults.set(change.success ? NO_FAULTS : new Map([...faultsOfShape(change.error.issues), ...this.missing()]));
    if (change.success) await this.send(change.data);
  }

  private missing(): (readonly [string, string])[] {
    return [
      ...(this.current() === '' ? [['/current', $localize`:@@password.noCurrent:Nhập mật khẩu đang dùng.`] as const] : []),
      ...(this.next() === '' ? [['/next', $localize`:@@password.noNext:Nhập mật khẩu mới.`] as const] : []),
    ];
  }

  private async send(change: PasswordChange): Promise<void> {
    this.busy.set(true);
    try {
      await this.session.changePassword(change);
      this.current.set('');
      this.next.set('');
      this.shown.set(false);
      this.done.set($localize`:@@password.done:Đã đổi mật khẩu. Các phiên khác đã kết thúc.`);
      this.announcer.say(this.done());
    } catch (error) {
      const problem = problemOf(error);
      const place = problem.code === 'wrong-password' ? '/current' : problem.code === 'weak-password' ? '/next' : '';
      this.faults.set(new Map([[place, `${problem.detail} ${problem.next}`]]));
    } finally {
      this.busy.set(false);
    }
  }
}
