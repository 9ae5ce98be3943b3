import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { CycleApi } from '../cycle/cycle.api.js';
import { focusFragment } from '../platform/heading-focus.js';
import { justDone } from '../platform/just-done.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import { onItsPage, onlyWrites, type EventManners, type Pressed } from '../ui/event-choice.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { SaveStatus } from '../ui/save-status.js';
import { StaleRegion } from '../ui/stale-region.js';
import { StateSteps } from '../ui/state-steps.js';
import { StateTag } from '../ui/state-tag.js';
import { RegistrationAside } from './registration-aside.js';
import { RegistrationDesk } from './registration-desk.js';
import { RegistrationForm } from './registration.form.js';
import { RegistrationReading } from './registration-reading.js';
import { registrationSteps } from './registration-steps.js';
import { differencesOf, draftOf, faultsOfMissing, fieldOf, placesOf } from './registration-writing.js';
import type { Need } from '@thidua/workflows/record';
import type { RegistrationDraft } from '@thidua/workflows/registration/registration.schema';

/** A unit's registration (S12): the officer writes, the head submits, the leading unit accepts or returns. */
@Component({
  selector: 'app-registration-page',
  imports: [
    Crumbs,
    DoneNote,
    ErrorSummary,
    EventButtons,
    Icon,
    Region,
    RegistrationAside,
    RegistrationForm,
    RegistrationReading,
    SaveStatus,
    StaleRegion,
    StateSteps,
    StateTag,
  ],
  providers: [RegistrationDesk],
  templateUrl: './registration.page.html',
})
export class RegistrationPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly desk = inject(RegistrationDesk);
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly listName = $localize`:@@registrations.title:Đăng ký, chỉ tiêu`;
  protected readonly stepsLabel = $localize`:@@registration.steps:Các bước của bản đăng ký`;
  protected readonly number = computed(() => Number(this.year()));
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: this.number() }));
  protected readonly rules = computed(() => this.cycles.value()?.items[0]?.rules);
  /** What was just done, to be confirmed in the page. */
  protected readonly done = signal<string | null>(justDone(inject(Router).currentNavigation()));
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.desk.faults()].map(([place, text]) => ({ fieldId: fieldOf(place), text: `${this.placeName(place)}${text}` })),
  );
  protected readonly steps = computed(() => registrationSteps(this.desk.view()!, this.language));
  protected readonly places = computed(() =>
    this.desk.writes() ? placesOf(this.desk.draft()!, `aim-title-${this.rules()?.titles[0]?.code ?? ''}`) : {},
  );
  protected readonly differences = computed(() => {
    const newer = this.desk.newer();
    return newer ? differencesOf(this.desk.draft()!, draftOf(newer), (draft) => this.aimName(draft)) : [];
  });
  protected readonly secretary = $localize`:@@registrations.secretary:Thư ký Khối`;
  protected readonly actions = computed(() => onItsPage(this.desk.view()?.actions ?? []));
  protected readonly onlyWriting = computed(() => onlyWrites(this.actions()));
  protected readonly manners: EventManners = {
    submit: {
      asks: true,
      icon: 'send',
      after: $localize`:@@registration.submitAfter:Đơn vị xem xét nhận ngay. Lấy lại được khi chưa ai xem xét.`,
    },
    accept: { icon: 'check', after: $localize`:@@registration.acceptAfter:Đơn vị không sửa được nữa.` },
    return: {
      icon: 'undo',
      reason: {
        least: 10,
        hint: $localize`:@@registration.returnHint:Ít nhất 10 ký tự. Nêu chỉ tiêu nào cần bổ sung; đơn vị sẽ đọc được.`,
      },
    },
    recall: { after: $localize`:@@registration.recallAfter:Bản đăng ký trở về nháp để sửa.` },
    recuse: {
      quiet: true,
      icon: 'block',
      reason: { least: 10, hint: $localize`:@@registration.recuseHint:Ít nhất 10 ký tự. Ghi vào biên bản; đơn vị kế tiếp xét thay.` },
    },
    withdraw: { quiet: true, reason: { least: 10 } },
  };

  constructor() {
    effect(() => this.desk.open(this.bloc(), this.id()));
    effect(() => this.title.about(this.desk.view()?.unitShortName ?? null));
    focusFragment(() => this.desk.view() !== undefined && this.rules() !== undefined);
  }

  protected async send(pressed: Pressed): Promise<void> {
    if (await this.desk.send(pressed)) this.done.set(pressed.type);
  }

  /** Submitting asks on a page of its own, once everything is on the server. */
  protected async ask(): Promise<void> {
    if (await this.desk.settleDraft()) await this.router.navigate(['/', this.bloc(), this.year(), 'registrations', this.id(), 'submit']);
  }

  protected async tellMissing(needs: readonly Need[]): Promise<void> {
    if (!(await this.desk.settleDraft())) return;
    this.desk.faults.set(faultsOfMissing(this.desk.draft()!, needs));
  }

  protected doneHeading(event: string): string {
    const name = this.desk.view()?.unitShortName ?? '';
    switch (event) {
      case 'submit':
        return $localize`:@@registration.doneSubmit:Đã gửi bản đăng ký của ${name}:unit:`;
      case 'accept':
        return $localize`:@@registration.doneAccept:Đã chấp nhận bản đăng ký của ${name}:unit:`;
      case 'return':
        return $localize`:@@registration.doneReturn:Đã trả lại bản đăng ký của ${name}:unit:`;
      case 'recall':
        return $localize`:@@registration.doneRecall:Đã lấy lại bản đăng ký của ${name}:unit: để sửa`;
      case 'recuse':
        return $localize`:@@registration.doneRecuse:Đã xin không xét bản đăng ký của ${name}:unit:`;
      default:
        return $localize`:@@registration.doneWithdraw:Đã rút bản đăng ký của ${name}:unit:`;
    }
  }

  private placeName(pointer: string): string {
    const at = /^\/targets\/(\d+)/.exec(pointer)?.[1];
    return at === undefined ? '' : $localize`:@@registration.place:Chỉ tiêu ${Number(at) + 1}:number:: `;
  }

  private aimName({ aim }: RegistrationDraft): string {
    const rules = this.rules();
    if (!aim || !rules) return '';
    return [...rules.titles, ...rules.completionLevels].find(({ code }) => code === aim.code)?.name ?? aim.code;
  }
}
