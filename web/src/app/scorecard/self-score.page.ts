import { Component, computed, effect, inject, input, signal, untracked, type OnDestroy } from '@angular/core';
import { Router } from '@angular/router';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { Need } from '@thidua/workflows/record';
import { ScorecardEvent, type ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { inBloc } from '../platform/addresses.js';
import { weekdayInWords } from '../platform/dates.js';
import { keptDraft } from '../platform/kept-draft.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import { onlyWrites, type EventManners, type Pressed } from '../ui/event-choice.js';
import { PointsField } from '../ui/points-field.js';
import { Region } from '../ui/region.js';
import { SaveStatus } from '../ui/save-status.js';
import { StaleRegion } from '../ui/stale-region.js';
import { StateTag } from '../ui/state-tag.js';
import { TextField } from '../ui/text-field.js';
import { partsOf, sumOf, unansweredOf, type CriteriaPart } from './criteria-rows.js';
import { differingItems, ScoreDesk, ScoreWriting, scoresOf, writingOf } from './score-desk.js';
import { ScorecardApi } from './scorecard.api.js';

const asScored = (view: ScorecardView) => ({ version: view.version, scores: view.self });

/** A unit scores itself (S16): points and what shows them, saved by themselves; the head submits. */
@Component({
  selector: 'app-self-score-page',
  imports: [Crumbs, ErrorSummary, EventButtons, PointsField, Region, SaveStatus, StaleRegion, StateTag, TextField],
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
  protected readonly problem = signal<unknown>(null);
  protected readonly corrections = signal<readonly Correction[]>([]);
  protected readonly writes = computed(() => this.record.value()?.actions.some(({ type }) => type === 'edit') ?? false);
  private readonly unanswered = computed(() => unansweredOf(this.parts(), this.desk()?.points ?? {}));
  protected readonly progress = computed(() => {
    const all = this.parts().reduce((count, { items }) => count + items.length, 0);
    return $localize`:@@selfScore.progress:Đã chấm ${all - this.unanswered().length}:done: trên ${all}:all: tiêu chí.`;
  });
  protected readonly due = computed(() => {
    const due = this.record.value()?.due.self;
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
  protected readonly manners: EventManners = {
    submit: { icon: 'send', after: $localize`:@@selfScore.after:Sau khi gửi không sửa được; các đơn vị cùng nhóm chấm chéo, niêm phong.` },
  };

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
    const sum = sumOf(part, this.desk()?.points ?? {});
    return sum === null ? $localize`:@@scores.incomplete:chưa đủ` : this.points(sum);
  }

  protected points(value: number): string {
    return formatPoints(value, this.language);
  }

  protected hintOf(item: { code: string; evidence: boolean }): string | null {
    if ((this.desk()?.points[item.code] ?? null) === null) return $localize`:@@selfScore.unanswered:chưa trả lời`;
    return item.evidence ? $localize`:@@selfScore.evidenceNeeded:Điểm trên 0 phải có minh chứng.` : null;
  }

  /** Everything on the server first; then each missing item is named, with a way to its field. */
  protected async tellMissing(needs: readonly Need[]): Promise<void> {
    await this.desk()?.autosave.flush();
    const missing = this.unanswered().map(({ code, name }) => ({
      fieldId: `item-${code}`,
      text: $localize`:@@selfScore.missing:${code}:code: ${name}:name:: chưa trả lời`,
    }));
    const others = needs.filter(({ code }) => code !== 'needs-all-items');
    this.corrections.set([...missing, ...others.map(({ detail, next }) => ({ fieldId: null, text: `${detail} ${next}` }))]);
    if (missing.length + others.length === 0) this.record.reload();
  }

  protected async send(pressed: Pressed): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    this.corrections.set([]);
    try {
      if (this.desk() && !(await this.desk()!.autosave.flush())) return;
      const event = ScorecardEvent.parse({ ...pressed, version: this.record.value()!.version });
      this.record.set(await this.api.send(this.bloc(), this.id(), event));
      await this.router.navigate(['/', this.bloc(), this.year(), 'scorecards', this.id()]);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private open(view: ScorecardView): void {
    if (this.desk()) return;
    const address = inBloc(this.bloc(), 'scorecards', view.id);
    this.desk.set(
      new ScoreDesk(asScored(view), {
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
