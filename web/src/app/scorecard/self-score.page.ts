import { Component, computed, effect, inject, input, signal, untracked, type OnDestroy } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { Need } from '@thidua/workflows/record';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { inBloc } from '../platform/addresses.js';
import { instantInWords, weekdayInWords } from '../platform/dates.js';
import { keptDraft } from '../platform/kept-draft.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import { onItsPage, onlyWrites, type EventManners } from '../ui/event-choice.js';
import { Icon } from '../ui/icon.js';
import { PointsField } from '../ui/points-field.js';
import { Region } from '../ui/region.js';
import { StaleRegion } from '../ui/stale-region.js';
import { StateTag } from '../ui/state-tag.js';
import { TermHelp } from '../ui/term-help.js';
import { TextField } from '../ui/text-field.js';
import { afterSelf, sealOf, stepOf } from './card-words.js';
import { partsOf, pointsBy, sumOf, unansweredOf, type CriteriaPart } from './criteria-rows.js';
import { DeskStatus } from './desk-status.js';
import { differingItems, ScoreDesk, ScoreWriting, scoresOf, writingOf } from './score-desk.js';
import { ScorecardApi } from './scorecard.api.js';
import { faultInWords } from './sheet-words.js';

const asScored = (view: ScorecardView) => ({ version: view.version, scores: view.self });

