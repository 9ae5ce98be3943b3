import { DOCUMENT } from '@angular/common';
import { afterNextRender, Component, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FactorBegun } from '@thidua/workflows/account/account.schema';
import { Announcer } from '../platform/announcer.js';
import { focusPlace } from '../platform/heading-focus.js';
import { problemOf } from '../platform/problem.js';
import { Region } from '../ui/region.js';
import { TextField } from '../ui/text-field.js';
import { AccountApi } from './account.api.js';
import { QrPicture } from './qr-picture.js';

/** A code beside the password: begun with the password, confirmed with a first code, given up with a code. Recovery codes are shown once. */
@Component({
  selector: 'app-factor-panel',
  imports: [MatButton, QrPicture, Region, TextField],
  templateUrl: './factor-panel.html',
  styles: `
    .note,
    p {
      margin-bottom: var(--td-space-3);
    }
    .codes {
      columns: 2;
      max-width: 24rem;
      font: var(--mat-sys-body-large);
      font-variant-numeric: tabular-nums;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class FactorPanel {
  private readonly api = inject(AccountApi);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly factor = this.api.factor();
  protected readonly begun = signal<FactorBegun | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly entered = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly passwordMissing = $localize`:@@signIn.noPassword:Nhập mật khẩu.`;
  protected readonly codeMissing = $localize`:@@factor.noCode:Nhập mã.`;
  protected readonly qrName = $localize`:@@factor.qr:Mã QR của khóa bí mật, để ứng dụng xác thực quét`;

  /** The secret in groups of four, to be read aloud or copied by hand. */
  protected readonly grouped = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

  protected begin(event: Event): Promise<void> {
    return this.enter(event, this.passwordMissing, async (password) => {
      this.begun.set(await this.api.beginFactor(password));
      this.lead('#factor-scan');
    });
  }

  protected confirm(event: Event): Promise<void> {
    return this.enter(event, this.codeMissing, async (code) => {
      this.codes.set(await this.api.confirmFactor(code.trim()));
      this.begun.set(null);
      this.lead('#factor-codes');
      this.factor.reload();
      this.announcer.say($localize`:@@factor.on:Đã bật xác thực hai bước.`);
    });
  }

  protected remove(event: Event): Promise<void> {
    return this.enter(event, this.codeMissing, async (code) => {
      await this.api.removeFactor(code.trim());
      this.codes.set([]);
      this.lead('#factor-heading');
      this.factor.reload();
      this.announcer.say($localize`:@@factor.off:Đã tắt xác thực hai bước.`);
    });
  }

  /** A password may begin or end with a space, so what was entered is given as it is. */
  private async enter(event: Event, missing: string, done: (entered: string) => Promise<void>): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.fault.set(null);
    if (this.entered().trim() === '') return this.refuse(missing);
    this.busy.set(true);
    try {
      await done(this.entered());
      this.entered.set('');
    } catch (error) {
      const problem = problemOf(error);
      this.refuse(`${problem.detail} ${problem.next}`);
    } finally {
      this.busy.set(false);
    }
  }

  /** Says what is wrong beside the field, and leads back to it. */
  private refuse(text: string): void {
    this.fault.set(text);
    this.announcer.say(text);
    this.lead('#factor-password, #factor-code');
  }

  /** The next step takes the place of the one before, and the focus with it. */
  private lead(selector: string): void {
    afterNextRender({ read: () => focusPlace(this.document, selector) }, { injector: this.injector });
  }
}
