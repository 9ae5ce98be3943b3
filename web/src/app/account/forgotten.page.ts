import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ResetRequest } from '@thidua/workflows/account/account.schema';
import { problemOf } from '../platform/problem.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { Icon } from '../ui/icon.js';
import { TextField } from '../ui/text-field.js';
import { AccountApi } from './account.api.js';

/** Asking for a letter that lets one set a new password. It says the same whether or not anybody has the address. */
@Component({
  selector: 'app-forgotten-page',
  imports: [ErrorSummary, Icon, MatButton, RouterLink, TextField],
  templateUrl: './forgotten.page.html',
  styleUrl: './entrance.scss',
})
export class ForgottenPage {
  private readonly api = inject(AccountApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly email = signal('');
  protected readonly busy = signal(false);
  /** The address to which a letter has been asked for. */
  protected readonly asked = signal<string | null>(null);
  protected readonly fault = signal<string | null>(null);
  private readonly refused = signal<readonly Correction[]>([]);
  protected readonly corrections = computed<readonly Correction[]>(() => {
    const text = this.fault();
    return [...(text ? [{ fieldId: 'email', text }] : []), ...this.refused()];
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.refused.set([]);
    const request = ResetRequest.safeParse({ email: this.email() });
    this.fault.set(request.success ? null : $localize`:@@signIn.noEmail:Nhập e-mail.`);
    if (request.success) await this.send(request.data.email);
  }

  private async send(email: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.askReset(email);
      this.asked.set(email);
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.good h2')?.focus());
    } catch (error) {
      const problem = problemOf(error);
      this.refused.set([{ fieldId: null, text: `${problem.detail} ${problem.next}` }]);
    } finally {
      this.busy.set(false);
    }
  }
}
