import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Need } from '@thidua/workflows/record';
import { missingParts } from '@thidua/workflows/report/report.facts';
import { dayInWords } from '../platform/dates.js';
import { focusFragment } from '../platform/heading-focus.js';
import { justDone } from '../platform/just-done.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { SaveStatus } from '../ui/save-status.js';
import { StaleRegion } from '../ui/stale-region.js';
import { StateTag } from '../ui/state-tag.js';
import { FindingsList, type ListedFinding } from './findings-list.js';
import { ReportDesk } from './report-desk.js';
import { ReportForm } from './report.form.js';
import { ReportOutline } from './report-outline.js';
import { ReportReading } from './report-reading.js';
import { acceptedOf, differencesOf, fieldOf, firstFieldOf, writingOf } from './report-writing.js';
import { ReportApi } from './report.api.js';

/** The year-end report (S24): the head's own parts, the outline with the units' sections, what to look at, and freezing it. */
@Component({
  selector: 'app-report-page',
  imports: [
    Crumbs,
    DoneNote,
    EmptyState,
    ErrorSummary,
    EventButtons,
    FindingsList,
    Icon,
    Region,
    ReportForm,
    ReportOutline,
    ReportReading,
    RouterLink,
    SaveStatus,
    StaleRegion,
    StateTag,
  ],
  providers: [ReportDesk],
  templateUrl: './report.page.html',
  styleUrl: './report.page.scss',
})
export class ReportPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  protected readonly desk = inject(ReportDesk);
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly list = inject(ReportApi).list(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly frozenHeading = $localize`:@@report.doneFreeze:Đã chốt nội dung báo cáo`;
  protected readonly openedHeading = $localize`:@@report.doneReopen:Đã mở lại báo cáo`;
  protected readonly listName = $localize`:@@sections.title:Phần báo cáo của các đơn vị`;
  /** What was just done, to be confirmed in the page. */
  protected readonly done = signal<string | null>(justDone(this.router.currentNavigation()));
  protected readonly readsDocuments = computed(() => this.session.rights().can('read', 'Document'));
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.desk.faults()].map(([place, text]) => ({ fieldId: fieldOf(place), text })),
  );
  protected readonly differences = computed(() => {
    const newer = this.desk.newer();
    return newer ? differencesOf(this.desk.draft()!, writingOf(newer), this.language) : [];
  });
  protected readonly stand = computed(() => {
    const view = this.desk.view();
    if (!view) return '';
    const { accepted, all } = acceptedOf(view);
    const day = view.asOf ? dayInWords(view.asOf, this.language) : null;
    const sections = $localize`:@@report.stand:${accepted}:accepted: trên ${all}:all: phần đã nhận`;
    return day ? `${sections} · ${$localize`:@@report.standDay:số liệu tính đến ${day}:day:`}` : sections;
  });
  protected readonly findings = computed<ListedFinding[]>(() =>
    (this.desk.view()?.findings ?? []).map(({ rule, where, sentence, part, sectionId }) => ({
      rule,
      where,
      sentence,
      ...(sectionId ? { link: ['/', this.bloc(), this.year(), 'sections', sectionId] } : {}),
      ...(part ? { place: this.desk.writes() ? firstFieldOf(part) : `${part}-heading` } : {}),
    })),
  );
  protected readonly compiles = computed(() => (this.desk.view()?.actions.length ?? 0) > 0);
  protected readonly onlyWriting = computed(() => this.desk.view()?.actions.every(({ type }) => type === 'edit') ?? false);
  protected readonly places = computed<Readonly<Record<string, string>>>(() =>
    this.desk.writes() ? { 'needs-own-parts': this.firstGap() } : NOWHERE,
  );
  protected readonly manners: EventManners = {
    freeze: {
      asks: true,
      icon: 'lock',
      after: $localize`:@@report.freezeAfter:Các đơn vị không sửa được phần của mình nữa; Thư ký lập văn bản trình ký.`,
    },
    reopen: {
      reason: {
        least: 10,
        hint: $localize`:@@report.reopenHint:Ít nhất 10 ký tự. Các đơn vị và Thư ký sửa lại được; văn bản đã lập phải lập lại.`,
      },
    },
  };

  constructor() {
    effect(() => this.desk.open(this.bloc(), this.list.value()?.[0]?.id ?? ''));
    focusFragment(() => this.desk.view() !== undefined);
  }

  protected async send(pressed: Pressed): Promise<void> {
    if (await this.desk.send(pressed)) this.done.set(pressed.type);
  }

  /** Freezing asks on a page of its own, once everything is on the server. */
  protected async ask(): Promise<void> {
    if (await this.desk.settleDraft()) await this.router.navigate(['/', this.bloc(), this.year(), 'report', 'freeze']);
  }

  protected async tellMissing(needs: readonly Need[]): Promise<void> {
    if (!(await this.desk.settleDraft())) return;
    const place = this.firstGap().replace(/-(\d+)$/, (_, number: string) => `/${Number(number) - 1}`);
    this.desk.faults.set(new Map(needs.map(({ detail, next }) => [`/${place}`, `${detail} ${next}`])));
  }

  /** The field of the first part that says nothing. */
  private firstGap(): string {
    const view = this.desk.view();
    const [gap = 'asOf'] = view ? missingParts(view) : [];
    return firstFieldOf(gap);
  }
}

/** Nothing is mended on a page that only shows. */
const NOWHERE: Readonly<Record<string, string>> = {};
