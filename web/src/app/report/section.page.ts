import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Need } from '@thidua/workflows/record';
import { sectionFindings } from '@thidua/workflows/report/section-findings';
import type { SectionDraft } from '@thidua/workflows/report/section.schema';
import { focusFragment } from '../platform/heading-focus.js';
import { justDone } from '../platform/just-done.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { RegistrationApi } from '../registration/registration.api.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import { onItsPage, type EventManners, type Pressed } from '../ui/event-choice.js';
import { Icon } from '../ui/icon.js';
import { PictureView } from '../ui/picture/picture.js';
import { Region } from '../ui/region.js';
import { SaveStatus } from '../ui/save-status.js';
import { StaleRegion } from '../ui/stale-region.js';
import { StateSteps } from '../ui/state-steps.js';
import { StateTag } from '../ui/state-tag.js';
import type { ListedFinding } from './findings-list.js';
import { resultsOf } from './results.js';
import { resultsPicture } from './results-picture.js';
import { SectionAside } from './section-aside.js';
import { SectionDesk } from './section-desk.js';
import { SectionForm } from './section.form.js';
import { SectionReading } from './section-reading.js';
import { sectionSteps } from './section-steps.js';
import { differencesOf, fieldOf, wholeOf, writingOf } from './section-writing.js';

