import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HistoryEntry } from '@thidua/workflows/record';
import { ScorecardEvent, type ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { inBloc } from '../platform/addresses.js';
import { Announcer } from '../platform/announcer.js';
import { instantInWords } from '../platform/dates.js';
import { liveRecord } from '../platform/fresh.js';
import { justDone } from '../platform/just-done.js';
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
import { onItsPage, type EventManners, type Pressed } from '../ui/event-choice.js';
import { HistoryList } from '../ui/history-list.js';
import { Icon } from '../ui/icon.js';
import { RecusalList } from '../ui/recusal-list.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { deciders, doneInWords, nextInWords, recusalLines, sealOf, stepOf } from './card-words.js';
import { GroupCards } from './group-cards.js';
import { Judgement, JudgementWriting } from './judgement.js';
import { LeftJudgement } from './left-judgement.js';
import { judgingOf } from './score-columns.js';
import { ScoreMatrix } from './score-matrix.js';
import { ScoreSummary } from './score-summary.js';
import { ScorecardApi } from './scorecard.api.js';

/** Refusals that say that somebody moved the card meanwhile. */
const MOVED: readonly string[] = ['stale', 'not-in-this-state'];

/** Events that carry what the reader wrote. */
const JUDGEMENTS: readonly string[] = ['review', 'verify'];

/** Events that are seldom wanted: they stand at the foot of the page, not in its bar. */
const SELDOM: readonly string[] = ['recuse', 'exclude'];

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
    LeftJudgement,
    RecusalList,
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
  protected readonly record = liveRecord(this.api.one(this.bloc, this.id), () => this.history.reload());
  protected readonly history = this.api.history(this.bloc, this.id);
  protected readonly others = this.api.list(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly rules = computed(() => this.cycles.value()?.items[0]?.rules);
  private readonly card = computed(() => this.record.value());
  protected readonly writing = new Judgement(this.card, this.rules, () => this.kept(), this.language);
  /** What the reader writes, when a judgement is due from them. */
  protected readonly judgement = computed(() => (this.card() && judgingOf(this.card()!) ? this.writing : null));
  protected readonly alone = computed(() => this.judgement()?.alone() ?? false);
  protected readonly writesSelf = computed(() => this.card()?.actions.some(({ type }) => type === 'edit') ?? false);
  /** Submitting stands on the page where the unit scores itself. */
  protected readonly actions = computed(() =>
    onItsPage(this.card()?.actions ?? []).filter(({ type }) => type !== 'submit' && !SELDOM.includes(type)),
  );
  protected readonly seldom = computed(() => this.card()?.actions.filter(({ type }) => SELDOM.includes(type)) ?? []);
  private begun = '';
  protected readonly sent = justDone(this.router.currentNavigation());
  private readonly announcer = inject(Announcer);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly done = signal<string | null>(null);
  /** What somebody else did while the reader was writing. */
  protected readonly happened = signal<HistoryEntry | null>(null);
  /** Somebody moved the card under the reader's hands, or what they wrote can no longer be sent. */
  protected readonly left = computed(() => this.happened() !== null || (!this.judgement() && !this.writing.isEmpty()));
  protected readonly seal = computed(() => (this.card() ? sealOf(this.card()!, this.language) : null));
  protected readonly corrections = signal<readonly Correction[]>([]);
  protected readonly faults = computed(
    () =>
      new Map(
        this.corrections().flatMap(({ fieldId, text }) =>
          fieldId?.startsWith('reason-') ? [[fieldId.slice('reason-'.length), text] as const] : [],
        ),
      ),
  );
  protected readonly manners = computed<EventManners>(() => {
    const verifier = this.card()?.verifierName ?? $localize`:@@registrations.secretary:Thư ký Khối`;
    const after = this.alone()
      ? $localize`:@@scorecard.reviewAlone:Chấm đủ mọi tiêu chí, mỗi điểm một lý do. Sau đó ${verifier}:verifier: thẩm định.`
      : $localize`:@@scorecard.reviewAfter:Tiêu chí để nguyên giữ điểm hiện có. Sau đó ${verifier}:verifier: thẩm định.`;
    return {
      review: { icon: 'check', after },
      verify: { icon: 'check', after: $localize`:@@scorecard.verifyAfter:Điểm được khóa để xếp hạng.` },
      return: { icon: 'undo', reason: { least: 10 } },
      recuse: {
        quiet: true,
        icon: 'block',
        reason: { least: 10, hint: $localize`:@@scorecard.recuseHint:Ít nhất 10 ký tự. Ghi vào biên bản; đơn vị kế tiếp làm thay.` },
      },
      exclude: {
        quiet: true,
        icon: 'block',
        reason: {
          least: 10,
          hint: $localize`:@@scorecard.excludeHint:Ít nhất 10 ký tự. Đơn vị không được chấm, không chấm và không xếp hạng; không lấy lại được.`,
        },
      },
    };
  });

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
    // What the page before has done, it did to the first card that is opened here.
    this.tellDone(this.begun ? null : this.sent);
    this.begun = id;
    this.happened.set(null);
    this.problem.set(null);
    this.corrections.set([]);
    this.writing.resume();
  }

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected who(view: ScorecardView): string {
    return deciders(view, this.language);
  }

  protected step(view: ScorecardView): string {
    return stepOf(view, this.language);
  }

  protected readonly recusals = computed(() => (this.card() ? recusalLines(this.card()!, this.card()!.unitShortName, this.language) : []));

  protected returnedBy({ verifierName }: ScorecardView): string {
    return verifierName ?? $localize`:@@registrations.secretary:Thư ký Khối`;
  }

  protected remarks({ leaderComment, blocComment, reviewerName, verifierName }: ScorecardView): { name: string; text: string }[] {
    const name = (unit: string | null) => $localize`:@@scorecard.remark:Nhận xét của ${unit ?? ''}:unit:`;
    return [
      { name: name(reviewerName), text: leaderComment },
      { name: name(verifierName), text: blocComment },
    ].filter(({ text }) => text);
  }

  protected doneHeading(event: string, view: ScorecardView): string {
    return doneInWords(event, view);
  }

  protected nextOf(view: ScorecardView): string | null {
    return nextInWords(view, this.language);
  }

  private kept() {
    const me = this.session.me();
    return me ? keptDraft(me.personId, inBloc(this.bloc(), 'scorecards', this.id(), 'judgement'), JudgementWriting) : null;
  }

  protected dropLeft(): void {
    this.writing.clear();
    this.happened.set(null);
  }

  protected filter(only: boolean): void {
    void this.router.navigate([], { queryParams: { only: only ? 1 : null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async send(pressed: Pressed): Promise<void> {
    const judges = JUDGEMENTS.includes(pressed.type);
    this.corrections.set(judges ? this.writing.missing() : []);
    if (this.corrections().length > 0) return;
    this.busy.set(true);
    this.problem.set(null);
    const given = judges ? { scores: this.writing.scores(), comment: this.writing.comment() } : {};
    try {
      const event = ScorecardEvent.parse({ ...pressed, ...given, version: this.card()!.version });
      this.record.set(await this.api.send(this.bloc(), this.id(), event));
      this.writing.clear();
      this.happened.set(null);
      this.tellDone(pressed.type);
      this.history.reload();
    } catch (error) {
      this.problem.set(MOVED.includes(problemOf(error).code) ? await this.meetNewest() : error);
    } finally {
      this.busy.set(false);
    }
  }
  /** Somebody was first: the card as it now stands, who moved it, and what the reader wrote, untouched. @returns what went wrong in reading it */
  private async meetNewest(): Promise<unknown> {
    try {
      const [card, { items }] = await Promise.all([this.api.newest(this.bloc(), this.id()), this.api.historyNow(this.bloc(), this.id())]);
      this.record.set(card);
      this.history.set({ items });
      const last = items.reduce<HistoryEntry | null>((newest, entry) => (newest && newest.n > entry.n ? newest : entry), null);
      this.happened.set(last);
      if (last) this.announcer.say($localize`:@@left.said:Chưa gửi được. ${last.sentence}:sentence:. Chữ đã gõ còn nguyên.`);
      return null;
    } catch (error) {
      return error;
    }
  }

  private tellDone(event: string | null): void {
    this.done.set(event);
    if (event && this.card()) this.announcer.say(doneInWords(event, this.card()!));
  }
}
