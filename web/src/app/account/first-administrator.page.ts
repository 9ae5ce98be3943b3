import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { FirstAdministratorDraft } from '@thidua/workflows/account/account.schema';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { problemOf } from '../platform/problem.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { TextField } from '../ui/text-field.js';
import { AccountApi } from './account.api.js';

/** At which field a refusal stands. */
const PLACES: Readonly<Record<string, string>> = {
  'wrong-first-code': '/code',
  'expired-first-code': '/code',
  'weak-password': '/password',
};

/** The first administrator of an installation, by the code that its log shows. It exists only until there is one. */
@Component({
  selector: 'app-first-administrator-page',
  imports: [ErrorSummary, Icon, MatButton, Region, RouterLink, TextField],
  templateUrl: './first-administrator.page.html',
  styleUrl: './entrance.scss',
})
export class FirstAdministratorPage {
  private readonly api = inject(AccountApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly first = this.api.firstAdministrator();
  protected readonly code = signal('');
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly faults = signal<Faults>(NO_FAULTS);
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.faults()].map(([place, text]) => ({ fieldId: place ? `first${place.replace('/', '-')}` : null, text })),
  );

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const draft = FirstAdministratorDraft.safeParse({
      code: this.code(),
      name: this.name(),
      email: this.email().trim(),
      password: this.password(),
    });
    this.faults.set(draft.success ? NO_FAULTS : faultsOfShape(draft.error.issues));
    if (draft.success) await this.send(draft.data);
  }

  private async send(draft: FirstAdministratorDraft): Promise<void> {
    this.busy.set(true);
    try {
      await this.api.makeFirstAdministrator(draft);
      this.password.set('');
      this.done.set(true);
      setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.good h2')?.focus());
    } catch (error) {
      const problem = problemOf(error);
      this.faults.set(new Map([[PLACES[problem.code] ?? '', `${problem.detail} ${problem.next}`]]));
    } finally {
      this.busy.set(false);
    }
  }
}
