import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked, type OnDestroy } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaItem } from '@thidua/workflows/cycle/rules.schema';
import { SheetEvent, type SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { inBloc } from '../platform/addresses.js';
import { weekdayInWords } from '../platform/dates.js';
import { focusPlace } from '../platform/heading-focus.js';
import { keptDraft } from '../platform/kept-draft.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { AreaField } from '../ui/area-field.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import { onlyWrites, type EventManners, type Pressed } from '../ui/event-choice.js';
import { Icon } from '../ui/icon.js';
import { PointsField } from '../ui/points-field.js';
import { Region } from '../ui/region.js';
import { SaveStatus } from '../ui/save-status.js';
import { StaleRegion } from '../ui/stale-region.js';
import { StateTag } from '../ui/state-tag.js';
import { countedOf, partsOf, pointsBy, totalOf, unansweredOf, type CriteriaPart, type Points } from './criteria-rows.js';
import { cellAfter, cellId, cellOf } from './grid-keys.js';
import { differingItems, REMARK, ScoreDesk, ScoreWriting, scoresOf, writingOf } from './score-desk.js';
import { ScorecardApi } from './scorecard.api.js';

/** Peer scoring (S17): criteria by rated units in one native table; under 900 px one unit at a time. Sealed until all are in. */
@Component({
  selector: 'app-sheets-page',
  imports: [AreaField, Crumbs, EmptyState, ErrorSummary, EventButtons, Icon, PointsField, Region, SaveStatus, StaleRegion, StateTag],
  host: { '(keydown)': 'move($event)', '(focusin)': 'follow($event)' },
  templateUrl: './sheets.page.html',
  styleUrl: './sheets.page.scss',
})
export class SheetsPage implements OnDestroy {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly api = inject(ScorecardApi);
  private readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  private readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly caption = $localize`:@@sheets.caption:Điểm chấm chéo: tiêu chí theo hàng, đơn vị được chấm theo cột`;
  protected readonly list = this.api.sheets(this.spot);
  protected readonly cycles = inject(CycleApi).ofYear(this.spot);
  protected readonly parts = computed(() => {
    const rules = this.cycles.value()?.items[0]?.rules;
    return rules ? partsOf(rules.criteria) : [];
  });
  private readonly items = computed(() => this.parts().flatMap(({ items }) => items));
  protected readonly sheets = computed(() => this.list.value()?.items ?? []);
  private readonly desks = signal<ReadonlyMap<string, ScoreDesk>>(new Map());
  /** The unit whose sheet is sent, and the only one shown on a phone; it follows the field that is written. */
  protected readonly chosenId = linkedSignal<readonly SheetView[], string>({
    source: this.sheets,
    computation: (_, before) => before?.value || untracked(() => this.firstOpen()),
  });
  protected readonly chosen = computed(() => this.sheets().find(({ id }) => id === this.chosenId()));
  protected readonly most = computed(() => this.cycles.value()?.items[0]?.rules.criteria.scale ?? null);
  protected readonly lede = computed(() => {
    const [first] = this.sheets();
    if (!first) return '';
    return $localize`:@@sheets.lede:${first.raterShortName}:rater: chấm ${this.sheets().length}:count: đơn vị. Hạn ${weekdayInWords(first.due, this.language)}:due:. Không chấm đơn vị mình.`;
  });
  protected readonly onlyWrites = onlyWrites;
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly corrections = signal<readonly Correction[]>([]);
  protected readonly manners = computed<EventManners>(() => {
    const unit = this.chosen()?.unitShortName ?? '';
    return { submit: { icon: 'send', after: $localize`:@@sheets.after:Phiếu chấm ${unit}:unit:. Sau khi gửi không sửa được.` } };
  });
  protected readonly places = computed<Readonly<Record<string, string>>>(() => {
    const first = this.missing()[0];
    const none: Record<string, string> = {};
    return first ? { 'needs-all-items': first.fieldId } : none;
  });
  protected readonly differences = computed(() => {
    const desk = this.deskOf(this.chosenId());
    const newer = desk?.newer();
    if (!desk || !newer) return [];
    const theirs = writingOf(newer);
    return differingItems(desk.writing(), theirs).map((item) => ({
      key: item,
      label: item === REMARK ? this.remarkName(this.chosen()!) : item,
      yours: item === REMARK ? desk.writing().remark : this.points(desk.points[item] ?? null),
      theirs: item === REMARK ? theirs.remark : this.points(theirs.points[item] ?? null),
    }));
  });

  constructor() {
    effect(() => {
      const writable = this.sheets().filter(({ actions }) => actions.some(({ type }) => type === 'edit'));
      if (this.session.me()) untracked(() => this.open(writable));
    });
  }

  ngOnDestroy(): void {
    for (const desk of this.desks().values()) desk.stop();
  }

  /** The desk of a sheet that may be written, or nothing. */
  protected deskOf(id: string): ScoreDesk | null {
    const writes = this.sheets()
      .find((sheet) => sheet.id === id)
      ?.actions.some(({ type }) => type === 'edit');
    return writes ? (this.desks().get(id) ?? null) : null;
  }

  protected pointsOf(sheet: SheetView): Points {
    return this.deskOf(sheet.id)?.points ?? pointsBy(sheet.scores);
  }

  protected selfOf(sheet: SheetView, item: string): string {
    const own = sheet.self.find((score) => score.item === item);
    return own ? $localize`:@@sheets.self:tự chấm ${this.points(own.points)}:points:` : $localize`:@@sheets.noSelf:chưa tự chấm`;
  }

  protected points(value: number | null): string {
    return value === null ? '–' : formatPoints(value, this.language);
  }

  protected sum(part: CriteriaPart, sheet: SheetView): string {
    return this.whole(countedOf(part, this.pointsOf(sheet)));
  }

  protected total(sheet: SheetView): string {
    return this.whole(totalOf(this.parts(), this.pointsOf(sheet)));
  }

  private whole(sum: number | null): string {
    return sum === null ? $localize`:@@scores.incomplete:chưa đủ` : this.points(sum);
  }

  protected progressOf(sheet: SheetView): string {
    const all = this.items().length;
    return $localize`:@@sheets.progress:${all - unansweredOf(this.parts(), this.pointsOf(sheet)).length}:done: trên ${all}:all: tiêu chí`;
  }

  protected remarkName({ unitShortName }: SheetView): string {
    return $localize`:@@sheets.remark:Nhận xét về ${unitShortName}:unit:`;
  }

  protected nameOf(sheet: SheetView, item: CriteriaItem): string {
    return $localize`:@@sheets.cell:${sheet.unitShortName}:unit:, ${item.code}:code: ${item.name}:name:, tối đa ${this.points(item.max)}:max:`;
  }

  protected cell(item: CriteriaItem, column: number): string {
    return cellId({ row: this.items().indexOf(item), column });
  }

  protected follow(event: FocusEvent): void {
    const at = cellOf((event.target as HTMLElement).id);
    const sheet = at ? this.sheets()[at.column] : undefined;
    if (sheet) this.chosenId.set(sheet.id);
  }

  /** Moves by key as in a paper form; the whole text is selected so that typing replaces it. */
  protected move(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    const at = cellOf(field.id);
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const caret = { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0, length: field.value.length };
    const to = cellAfter(event.key, at, { rows: this.items().length, columns: this.sheets().length }, caret);
    if (!to) return;
    event.preventDefault();
    const next = this.document.getElementById(cellId(to)) as HTMLInputElement | null;
    if (next && focusPlace(this.document, `#${cellId(to)}`)) next.select();
  }

  protected async tellMissing(): Promise<void> {
    await this.deskOf(this.chosenId())?.autosave.flush();
    this.corrections.set(this.missing());
    if (this.missing().length === 0) this.list.reload();
  }

  protected async send(pressed: Pressed): Promise<void> {
    const id = this.chosenId();
    this.busy.set(true);
    this.problem.set(null);
    this.corrections.set([]);
    try {
      const desk = this.deskOf(id);
      if (desk && !(await desk.autosave.flush())) return;
      this.seen(await this.api.sendSheet(this.bloc(), id, SheetEvent.parse({ ...pressed, version: this.chosen()!.version })));
      this.chosenId.set(this.firstOpen() || id);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): { fieldId: string; text: string }[] {
    const sheet = this.chosen();
    if (!sheet) return [];
    return unansweredOf(this.parts(), this.pointsOf(sheet)).map((item) => ({
      fieldId: this.cell(item, this.sheets().indexOf(sheet)),
      text: $localize`:@@sheets.missing:${sheet.unitShortName}:unit:, ${item.code}:code:: chưa chấm`,
    }));
  }

  private firstOpen(): string {
    return (this.sheets().find(({ state }) => state === 'draft') ?? this.sheets()[0])?.id ?? '';
  }

  private open(sheets: readonly SheetView[]): void {
    const added = sheets.filter(({ id }) => !this.desks().has(id)).map((sheet) => [sheet.id, this.deskFor(sheet)] as const);
    if (added.length > 0) this.desks.update((desks) => new Map([...desks, ...added]));
  }

  private deskFor(sheet: SheetView): ScoreDesk {
    const [bloc, { id }] = [this.bloc(), sheet];
    return new ScoreDesk(sheet, {
      kept: keptDraft(this.session.me()!.personId, inBloc(bloc, 'sheets', id), ScoreWriting),
      newest: async () => this.seen(await this.api.newestSheet(bloc, id)),
      save: async (version, writing) =>
        this.seen(
          await this.api.saveSheet(bloc, id, {
            version,
            note: writing.remark,
            scores: scoresOf(writing).map(({ item, points }) => ({ item, points })),
          }),
        ),
    });
  }

  private seen(sheet: SheetView): SheetView {
    this.list.update((page) => page && { ...page, items: page.items.map((item) => (item.id === sheet.id ? sheet : item)) });
    return sheet;
  }
}
