import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { sectionFindings } from '@thidua/workflows/report/section-findings';
import { SECTION_WORDS } from '@thidua/workflows/report/section.schema';
import { eventName } from '@thidua/workflows/words';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { ConfirmPanel, isDue, type Answer } from '../ui/confirm-panel.js';
import { Crumbs } from '../ui/crumbs.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { SectionDesk } from './section-desk.js';
import { SectionReading } from './section-reading.js';

/** What the head is about to submit: the section as it stands, its length and what an attentive reader will notice (ux.md P6). */
@Component({
  selector: 'app-section-submit-page',
  imports: [ConfirmPanel, Crumbs, ProblemNote, Region, SectionReading],
  providers: [SectionDesk],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'sections'] },
        { name: desk.view()?.unitShortName ?? '…', link: address() },
      ]"
    />
    <div class="page-head">
      <div>
        <h1 i18n="@@sectionSubmit.title">Xem lại phần báo cáo trước khi gửi</h1>
        <p class="lede">{{ desk.view()?.unitName }}</p>
      </div>
    </div>
    <app-region [of]="desk.record">
      @if (desk.problem(); as problem) {
        <app-problem-note [problem]="problem" />
      }
      @if (desk.view(); as view) {
        <app-confirm-panel
          [answers]="answers()"
          [verb]="verb"
          [after]="after"
          [back]="address()"
          [busy]="desk.busy()"
          [due]="isDue(view.actions, 'submit')"
          (confirm)="confirm()"
        >
          <app-section-reading [section]="view" />
        </app-confirm-panel>
      }
    </app-region>
  `,
})
export class SectionSubmitPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly isDue = isDue;
  protected readonly desk = inject(SectionDesk);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@sections.title:Phần báo cáo của các đơn vị`;
  protected readonly verb = eventName('Section', 'submit', this.language);
  protected readonly after = $localize`:@@sectionSubmit.after:Thư ký Khối nhận và xem. Lấy lại được khi Thư ký chưa xem xong.`;
  protected readonly address = computed(() => ['/', this.bloc(), this.year(), 'sections', this.id()]);
  protected readonly answers = computed<Answer[]>(() => {
    const view = this.desk.view();
    if (!view) return [];
    const edit = (fragment: string) => ({ link: this.address(), fragment });
    const found = sectionFindings(view).map(({ sentence }) => `• ${sentence[this.language]}`);
    const { least, most } = SECTION_WORDS;
    return [
      {
        name: $localize`:@@section.text:Nội dung`,
        value: $localize`:@@section.budget:${view.words}:words: từ, nên từ ${least}:least: đến ${most}:most:`,
        edit: edit('text-heading'),
      },
      { name: $localize`:@@section.figures:Số liệu`, value: String(view.indicators.length), edit: edit('figures-heading') },
      { name: $localize`:@@section.awards:Khen thưởng`, value: String(view.awards.length), edit: edit('awards-heading') },
      ...(found.length > 0 ? [{ name: $localize`:@@findings.heading:Điểm nên xem lại`, value: found.join('\n') }] : []),
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.desk.open(this.bloc(), this.id()));
    effect(() => title.about(this.desk.view()?.unitShortName ?? null));
  }

  protected async confirm(): Promise<void> {
    if (await this.desk.send({ type: 'submit' }))
      await this.router.navigate(this.address(), { replaceUrl: true, state: { sent: 'submit' } });
  }
}
