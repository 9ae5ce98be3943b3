import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ScorecardEvent, type ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { inBloc } from '../platform/addresses.js';
import { dayInWords, instantInWords } from '../platform/dates.js';
import { keptDraft } from '../platform/kept-draft.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { AreaField } from '../ui/area-field.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { HistoryList } from '../ui/history-list.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { GroupCards } from './group-cards.js';
import { Judgement, JudgementWriting } from './judgement.js';
import { judgingOf } from './score-columns.js';
import { ScoreMatrix } from './score-matrix.js';
import { ScoreSummary } from './score-summary.js';
import { ScorecardApi } from './scorecard.api.js';

/** A unit's scores side by side (S18). The leading unit agrees, another verifies for the bloc; both write only what differs, with the reason. */
@Component({
  selector: 'app-scorecard-page',
  imports: [
    AreaField,
    Crumbs,
    DoneNote,
    EmptyState,
    ErrorSummary,
    EventButtons,
    GroupCards,
    HistoryList,
    Icon,
    Region,
    RouterLink,
    ScoreMatrix,
    ScoreSummary,
    StateTag,
  ],
  templateUrl: './scorecard.page.html',
})
export class ScorecardPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  /** Only criteria with a difference, when it says anything. */
  readonly only = input<string>();
  private readonly api = inject(ScorecardApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly record = this.api.one(this.bloc, this.id);
  protected readonly history = this.api.history(this.bloc, this.id);
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly rules = computed(() => this.cycles.value()?.items[0]?.rules);
  private readonly card = computed(() => this.record.value());
  private readonly writing = new Judgement(this.card, this.rules, () => {
    const me = this.session.me();
    return me ? keptDraft(me.personId, inBloc(this.bloc(), 'scorecards', this.id(), 'judgement'), JudgementWriting) : null;
  });
  /** What the reader writes, when a judgement is due from them. */
  protected readonly judgement = computed(() => (this.card() && judgingOf(this.card()!) ? this.writing : null));
  protected readonly alone = computed(() => this.judgement()?.alone() ?? false);
  protected readonly writesSelf = computed(() => this.card()?.actions.some(({ type }) => type === 'edit') ?? false);
  /** Submitting stands on the page where the unit scores itself. */
  protected readonly actions = computed(() => this.card()?.actions.filter(({ type }) => type !== 'submit') ?? []);
  private begun = '';
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly done = signal<string | null>(null);
  protected readonly corrections = signal<readonly Correction[]>([]);
  protected readonly faults = computed(
    () => new Map(this.corrections().flatMap(({ fieldId, text }) => (fieldId ? [[fieldId.replace('reason-', ''), text] as const] : []))),
  );
  protected readonly manners: EventManners = {
    review: { icon: 'check', after: $localize`:@@scorecard.reviewAfter:Tiêu chí để nguyên giữ điểm hiện có. Sau đó Khối thẩm định.` },
    verify: { icon: 'check', after: $localize`:@@scorecard.verifyAfter:Điểm được khóa để xếp hạng.` },
    return: { icon: 'undo', reason: { least: 10 } },
  };

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.card()?.unitShortName ?? null));
    effect(() => {
      if (this.card()?.id === this.id()) untracked(() => this.begin(this.id()));
    });
  }

  /** The page goes from card to card of a group: each begins anew. */
  private begin(id: string): void {
    if (this.begun === id) return;
    this.begun = id;
    this.done.set(null);
    this.problem.set(null);
    this.corrections.set([]);
    this.writing.resume();
  }

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  /** Who decides, and until when. */
  protected who({ reviewerName, verifierName, due }: ScorecardView): string {
    const day = (date: string) => dayInWords(date, this.language);
    const secretary = $localize`:@@registrations.secretary:Thư ký Khối`;
    return $localize`:@@scorecard.who:${reviewerName ?? secretary}:reviewer: thống nhất điểm, hạn ${day(due.review)}:review:; ${verifierName ?? secretary}:verifier: thẩm định cho Khối, hạn ${day(due.verification)}:verification:.`;
  }

  protected sealedWords({ sheets, due }: ScorecardView): string {
    const sent = $localize`:@@scorecards.sent:${sheets.submitted}:submitted: trên ${sheets.of}:of: đơn vị đã gửi`;
    const until = $localize`:@@scorecard.until:Các đơn vị chấm chéo nhau mở cùng lúc: khi tất cả đã gửi phiếu hoặc hết ngày ${dayInWords(due.peer, this.language)}:due:.`;
    return `${sent}. ${until}`;
  }

  protected remarks({ leaderComment, blocComment, reviewerName, verifierName }: ScorecardView): { name: string; text: string }[] {
    const name = (unit: string | null) => $localize`:@@scorecard.remark:Nhận xét của ${unit ?? ''}:unit:`;
    return [
      { name: name(reviewerName), text: leaderComment },
      { name: name(verifierName), text: blocComment },
    ].filter(({ text }) => text);
  }

  protected doneHeading(event: string, { unitShortName }: ScorecardView): string {
    if (event === 'review') return $localize`:@@scorecard.doneReview:Đã thống nhất điểm của ${unitShortName}:unit:`;
    if (event === 'verify') return $localize`:@@scorecard.doneVerify:Đã thẩm định điểm của ${unitShortName}:unit:`;
    return $localize`:@@scorecard.doneReturn:Đã trả lại điểm của ${unitShortName}:unit:`;
  }

  protected nextOf({ state, verifierName }: ScorecardView): string | null {
    if (state !== 'reviewed') return null;
    return $localize`:@@scorecard.nextVerify:Đang chờ ${verifierName ?? ''}:verifier: thẩm định.`;
  }

  protected filter(only: boolean): void {
    void this.router.navigate([], { queryParams: { only: only ? 1 : null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async send(pressed: Pressed): Promise<void> {
    const judges = pressed.type !== 'return';
    this.corrections.set(judges ? this.writing.missing() : []);
    if (this.corrections().length > 0) return;
    this.busy.set(true);
    this.problem.set(null);
    const given = judges ? { scores: this.writing.scores(), comment: this.writing.comment() } : {};
    try {
      const event = ScorecardEvent.parse({ ...pressed, ...given, version: this.card()!.version });
      this.record.set(await this.api.send(this.bloc(), this.id(), event));
      this.writing.clear();
      this.done.set(pressed.type);
      this.history.reload();
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
