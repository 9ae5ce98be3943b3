import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { reportDetailWords } from '@thidua/workflows/report/report.words';
import { eventName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { ConfirmPanel, isDue, type Answer } from '../ui/confirm-panel.js';
import { Crumbs } from '../ui/crumbs.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { ReportDesk } from './report-desk.js';
import { acceptedOf, OUTLINE, titleOf } from './report-writing.js';
import { ReportApi } from './report.api.js';

/** What the head is about to freeze, and what follows; asked once on a page of its own (ux.md P3). */
@Component({
  selector: 'app-report-freeze-page',
  imports: [ConfirmPanel, Crumbs, ProblemNote, Region],
  providers: [ReportDesk],
  template: `
    <app-crumbs [above]="[{ name: reportName, link: address() }]" />
    <div class="page-head">
      <div>
        <h1 i18n="@@reportFreeze.title">Xem lại trước khi chốt</h1>
        <p class="lede" i18n="@@reportFreeze.lede">
          Nội dung báo cáo tổng kết năm
          {{
            year() // i18n(ph="year")
          }}
        </p>
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
          [due]="isDue(view.actions, 'freeze')"
          (confirm)="confirm()"
        />
      }
    </app-region>
  `,
})
export class ReportFreezePage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  protected readonly isDue = isDue;
  protected readonly desk = inject(ReportDesk);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  private readonly list = inject(ReportApi).list(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly reportName = $localize`:@@report.title:Báo cáo tổng kết`;
  protected readonly verb = eventName('Report', 'freeze', this.language);
  protected readonly after = $localize`:@@reportFreeze.after:Các đơn vị không sửa được phần của mình nữa; Thư ký lập văn bản trình ký. Mở lại được, kèm lý do, khi chưa có báo cáo chờ ký.`;
  protected readonly address = computed(() => ['/', this.bloc(), this.year(), 'report']);
  protected readonly answers = computed<Answer[]>(() => {
    const view = this.desk.view();
    if (!view) return [];
    const { accepted, all } = acceptedOf(view);
    const edit = (fragment: string) => ({ link: this.address(), fragment });
    return [
      {
        name: reportDetailWords.asOf[this.language],
        value: view.asOf ? dayInWords(view.asOf, this.language) : '–',
        edit: edit('asOf'),
      },
      {
        name: $localize`:@@sections.title:Phần báo cáo của các đơn vị`,
        value: $localize`:@@report.stand:${accepted}:accepted: trên ${all}:all: phần đã nhận`,
      },
      ...OUTLINE.map((part) => ({
        name: titleOf(part, this.language),
        value: $localize`:@@reportFreeze.paragraphs:${view[part.key].length}:count: đoạn`,
        edit: edit(`${part.key}-heading`),
      })),
      {
        name: $localize`:@@findings.heading:Điểm nên xem lại`,
        value:
          view.findings.length > 0
            ? view.findings.map(({ where, sentence }) => `• ${where}: ${sentence}`).join('\n')
            : $localize`:@@findings.none:Không có điểm nào.`,
      },
    ];
  });

  constructor() {
    effect(() => this.desk.open(this.bloc(), this.list.value()?.[0]?.id ?? ''));
  }

  protected async confirm(): Promise<void> {
    if (await this.desk.send({ type: 'freeze' }))
      await this.router.navigate(this.address(), { replaceUrl: true, state: { sent: 'freeze' } });
  }
}
