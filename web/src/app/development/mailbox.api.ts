import { inject, Injectable } from '@angular/core';
import { MailLetter, MailLine } from '@thidua/workflows/development/mail.schema';
import { Page } from '@thidua/workflows/page';
import { Api } from '../platform/api.js';

const Lines = Page(MailLine);

/** Reads the sample mailbox. */
@Injectable({ providedIn: 'root' })
export class MailboxApi {
  private readonly api = inject(Api);

  /** The letters, newest first, to one address or all; those older than the letter `after`. */
  list(to: () => string | undefined, after: () => string | undefined) {
    return this.api.read(() => {
      const asked = Object.entries({ to: to(), after: after() }).flatMap(([name, value]) => (value ? [[name, value]] : []));
      return `/api/dev/mail?${new URLSearchParams(asked)}`;
    }, Lines);
  }

  one(id: () => string) {
    return this.api.read(() => `/api/dev/mail/${encodeURIComponent(id())}`, MailLetter);
  }
}
