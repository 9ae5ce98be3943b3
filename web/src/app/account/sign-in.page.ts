import { DOCUMENT } from '@angular/common';
import { afterNextRender, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SESSION_IDLE_MINUTES } from '@thidua/workflows/account/account.schema';
import { Announcer } from '../platform/announcer.js';
import { ownAddress } from '../platform/guards.js';
import { focusPlace } from '../platform/heading-focus.js';
import { justDone } from '../platform/just-done.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { TextField } from '../ui/text-field.js';

/** Sign-in (S2): never says which half was wrong; paste and password managers work; afterwards the asked page opens. */
@Component({
  selector: 'app-sign-in-page',
  imports: [ErrorSummary, MatButton, RouterLink, TextField],
  template: `
    <div class="narrow">
      <app-error-summary [corrections]="corrections()" />
      <h1 i18n="@@signIn.title">Đăng nhập</h1>
      @if (untold) {
        <p class="note warn" role="status" i18n="@@signIn.untold">
          Chưa báo được cho máy chủ, nên phiên vừa rồi có thể còn mở trên máy này. Khi có mạng, đăng nhập rồi đăng xuất lại; máy dùng chung
          thì đóng trình duyệt.
        </p>
      }
      @if (idle) {
        <p class="note warn" role="status" i18n="@@signIn.idle">
          Phiên làm việc đã kết thúc vì
          {{
            minutes // i18n(ph="minutes")
          }}
          phút không dùng. Đăng nhập lại để trở về trang vừa mở; chữ đang soạn được giữ trên máy này.
        </p>
      }
      <p class="lede" i18n="@@signIn.lede">Dùng e-mail mà Hội đồng hoặc quản trị đã lập tài khoản cho ông/bà.</p>
      <form class="card pad stack" novalidate (submit)="submit($event)">
        <app-text-field
          fieldId="email"
          type="email"
          autocomplete="username"
          i18n-label="@@signIn.email"
          label="E-mail"
          [error]="faults()['email']"
          [(value)]="email"
        />
        <app-text-field
          fieldId="password"
          [type]="shown() ? 'text' : 'password'"
          autocomplete="current-password"
          i18n-label="@@signIn.password"
          label="Mật khẩu"
          [error]="faults()['password']"
          [(value)]="password"
        />
        @if (asksCode()) {
          <app-text-field
            fieldId="code"
            autocomplete="one-time-code"
            i18n-label="@@factor.code"
            label="Mã của ứng dụng, hoặc mã dự phòng"
            [error]="faults()['code']"
            [(value)]="code"
          />
        }
        <label class="line"
          ><input type="checkbox" [checked]="shown()" (change)="shown.set($any($event.target).checked)" /><span i18n="@@signIn.show"
            >Hiện mật khẩu</span
          ></label
        >
        <button matButton="filled" type="submit" disabledInteractive [aria-disabled]="busy()" i18n="@@signIn.submit">Đăng nhập</button>
      </form>
      <p><a routerLink="/forgotten" i18n="@@signIn.forgotten">Quên mật khẩu</a></p>
      <p class="hint" i18n="@@signIn.help">Không vào được: hỏi Thư ký Hội đồng hoặc quản trị hệ thống.</p>
    </div>
  `,
  styleUrl: './entrance.scss',
})
export class SignInPage {
  /** The page that was asked for before signing in. */
  readonly next = input<string>();
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  /** What led here. */
  private readonly before = justDone(this.router.currentNavigation());
  /** Nobody used the page that stood here before. */
  protected readonly idle = this.before === 'idle';
  /** The person signed out, and the server could not be told. */
  protected readonly untold = this.before === 'untold';
  protected readonly minutes = SESSION_IDLE_MINUTES;
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly code = signal('');
  /** The account asks for a code beside the password. */
  protected readonly asksCode = signal(false);
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly faults = signal<Readonly<Partial<Record<'email' | 'password' | 'code', string>>>>({});
  private readonly refused = signal<readonly Correction[]>([]);
  protected readonly corrections = computed<readonly Correction[]>(() => [
    ...Object.entries(this.faults()).map(([fieldId, text]) => ({ fieldId, text })),
    ...this.refused(),
  ]);

  constructor() {
    afterNextRender({ read: () => void focusPlace(this.document, '#email') });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.refused.set([]);
    this.faults.set(this.check());
    if (Object.keys(this.faults()).length > 0) return;
    this.busy.set(true);
    try {
      await this.session.signIn({
        email: this.email().trim().toLowerCase(),
        password: this.password(),
        ...(this.asksCode() ? { code: this.code().trim() } : {}),
      });
      await this.router.navigateByUrl(ownAddress(this.next() ?? null));
    } catch (error) {
      const problem = problemOf(error);
      this.refuse(problem.code, `${problem.detail} ${problem.next}`);
    } finally {
      this.busy.set(false);
    }
  }

  /** What was refused stands at its field; the first time a code is asked for is no fault, its field takes the focus. */
  private refuse(code: string, text: string): void {
    if (code === 'needs-code') {
      this.asksCode.set(true);
      this.announcer.say(text);
      setTimeout(() => focusPlace(this.document, '#code'));
    } else if (code === 'wrong-code') this.faults.set({ code: text });
    else this.refused.set([{ fieldId: code === 'wrong-sign-in' ? 'email' : null, text }]);
  }

  private check(): Partial<Record<'email' | 'password' | 'code', string>> {
    return {
      ...(this.email().trim() === '' ? { email: $localize`:@@signIn.noEmail:Nhập e-mail.` } : {}),
      ...(this.asksCode() && this.code().trim() === '' ? { code: $localize`:@@factor.noCode:Nhập mã.` } : {}),
      ...(this.password() === '' ? { password: $localize`:@@signIn.noPassword:Nhập mật khẩu.` } : {}),
    };
  }
}
