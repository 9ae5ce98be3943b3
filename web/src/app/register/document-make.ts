import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import { Icon } from '../ui/icon.js';
import { ProblemNote } from '../ui/problem-note.js';
import { TextField } from '../ui/text-field.js';
import { DocumentApi } from './document.api.js';

/** Makes a document of a type; minutes ask where the meeting was, the one thing that no record of the year holds. */
@Component({
  selector: 'app-document-make',
  imports: [Icon, MatButton, ProblemNote, TextField],
  template: `
    <div class="stack make">
      @if (type() === 'BB') {
        <app-text-field
          fieldId="meeting-place"
          i18n-label="@@documentMake.place"
          label="Nơi họp hội nghị bình xét"
          i18n-hint="@@documentMake.placeHint"
          hint="In vào biên bản, ví dụ: Hội trường Liên hiệp hội, số 12 đường Hùng Vương."
          [most]="200"
          [error]="error()"
          [(value)]="place"
        />
      }
      <button matButton="outlined" type="button" disabledInteractive [aria-disabled]="busy()" (click)="make()">
        <app-icon name="add" /><span>{{ verb() }}</span>
      </button>
      <p class="hint" i18n="@@documentMake.after">Nội dung được lập từ hồ sơ của năm, gồm cả phụ lục; lập xong xem lại rồi mới trình.</p>
      @if (problem(); as refused) {
        <app-problem-note [problem]="refused" />
      }
    </div>
  `,
  styles: `
    .make {
      margin-top: var(--td-space-3);
      max-width: var(--td-measure);
    }
  `,
})
export class DocumentMake {
  readonly bloc = input.required<string>();
  readonly year = input.required<number>();
  readonly type = input.required<DocumentType>();
  readonly name = input.required<string>();
  private readonly api = inject(DocumentApi);
  private readonly router = inject(Router);
  protected readonly place = signal('');
  protected readonly error = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly verb = computed(() => $localize`:@@documentMake.verb:Lập ${this.name()}:type:`);

  protected async make(): Promise<void> {
    if (this.busy()) return;
    const place = this.place().trim();
    const missing = this.type() === 'BB' && place.length < 2;
    this.error.set(missing ? $localize`:@@documentMake.noPlace:Ghi nơi họp.` : null);
    if (missing) {
      document.getElementById('meeting-place')?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const draft = { type: this.type(), year: this.year(), ...(place ? { meetingPlace: place } : {}) };
      const { id } = await this.api.make(this.bloc(), draft);
      await this.router.navigate(['/', this.bloc(), this.year(), 'documents', id]);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
