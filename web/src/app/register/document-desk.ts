import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { DocumentEvent, DocumentView } from '@thidua/workflows/register/document.schema';
import { liveRecord } from '../platform/fresh.js';
import { PageTitle } from '../platform/page-title.js';
import { problemOf } from '../platform/problem.js';
import { DocumentApi } from './document.api.js';
import { nameOf } from './document-steps.js';

/** How often a document is looked at while the program makes its signature. */
const LOOK_MS = 1_500;

/** One document on the table: as it stands, its events, and watched while it is being signed. One for each page. */
@Injectable()
export class DocumentDesk {
  private readonly api = inject(DocumentApi);
  readonly bloc = signal('');
  readonly id = signal('');
  readonly record = liveRecord(this.api.one(this.bloc, this.id));
  readonly view = computed<DocumentView | null>(() => (this.record.hasValue() ? this.record.value() : null));
  readonly name = computed(() => (this.view() ? nameOf(this.view()!) : ''));
  /** Changes whenever the file of the document changes. */
  readonly stand = computed(() => {
    const view = this.view();
    return view ? `${view.state === 'issued' ? 'signed' : view.state} ${view.sha256 ?? view.version}` : '';
  });
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.name() || null));
    effect((onCleanup) => {
      if (this.view()?.state !== 'signing') return;
      const looking = setInterval(() => this.record.reload(), LOOK_MS);
      onCleanup(() => clearInterval(looking));
    });
  }

  open(bloc: string, id: string): void {
    this.bloc.set(bloc);
    this.id.set(id);
  }

  /** @returns whether it was done; otherwise `problem` says why not */
  async send(event: DocumentEvent): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.record.set(await this.api.send(this.bloc(), this.id(), event));
      return true;
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
