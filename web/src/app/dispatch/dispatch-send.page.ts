import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { papersFor } from '@thidua/workflows/dispatch/dispatch.facts';
import type { DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import { eventName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { ConfirmPanel, isDue, type Answer } from '../ui/confirm-panel.js';
import { Crumbs } from '../ui/crumbs.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { DispatchDesk } from './dispatch-desk.js';

/** What is about to be sent to whom, asked once (ux.md P3): a letter that has gone does not come back. */
@Component({
  selector: 'app-dispatch-send-page',
  imports: [ConfirmPanel, Crumbs, ProblemNote, Region],
  providers: [DispatchDesk],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'dispatches'] },
        { name: year(), link: address() },
      ]"
    />
    <div class="page-head">
      <div>
        <h1 i18n="@@dispatchSend.title">Xem lại trước khi gửi văn bản</h1>
        <p class="lede" i18n="@@dispatchSend.lede">Thư đã gửi không thu lại được.</p>
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
          [due]="isDue(view.actions, 'send')"
          (confirm)="confirm()"
        />
      }
    </app-region>
  `,
})
export class DispatchSendPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly isDue = isDue;
  protected readonly desk = inject(DispatchDesk);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@dispatches.title:Gửi văn bản`;
  protected readonly verb = eventName('Dispatch', 'send', this.language);
  protected readonly address = computed(() => ['/', this.bloc(), this.year(), 'dispatches', this.id()]);
  protected readonly after = $localize`:@@dispatchSend.after:Mỗi nơi nhận một thư với các văn bản của mình và một liên kết để xác nhận. Chỉ gửi một lần.`;
  protected readonly answers = computed<Answer[]>(() => {
    const view = this.desk.view();
    if (!view) return [];
    const inWords = ({ typeName, number, day }: DispatchView['papers'][number]): string =>
      $localize`:@@dispatchSend.paper:${typeName}:type: số ${number}:number: ngày ${dayInWords(day, this.language)}:day:`;
    const units = papersFor('unit', view.papers);
    const all = { name: $localize`:@@dispatch.papers:Văn bản gửi kèm`, value: view.papers.map(inWords).join('\n') };
    const apart = [
      { ...all, name: $localize`:@@dispatchSend.toCouncil:Hội đồng và cơ quan thường trực nhận` },
      { name: $localize`:@@dispatchSend.toUnits:Mỗi đơn vị nhận`, value: units.map(inWords).join('\n') || '–' },
    ];
    return [
      ...(units.length === view.papers.length ? [all] : apart),
      { name: $localize`:@@dispatchSend.count:Số thư`, value: String(view.recipients.length) },
      { name: $localize`:@@dispatch.recipients:Nơi nhận`, value: view.recipients.map(({ name }) => name).join('\n') },
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    this.desk.open(() => ({ bloc: this.bloc(), id: this.id() }));
    effect(() => title.about(this.year()));
  }

  protected async confirm(): Promise<void> {
    if (await this.desk.send({ type: 'send' })) await this.router.navigate(this.address(), { replaceUrl: true, state: { sent: true } });
  }
}