/** A unit scores itself (S16): points and what shows them, saved by themselves; the head submits. */
@Component({
  selector: 'app-self-score-page',
  imports: [
    Crumbs,
    DeskStatus,
    ErrorSummary,
    EventButtons,
    Icon,
    PointsField,
    Region,
    RouterLink,
    StaleRegion,
    StateTag,
    TermHelp,
    TextField,
  ],
  templateUrl: './self-score.page.html',
  styles: `
    .part {
      justify-content: space-between;
      margin-bottom: var(--td-space-3);
    }
    .item {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: var(--td-space-3) var(--td-space-5);
      align-items: end;
    }
    @media (max-width: 900px) {
      .item {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class SelfScorePage implements OnDestroy {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(ScorecardApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly record = this.api.one(this.bloc, this.id);
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly parts = computed(() => {
    const rules = this.cycles.value()?.items[0]?.rules;
    return rules ? partsOf(rules.criteria) : [];
  });
  protected readonly desk = signal<ScoreDesk | null>(null);
  protected readonly onlyWrites = onlyWrites;
  protected readonly busy = signal(false);
  protected readonly corrections = signal<readonly Correction[]>([]);
  protected readonly actions = computed(() => onItsPage(this.record.value()?.actions ?? []));
  protected readonly writes = computed(() => this.record.value()?.actions.some(({ type }) => type === 'edit') ?? false);
  private readonly items = computed(() => this.parts().flatMap(({ items }) => items));
  private readonly unanswered = computed(() => {
    const desk = this.writes() ? this.desk() : null;
    return unansweredOf(this.parts(), desk ? desk.valid() : pointsBy(this.record.value()?.self ?? []));
  });
  protected readonly progress = computed(() => {
    const all = this.items().length;
    const at = this.record.value()?.submittedAt;
    if (!this.writes() && at) return $localize`:@@selfScore.sent:Đã gửi lúc ${instantInWords(at, this.language)}:at:.`;
    return $localize`:@@selfScore.progress:Đã chấm ${all - this.unanswered().length}:done: trên ${all}:all: tiêu chí.`;
  });
  protected readonly due = computed(() => {
    const due = this.writes() ? this.record.value()?.due.self : null;
    return due ? $localize`:@@selfScore.due:Hạn gửi: ${weekdayInWords(due, this.language)}:due:.` : '';
  });
  /** A need of the submission has its place here; pressing leads there. */
  protected readonly places = computed<Readonly<Record<string, string>>>(() => {
    const first = this.unanswered()[0] ?? this.parts()[0]?.items[0];
    const none: Record<string, string> = {};
    return first ? { 'needs-all-items': `item-${first.code}`, 'needs-evidence': `item-${first.code}` } : none;
  });
  protected readonly differences = computed(() => {
    const desk = this.desk();
    const newer = desk?.newer();
    if (!desk || !newer) return [];
    const theirs = writingOf(newer);
    return differingItems(desk.writing(), theirs).map((item) => ({
      key: item,
      label: item,
      yours: this.inWords(desk.writing(), item),
      theirs: this.inWords(theirs, item),
    }));
  });
  /** The peers' day is over before the unit has sent: who scores it now, and what its own points are worth. */
  protected readonly late = computed(() => {
    const view = this.record.value();
    return view?.peersOver && this.writes() ? sealOf(view, this.language) : null;
  });
  protected readonly manners = computed<EventManners>(() => {
    const view = this.record.value();
    return { submit: { icon: 'send', asks: true, after: view ? afterSelf(view, this.language) : '' } };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.unitShortName ?? null));
    effect(() => {
      const view = this.record.value();
      if (view && this.writes() && this.session.me()) untracked(() => this.open(view));
    });
  }

  ngOnDestroy(): void {
    this.desk()?.stop();
  }

  protected sum(part: CriteriaPart): string {
    const sum = sumOf(part, this.desk()?.valid() ?? {});
    return sum === null ? $localize`:@@scores.incomplete:chưa đủ` : this.points(sum);
  }

  protected points(value: number): string {
    return formatPoints(value, this.language);
  }

  protected hintOf(item: { code: string; evidence: boolean }): string | null {
    if ((this.desk()?.points[item.code] ?? null) === null) return $localize`:@@selfScore.unanswered:chưa trả lời`;
    return item.evidence ? $localize`:@@selfScore.evidenceNeeded:Điểm trên 0 phải có minh chứng.` : null;
  }

  protected step(view: ScorecardView): string {
    return stepOf(view, this.language);
  }

  /** Everything on the server first; then sending asks on a page of its own, or each fault is named, with a way to its field. */
  protected async ask(needs: readonly Need[] = []): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const saved = (await this.desk()?.autosave.flush()) ?? true;
      this.corrections.set([...this.missing(), ...this.lacking(needs)]);
      const address = ['/', this.bloc(), this.year(), 'scorecards', this.id(), 'self', 'submit'];
      if (saved && this.corrections().length === 0) await this.router.navigate(address);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): Correction[] {
    const desk = this.desk();
    const wrong = new Set(desk?.unsaved());
    const at = (code: string) => `item-${code}`;
    return [
      ...this.items()
        .filter(({ code }) => desk && wrong.has(code))
        .map((item) => ({
          fieldId: at(item.code),
          text: $localize`:@@selfScore.wrong:${item.code}:code: ${item.name}:name:: ${faultInWords(item, desk!, this.language)}:fault:`,
        })),
      ...this.unanswered()
        .filter(({ code }) => !wrong.has(code))
        .map(({ code, name }) => ({ fieldId: at(code), text: $localize`:@@selfScore.missing:${code}:code: ${name}:name:: chưa trả lời` })),
    ];
  }

  /** What the record lacks beside points, now that all is on the server. */
  private lacking(needs: readonly Need[]): Correction[] {
    const now = this.record.value()?.actions.find(({ type }) => type === 'submit')?.needs ?? needs;
    return now.filter(({ code }) => code !== 'needs-all-items').map(({ detail, next }) => ({ fieldId: null, text: `${detail} ${next}` }));
  }

  private open(view: ScorecardView): void {
    if (this.desk()) return;
    const address = inBloc(this.bloc(), 'scorecards', view.id);
    this.desk.set(
      new ScoreDesk(asScored(view), {
        most: (item) => this.items().find(({ code }) => code === item)?.max ?? Infinity,
        kept: keptDraft(this.session.me()!.personId, address, ScoreWriting),
        newest: async () => this.seen(await this.api.newest(this.bloc(), view.id)),
        save: async (version, writing) => this.seen(await this.api.save(this.bloc(), view.id, { version, scores: scoresOf(writing) })),
      }),
    );
  }

  private seen(view: ScorecardView) {
    this.record.set(view);
    return asScored(view);
  }

  private inWords(writing: ScoreWriting, item: string): string {
    const points = writing.points[item] ?? null;
    return [points === null ? '–' : this.points(points), writing.notes[item] ?? ''].filter(Boolean).join(' · ');
  }
}
