import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PasswordSetting } from '@thidua/workflows/account/account.schema';
import { faultsOfShape } from '../platform/faults.js';
import { problemOf } from '../platform/problem.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { TextField } from '../ui/text-field.js';
import { AccountApi } from './account.api.js';

/** The page behind the link of an invitation or a forgotten password: whose account it is, and the new password. Opening it changes nothing. */
@Component({
  selector: 'app-new-password-page',
  imports: [ErrorSummary, Icon, MatButton, Region, RouterLink, TextField],
  templateUrl: './new-password.page.html',
  styleUrl: './entrance.scss',
})
export class NewPasswordPage {
  readonly token = input.required<string>();
  private readonly api = inject(AccountApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly link = this.api.link(this.token);
  protected readonly password = signal('');
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly fault = signal<string | null>(null);
  private readonly refused = signal<readonly Correction[]>([]);
  protected readonly corrections = computed<readonly Correction[]>(() => {
    const text = this.fault();
    return [...(text ? [{ fieldId: 'new-password', text }] : []), ...this.refused()];
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.refused.set([]);
    const setting = PasswordSetting.safeParse({ password: this.password() });
    this.fault.set(setting.success ? null : (faultsOfShape(setting.error.issues).get('/password') ?? null));
    if (setting.success) await this.send(setting.data.password);
  }

  private async send(password: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.setPassword(this.token(), password);
      this.password.set('');
      this.done.set(true);
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.good h2')?.focus());
    } catch (error) {
      const problem = problemOf(error);
      const text = `${problem.detail} ${problem.next}`;
      if (problem.code === 'weak-password') this.fault.set(text);
      else this.refused.set([{ fieldId: null, text }]);
    } finally {
      this.busy.set(false);
    }
  }
}
