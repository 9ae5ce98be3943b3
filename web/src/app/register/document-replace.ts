import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { EventReason } from '../ui/event-reason.js';
import { ProblemNote } from '../ui/problem-note.js';
import { DocumentApi } from './document.api.js';

/** A mistake in a signed document is mended by another that replaces it, with the reason; nothing that was signed is changed. */
@Component({
  selector: 'app-document-replace',
  imports: [EventReason, MatButton, ProblemNote],
  template: `
    <section class="card pad no-print" aria-labelledby="replace-heading">
      <h2 id="replace-heading" i18n="@@replace.title">Văn bản có sai sót</h2>
      <p class="hint" i18n="@@replace.how">
        Văn bản đã ký không sửa được. Sửa hồ sơ gốc, rồi lập văn bản mới thay thế; văn bản mới có số riêng và ghi rõ thay thế văn bản này.
      </p>
      @if (open()) {
        <app-event-reason
          fieldId="replace-reason"
          i18n-label="@@replace.reason"
          label="Sai sót gì, vì sao phải thay thế"
          i18n-hint="@@replace.hint"
          hint="Ghi vào hồ sơ của cả hai văn bản."
          [verb]="verb"
          [object]="view().number ?? ''"
          [least]="10"
          [busy]="busy()"
          (given)="make($event)"
          (dropped)="open.set(false)"
        />
      } @else {
        <button matButton="outlined" type="button" (click)="open.set(true)">{{ verb }}</button>
      }
      @if (problem(); as refused) {
        <app-problem-note [problem]="refused" />
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .hint {
      margin-block: var(--td-space-2) var(--td-space-3);
      max-width: var(--td-measure);
    }
  `,
})
export class DocumentReplace {
  readonly bloc = input.required<string>();
  readonly view = input.required<DocumentView>();
  private readonly api = inject(DocumentApi);
  private readonly router = inject(Router);
  protected readonly verb = $localize`:@@replace.verb:Lập bản thay thế`;
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  private readonly original = computed(() => ({ type: this.view().type, year: this.view().year, id: this.view().id }));

  protected async make(reason: string): Promise<void> {
    const { id, type, year } = this.original();
    this.busy.set(true);
    this.problem.set(null);
    try {
      const made = await this.api.make(this.bloc(), { type, year, replaces: { id, reason } });
      await this.router.navigate(['/', this.bloc(), year, 'documents', made.id]);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
