import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { eventName } from '@thidua/workflows/words';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { ConfirmPanel, isDue, type Answer } from '../ui/confirm-panel.js';
import { Crumbs } from '../ui/crumbs.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { RegistrationDesk } from './registration-desk.js';

/** What the head is about to submit, row by row, with a way to each field (ux.md P6). */
@Component({
  selector: 'app-registration-submit-page',
  imports: [ConfirmPanel, Crumbs, ProblemNote, Region],
  providers: [RegistrationDesk],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'registrations'] },
        { name: desk.view()?.unitShortName ?? '…', link: address() },
      ]"
    />
    <div class="page-head">
      <div>
        <h1 i18n="@@registrationSubmit.title">Xem lại trước khi gửi</h1>
        <p class="lede" i18n="@@registrationSubmit.lede">
          Bản đăng ký của
          {{
            desk.view()?.unitName // i18n(ph="unit")
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
          [after]="after()"
          [back]="address()"
          [busy]="desk.busy()"
          [due]="isDue(view.actions, 'submit')"
          (confirm)="confirm()"
        />
      }
    </app-region>
  `,
})
export class RegistrationSubmitPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly isDue = isDue;
  protected readonly desk = inject(RegistrationDesk);
  private readonly router = inject(Router);
  protected readonly listName = $localize`:@@registrations.title:Đăng ký, chỉ tiêu`;
  protected readonly verb = eventName('Registration', 'submit', inject(LANGUAGE));
  protected readonly address = computed(() => ['/', this.bloc(), this.year(), 'registrations', this.id()]);
  protected readonly after = computed(() => {
    const reviewer = this.desk.view()?.reviewerName ?? $localize`:@@registrations.secretary:Thư ký Khối`;
    return $localize`:@@registrationSubmit.after:${reviewer}:reviewer: nhận và xem xét. Lấy lại được khi chưa ai xem xét.`;
  });
  protected readonly answers = computed<Answer[]>(() => {
    const view = this.desk.view();
    if (!view) return [];
    const edit = (fragment: string) => ({ link: this.address(), fragment });
    return [
      { name: $localize`:@@registrations.aim:Đăng ký`, value: view.aimName ?? '–', edit: edit('aim-heading') },
      ...view.targets.map((target, at) => ({
        name: $localize`:@@registrationSubmit.target:Chỉ tiêu ${at + 1}:number:. ${target.name}:name:`,
        value: $localize`:@@registrationSubmit.targetValue:${target.planned}:planned: ${target.unit}:unit: (năm trước: ${target.previous || '–'}:previous:)
Minh chứng: ${target.evidence || '–'}:evidence:`,
        edit: edit(`target-${at + 1}`),
      })),
      ...(view.note ? [{ name: $localize`:@@registration.noteLabel:Ghi chú`, value: view.note, edit: edit('note') }] : []),
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
