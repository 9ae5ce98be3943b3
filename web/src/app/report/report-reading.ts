import { Component, computed, inject, input } from '@angular/core';
import type { ReportView } from '@thidua/workflows/report/report.schema';
import { reportDetailWords } from '@thidua/workflows/report/report.words';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { OUTLINE, titleOf } from './report-writing.js';

/** The head's own parts as they are, for those who do not write them now. */
@Component({
  selector: 'app-report-reading',
  template: `
    <p class="card pad">
      {{ asOf }}: <b>{{ day() }}</b>
    </p>
    @for (part of outline; track part.key) {
      <section class="section card pad" [attr.aria-labelledby]="part.key + '-heading'">
        <h2 [id]="part.key + '-heading'">{{ part.title }}</h2>
        <div class="stack">
          @for (paragraph of view()[part.key]; track $index) {
            <p class="typed measure">{{ paragraph }}</p>
          } @empty {
            <p class="muted" i18n="@@report.noText">Chưa soạn.</p>
          }
        </div>
      </section>
    }
    <section class="section card pad" aria-labelledby="closing-heading">
      <h2 id="closing-heading">{{ closing }}</h2>
      <p class="typed measure">{{ view().closing || '–' }}</p>
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--td-space-2);
    }
  `,
})
export class ReportReading {
  readonly view = input.required<ReportView>();
  private readonly language = inject(LANGUAGE);
  protected readonly asOf = reportDetailWords.asOf[this.language];
  protected readonly closing = reportDetailWords.closing[this.language];
  protected readonly outline = OUTLINE.map((part) => ({ key: part.key, title: titleOf(part, this.language) }));
  protected readonly day = computed(() => {
    const day = this.view().asOf;
    return day ? dayInWords(day, this.language) : '–';
  });
}
