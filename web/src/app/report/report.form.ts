import { Component, computed, inject, input, model, output } from '@angular/core';
import type { ReportPart } from '@thidua/workflows/report/report.schema';
import { reportDetailWords } from '@thidua/workflows/report/report.words';
import { dayInWords } from '../platform/dates.js';
import type { Faults } from '../platform/faults.js';
import { LANGUAGE } from '../platform/language.js';
import { AreaField } from '../ui/area-field.js';
import { ParagraphsField } from '../ui/paragraphs-field.js';
import { TextField } from '../ui/text-field.js';
import { OUTLINE, titleOf, type ReportWriting } from './report-writing.js';

/** The head's own parts (S24): the day of the figures, paragraphs part by part, the last sentence. `[(draft)]` is the whole; `(blurred)` asks for saving. */
@Component({
  selector: 'app-report-form',
  host: { 'data-autosaved': '' },
  imports: [AreaField, ParagraphsField, TextField],
  template: `
    <section class="card pad" aria-labelledby="asOf-heading">
      <h2 id="asOf-heading">{{ asOf }}</h2>
      <app-text-field
        fieldId="asOf"
        type="date"
        i18n-label="@@report.asOf"
        label="Ngày chốt số liệu của các đơn vị"
        term="asOf"
        [hint]="day()"
        [error]="faults().get('/asOf')"
        [value]="draft().asOf"
        (valueChange)="change({ asOf: $event })"
        (blurred)="blurred.emit()"
      />
    </section>
    @for (part of outline; track part.key) {
      <section class="section card pad" [attr.aria-labelledby]="part.key + '-heading'">
        <h2 [id]="part.key + '-heading'">{{ part.title }}</h2>
        <app-paragraphs-field
          [fieldId]="part.key"
          [name]="part.title"
          [pointer]="'/' + part.key"
          [guides]="[part.guide]"
          [most]="40"
          [rows]="3"
          [paragraphs]="draft()[part.key]"
          (paragraphsChange)="write(part.key, $event)"
          [faults]="faults()"
          (blurred)="blurred.emit()"
        />
      </section>
    }
    <section class="section card pad" aria-labelledby="closing-heading">
      <h2 id="closing-heading">{{ closing }}</h2>
      <app-area-field
        fieldId="closing"
        i18n-label="@@report.closing"
        label="Câu cuối của báo cáo"
        [rows]="3"
        [most]="2000"
        [error]="faults().get('/closing')"
        [value]="draft().closing"
        (valueChange)="change({ closing: $event })"
        (blurred)="blurred.emit()"
      />
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--td-space-3);
    }
    app-text-field {
      display: block;
      max-width: 20rem;
    }
  `,
})
export class ReportForm {
  readonly draft = model.required<ReportWriting>();
  readonly faults = input.required<Faults>();
  readonly blurred = output();
  private readonly language = inject(LANGUAGE);
  protected readonly asOf = reportDetailWords.asOf[this.language];
  protected readonly closing = reportDetailWords.closing[this.language];
  protected readonly outline = OUTLINE.map((part) => ({ key: part.key, title: titleOf(part, this.language), guide: GUIDES[part.key] }));

  /** The browser writes the day as its own language does. */
  protected readonly day = computed(() => {
    const day = this.draft().asOf;
    return /^\d{4}-\d\d-\d\d$/.test(day) ? dayInWords(day, this.language) : null;
  });

  protected write(part: ReportPart, paragraphs: readonly string[]): void {
    this.change({ [part]: [...paragraphs] });
  }

  protected change(part: Partial<ReportWriting>): void {
    this.draft.set({ ...this.draft(), ...part });
  }
}

/** What each part says, told while it is empty. */
const GUIDES: Readonly<Record<ReportPart, string>> = {
  bases: $localize`:@@report.guideBases:Mỗi đoạn một văn bản: loại, số, ngày, cơ quan, về việc gì.`,
  leadership: $localize`:@@report.guideLeadership:Khối chỉ đạo, triển khai phong trào trong năm thế nào.`,
  papers: $localize`:@@report.guidePapers:Chương trình, quy chế, giao ước, tiêu chí mà Khối ban hành.`,
  assessment: $localize`:@@report.guideAssessment:Nhìn chung cả Khối: việc làm được, phong trào nổi bật.`,
  limitations: $localize`:@@report.guideLimitations:Việc chưa làm được, đơn vị còn chậm ở khâu nào.`,
  causes: $localize`:@@report.guideCauses:Vì sao còn hạn chế: khách quan, chủ quan.`,
  directions: $localize`:@@report.guideDirections:Mỗi đoạn một nhiệm vụ của năm sau.`,
};
