import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaItem } from '@thidua/workflows/cycle/rules.schema';
import { ScorecardEvent, type ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { problemOf } from '../platform/problem.js';
import { AreaField } from '../ui/area-field.js';
import { Crumbs } from '../ui/crumbs.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { HistoryList } from '../ui/history-list.js';
import { Icon } from '../ui/icon.js';
import { PointsField } from '../ui/points-field.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { TextField } from '../ui/text-field.js';
import { partsOf, type Points } from './criteria-rows.js';
import { columnsOf, differing, standingOf } from './score-columns.js';
import { ScorecardApi } from './scorecard.api.js';

/** A unit's scores side by side (S18): maximum, own, peers, their aggregate, leader, bloc, official. Judges write only what differs. */
@Component({
  selector: 'app-scorecard-page',
  imports: [AreaField, Crumbs, EventButtons, HistoryList, Icon, PointsField, Region, RouterLink, StateTag, TextField],
  templateUrl: './scorecard.page.html',
})
export class ScorecardPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(ScorecardApi);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly record = this.api.one(this.bloc, this.id);
  protected readonly history = this.api.history(this.bloc, this.id);
  private readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  private readonly rules = computed(() => this.cycles.value()?.items[0]?.rules);
  protected readonly parts = computed(() => (this.rules() ? partsOf(this.rules()!.criteria) : []));
  protected readonly aggregateName = computed(() =>
    this.rules()?.aggregate === 'median' ? $localize`:@@scores.median:Trung vị` : $localize`:@@scores.mean:Trung bình`,
  );
  protected readonly caption = computed(
    () => $localize`:@@scorecard.caption:Điểm từng tiêu chí của ${this.record.value()?.unitShortName ?? ''}:unit:`,
  );
  /** The reader's judgement that is due, where one is. */
  protected readonly judges = computed(() => {
    const judging = ['review', 'verify'];
    return this.record.value()?.actions.some(({ type, needs }) => judging.includes(type) && needs.length === 0) ?? false;
  });
  protected readonly writesSelf = computed(() => this.record.value()?.actions.some(({ type }) => type === 'edit') ?? false);
  /** Submitting stands on the page where the unit scores itself. */
  protected readonly actions = computed(() => this.record.value()?.actions.filter(({ type }) => type !== 'submit') ?? []);
  private readonly standing = computed<Points>(() => (this.record.value() ? standingOf(this.record.value()!) : {}));
  protected readonly typed = signal<Points>({});
  protected readonly reasons = signal<Readonly<Record<string, string>>>({});
  protected readonly comment = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly reasonHint = computed(
    () => $localize`:@@scorecard.reasonHint:Ít nhất ${this.rules()?.reasonMinimum ?? 10}:least: ký tự. Đơn vị sẽ đọc được.`,
  );
  protected readonly manners: EventManners = {
    review: { icon: 'check', after: $localize`:@@scorecard.reviewAfter:Tiêu chí để trống giữ điểm hiện có. Sau đó Khối thẩm định.` },
    verify: { icon: 'check', after: $localize`:@@scorecard.verifyAfter:Điểm được khóa để xếp hạng.` },
    return: { icon: 'undo', reason: { least: 10 } },
  };
  protected readonly sealedWords = computed(() => {
    const sheets = this.record.value()?.sheets;
    return sheets ? $localize`:@@scorecards.sent:${sheets.submitted}:submitted: trên ${sheets.of}:of: đơn vị đã gửi` : '';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.unitShortName ?? null));
  }

  protected columns(item: CriteriaItem) {
    return columnsOf(this.record.value()!, item);
  }

  protected points(value: number | null | undefined): string {
    return value === null || value === undefined ? '–' : formatPoints(value, this.language);
  }

  /** A part's total as it counts: bonus and penalty under their caps. */
  protected totalOf(totals: ScorecardView['totals'], part: string): number | undefined {
    return part === '+' ? totals?.bonus : part === '−' ? totals?.penalty : totals?.sections[part];
  }

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected judgedName(item: CriteriaItem): string {
    return $localize`:@@scorecard.judged:Điểm của ông/bà, ${item.code}:code: ${item.name}:name:, tối đa ${this.points(item.max)}:max:`;
  }

  protected reasonName(item: CriteriaItem): string {
    return $localize`:@@scorecard.reason:Lý do điểm khác ở ${item.code}:code:`;
  }

  protected standingPoints(item: CriteriaItem): number | null {
    return this.typed()[item.code] === undefined ? (this.standing()[item.code] ?? null) : this.typed()[item.code]!;
  }

  protected differs(item: CriteriaItem): boolean {
    return differing(this.standing(), { [item.code]: this.typed()[item.code] ?? null }, {}).length > 0;
  }

  protected judge(item: CriteriaItem, points: number | null): void {
    this.typed.update((typed) => ({ ...typed, [item.code]: points }));
  }

  protected explain(item: CriteriaItem, reason: string): void {
    this.reasons.update((reasons) => ({ ...reasons, [item.code]: reason }));
  }

  protected async send(pressed: Pressed): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    const judgement = { scores: differing(this.standing(), this.typed(), this.reasons()), comment: this.comment() };
    const given = pressed.type === 'return' ? {} : judgement;
    try {
      const event = ScorecardEvent.parse({ ...pressed, ...given, version: this.record.value()!.version });
      this.record.set(await this.api.send(this.bloc(), this.id(), event));
      this.typed.set({});
      this.history.reload();
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
