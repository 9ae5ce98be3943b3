import { inject, Injectable } from '@angular/core';
import { Page } from '@thidua/workflows/page';
import { History, Made } from '@thidua/workflows/record';
import {
  DocumentList,
  DocumentText,
  DocumentView,
  RegisterLine,
  SignatureReport,
  type DocumentDraft,
  type DocumentEvent,
} from '@thidua/workflows/register/document.schema';
import { inBloc, ofYear } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import type { Spot } from '../platform/where.js';

const Register = Page(RegisterLine);

/** Documents and the register of their numbers as the API gives and takes them. */
@Injectable({ providedIn: 'root' })
export class DocumentApi {
  private readonly api = inject(Api);

  list(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'documents'), DocumentList);
  }

  /** @param id empty: not known yet */
  one(bloc: () => string, id: () => string) {
    return this.api.read(() => (id() ? this.address(bloc(), id()) : undefined), DocumentView);
  }

  text(bloc: () => string, id: () => string) {
    return this.api.read(() => `${this.address(bloc(), id())}/text`, DocumentText);
  }

  /** @param id undefined while there is no signed file */
  signature(bloc: () => string, id: () => string | undefined) {
    return this.api.read(() => (id() ? `${this.address(bloc(), id()!)}/signature` : undefined), SignatureReport);
  }

  history(bloc: () => string, id: () => string) {
    return this.api.read(() => `${this.address(bloc(), id())}/history`, History);
  }

  register(spot: () => Spot) {
    return this.api.read(() => ofYear(spot(), 'register'), Register);
  }

  /** Where the browser gets the file itself. */
  pdfAddress(bloc: string, id: string): string {
    return `${this.address(bloc, id)}/pdf`;
  }

  /** The file as it is now. @throws Refusal */
  pdf(bloc: string, id: string): Promise<Blob> {
    return this.api.file(this.pdfAddress(bloc, id));
  }

  /** @throws Refusal 'already-exists' | 'needs-signed-original' | 'cannot-print' */
  make(bloc: string, draft: DocumentDraft): Promise<Made> {
    return this.api.post(inBloc(bloc, 'documents'), draft, Made);
  }

  /** @throws Refusal 'stale' | the name of each guard that does not hold */
  send(bloc: string, id: string, event: DocumentEvent): Promise<DocumentView> {
    return this.api.send(this.address(bloc, id), event, DocumentView);
  }

  private address(bloc: string, id: string): string {
    return inBloc(bloc, 'documents', id);
  }
}