/** A unit's section of the report (S24): the officer writes, the head submits, the bloc's secretary accepts or returns. */
@Component({
  selector: 'app-section-page',
  imports: [
    Crumbs,
    DoneNote,
    ErrorSummary,
    EventButtons,
    Icon,
    PictureView,
    Region,
    SaveStatus,
    SectionAside,
    SectionForm,
    SectionReading,
    StaleRegion,
    StateSteps,
    StateTag,
  ],
  providers: [SectionDesk],
  templateUrl: './section.page.html',
})
export class SectionPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly desk = inject(SectionDesk);
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  protected readonly listName = $localize`:@@sections.title:Phần báo cáo của các đơn vị`;
  protected readonly stepsLabel = $localize`:@@section.steps:Các bước của phần báo cáo`;
  /** What was just done, to be confirmed in the page. */
  protected readonly done = signal<string | null>(justDone(this.router.currentNavigation()));
  protected readonly steps = computed(() => sectionSteps(this.desk.view()!, this.language));
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.desk.faults()].map(([place, text]) => ({ fieldId: fieldOf(place), text: `${placeName(place)}${text}` })),
  );
  protected readonly differences = computed(() => {
    const newer = this.desk.newer();
    return newer ? differencesOf(this.desk.draft()!, writingOf(newer, this.language), this.language) : [];
  });
  /** What is on the page now: what is written where it can be read as a whole, else what could be read last. */
  private readonly content = linkedSignal<SectionDraft | null, SectionDraft | null>({
    source: () => {
      const view = this.desk.view();
      if (!view) return null;
      const whole = this.desk.writes() && this.desk.draft() ? wholeOf(this.desk.draft()!, this.language) : { body: view };
      return 'body' in whole ? (whole.body as SectionDraft) : null;
    },
    computation: (content, before) => content ?? before?.value ?? null,
  });
  private readonly rights = inject(Session).rights;
  /** What the units registered, for whoever may read it: the year's plan. */
  protected readonly registrations = inject(RegistrationApi).list(() =>
    this.rights().can('read', 'Registration') ? { bloc: this.bloc(), year: Number(this.year()) } : null,
  );
  /** The figures, told anew only when they have changed: not at every letter of the text. */
  private readonly figures = computed(() => this.content()?.indicators ?? [], { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  protected readonly picture = computed(() => {
    const view = this.desk.view();
    if (!view) return null;
    const { targets = [] } = this.registrations.value()?.find(({ unitId }) => unitId === view.unitId) ?? {};
    const results = resultsOf(this.figures(), targets, view.year);
    return results.length > 0 ? resultsPicture(results, { year: view.year, unit: view.unitShortName }, this.language) : null;
  });
  protected readonly actions = computed(() => onItsPage(this.desk.view()?.actions ?? []));
  /** Told to those who write it or decide on it. */
  protected readonly findings = computed<readonly ListedFinding[] | null>(() => {
    const [view, content] = [this.desk.view(), this.content()];
    if (!view || !content || this.actions().length === 0) return null;
    return sectionFindings({ ...content, year: view.year }).map(({ rule, sentence }) => ({
      rule,
      where: PLACES[rule] ?? $localize`:@@section.text:Nội dung`,
      sentence: sentence[this.language],
    }));
  });
  protected readonly onlyWriting = computed(() => this.actions().every(({ type }) => type === 'edit'));
  protected readonly places = computed<Readonly<Record<string, string>>>(() =>
    this.desk.writes() ? { 'needs-text': 'paragraphs-1', 'needs-single-indicators': 'figures-heading' } : NOWHERE,
  );
  protected readonly manners: EventManners = {
    submit: {
      asks: true,
      icon: 'send',
      after: $localize`:@@section.submitAfter:Thư ký Khối nhận ngay. Lấy lại được khi Thư ký chưa xem xong.`,
    },
    accept: { icon: 'check', after: $localize`:@@section.acceptAfter:Phần này vào báo cáo; các đơn vị khác đọc được.` },
    return: {
      icon: 'undo',
      reason: { least: 10, hint: $localize`:@@section.returnHint:Ít nhất 10 ký tự. Nêu chỗ cần bổ sung; đơn vị sẽ đọc được.` },
    },
    recall: { after: $localize`:@@section.recallAfter:Phần báo cáo trở về nháp để sửa.` },
    reopen: { quiet: true, reason: { least: 10 } },
  };

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.desk.open(this.bloc(), this.id()));
    effect(() => title.about(this.desk.view()?.unitShortName ?? null));
    focusFragment(() => this.desk.view() !== undefined);
  }

  protected async send(pressed: Pressed): Promise<void> {
    if (await this.desk.send(pressed)) this.done.set(pressed.type);
  }

  /** Submitting asks on a page of its own, once everything is on the server. */
  protected async ask(): Promise<void> {
    if (await this.desk.settleDraft()) await this.router.navigate(['/', this.bloc(), this.year(), 'sections', this.id(), 'submit']);
  }

  protected async tellMissing(needs: readonly Need[]): Promise<void> {
    if (!(await this.desk.settleDraft())) return;
    const places: Readonly<Record<string, string>> = { 'needs-text': '/paragraphs/0', 'needs-single-indicators': '/indicators/0/label' };
    this.desk.faults.set(new Map(needs.map(({ code, detail, next }) => [places[code] ?? '/paragraphs/0', `${detail} ${next}`])));
  }

  protected doneHeading(event: string): string {
    const name = this.desk.view()?.unitShortName ?? '';
    switch (event) {
      case 'submit':
        return $localize`:@@section.doneSubmit:Đã gửi phần báo cáo của ${name}:unit:`;
      case 'accept':
        return $localize`:@@section.doneAccept:Đã nhận phần báo cáo của ${name}:unit: vào báo cáo`;
      case 'recall':
        return $localize`:@@section.doneRecall:Đã lấy lại phần báo cáo của ${name}:unit: để sửa`;
      case 'reopen':
        return $localize`:@@section.doneReopen:Đã mở lại phần báo cáo của ${name}:unit:`;
      default:
        return $localize`:@@section.doneReturn:Đã trả lại phần báo cáo của ${name}:unit:`;
    }
  }
}

const PLACES: Readonly<Record<string, string>> = {
  R8: $localize`:@@section.figures:Số liệu`,
  R9: $localize`:@@section.figures:Số liệu`,
  R10: $localize`:@@section.figures:Số liệu`,
  R13: $localize`:@@section.awards:Khen thưởng`,
  R14: $localize`:@@section.figures:Số liệu`,
};

/** The row of a place in the draft, in words. */
function placeName(pointer: string): string {
  const [, list, at] = pointer.split('/');
  const number = Number(at) + 1;
  if (list === 'paragraphs') return $localize`:@@section.placeParagraph:Đoạn ${number}:number:: `;
  if (list === 'indicators') return $localize`:@@section.placeFigure:Số liệu ${number}:number:: `;
  return list === 'awards' ? $localize`:@@section.placeAward:Khen thưởng ${number}:number:: ` : '';
}

/** Nothing is mended on a page that only shows. */
const NOWHERE: Readonly<Record<string, string>> = {};
