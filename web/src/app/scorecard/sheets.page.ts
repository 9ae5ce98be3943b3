import { Component, computed, effect, inject, input, linkedSignal, signal, untracked, type OnDestroy } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { formatPoints } from '@thidua/workflows/centipoints';
import { SheetEvent, type SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { CycleApi } from '../cycle/cycle.api.js';
import { Announcer } from '../platform/announcer.js';
import { dayInWords, instantInWords, weekdayInWords } from '../platform/dates.js';
import { liveRecords } from '../platform/fresh.js';
import { justDone } from '../platform/just-done.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { AreaField } from '../ui/area-field.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import { onlyWrites, type EventManners, type Pressed } from '../ui/event-choice.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { StaleRegion } from '../ui/stale-region.js';
import type { Look } from '../ui/state-looks.js';
import { StateTag } from '../ui/state-tag.js';
import { partsOf } from './criteria-rows.js';
import { DeskStatus } from './desk-status.js';
import { differingItems, REMARK, writingOf } from './score-desk.js';
import { ScorecardApi } from './scorecard.api.js';
import { SheetDesks } from './sheet-desks.js';
import { SheetGrid } from './sheet-grid.js';
import { correctionsOf, decliningManners, sheetStep, unsentWords } from './sheet-words.js';

/** Peer scoring (S17): what the reader's unit gives its peers, sealed until all are in. A sheet that was sent stays in view; the next is taken up by choice. */
@Component({
  selector: 'app-sheets-page',
  imports: [
    AreaField,
    Crumbs,
    DeskStatus,
    DoneNote,
    EmptyState,
    ErrorSummary,
    EventButtons,
    Icon,
    MatButton,
    Region,
    RouterLink,
    SheetGrid,
    StaleRegion,
    StateTag,
  ],
  templateUrl: './sheets.page.html',
  styleUrl: './sheets.page.scss',
})
export class SheetsPage implements OnDestroy {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  /** The sheet that the address names; without one the first that is not sent. */
  readonly sheet = input<string>();
  private readonly api = inject(ScorecardApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(LANGUAGE);
  private readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly list = liveRecords(this.api.sheets(this.spot));
  protected readonly cycles = inject(CycleApi).ofYear(this.spot);
  private readonly criteria = computed(() => this.cycles.value()?.items[0]?.rules.criteria);
  protected readonly parts = computed(() => (this.criteria() ? partsOf(this.criteria()!) : []));
  protected readonly scale = computed(() => this.criteria()?.scale ?? null);
  protected readonly sheets = computed(() => this.list.value()?.items ?? []);
  protected readonly desks = new SheetDesks({
    api: this.api,
    bloc: this.bloc,
    personId: () => this.session.me()?.personId,
    sheets: this.sheets,
    parts: this.parts,
    seen: (sheet) => this.seen(sheet),
  });
  protected readonly chosenId = linkedSignal<{ sheets: readonly SheetView[]; asked: string | undefined }, string>({
    source: () => ({ sheets: this.sheets(), asked: this.sheet() }),
    computation: ({ sheets, asked }, before) => {
      if (before?.value && before.source.asked === asked) return before.value;
      return sheets.some(({ id }) => id === asked) ? asked! : untracked(() => this.firstOpen());
    },
  });
  protected readonly chosen = computed(() => this.sheets().find(({ id }) => id === this.chosenId()));
  protected readonly desk = computed(() => this.desks.of(this.chosen()));
  /** The sheet that was sent just now, as long as it is the one that is looked at. */
  protected readonly sentId = justDone(this.router.currentNavigation());
  protected readonly sent = computed(() => {
    const sheet = this.chosen();
    return sheet?.state === 'submitted' && sheet.id === this.sentId ? sheet : null;
  });
  protected readonly nextToSend = computed(() =>
    this.sheets().find(({ state, taken, self }) => state === 'draft' && taken && self.length > 0),
  );
  protected readonly closed = computed(() => unsentWords(this.sheets(), this.language));
  protected readonly lede = computed(() => {
    const [first] = this.sheets();
    if (!first) return '';
    return $localize`:@@sheets.lede:${first.raterShortName}:rater: chấm ${this.sheets().filter(({ state }) => state !== 'recused').length}:count: đơn vị. Hạn ${weekdayInWords(first.due, this.language)}:due:. Không chấm đơn vị mình.`;
  });
  protected readonly onlyWrites = onlyWrites;
  protected readonly busy = signal(false);
  /** Why declining, or taking up again, was refused. */
  protected readonly problem = linkedSignal<string, unknown>({ source: this.chosenId, computation: () => null });
  protected readonly corrections = signal<readonly Correction[]>([]);
  protected readonly manners = computed<EventManners>(() => {
    const unit = this.chosen()?.unitShortName ?? '';
    const after = $localize`:@@sheets.after:Phiếu chấm ${unit}:unit:. Sau khi gửi không sửa được.`;
    return { submit: { icon: 'send', asks: true, after }, ...decliningManners() };
  });
  protected readonly places = computed<Readonly<Record<string, string>>>(() => {
    const first = this.missing()[0]?.fieldId;
    return { 'needs-all-items': first ?? 'cell-0-0' };
  });
  protected readonly differences = computed(() => {
    const desk = this.desk();
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
    effect(() => this.desks.open());
    effect(() => {
      const sent = this.sent();
      if (sent) untracked(() => this.announcer.say(this.sentHeading(sent)));
    });
  }

  ngOnDestroy(): void {
    this.desks.stop();
  }

  protected stepOf(sheet: SheetView): string {
    return sheetStep(sheet, this.language);
  }

  protected lookOf({ state, taken }: SheetView): Look {
    if (state !== 'draft') return state === 'submitted' ? 'done' : 'waiting';
    return taken ? 'draft' : 'late';
  }

  protected progressOf(sheet: SheetView): string {
    if (sheet.state === 'recused') return '';
    const { done, all } = this.desks.progressOf(sheet);
    return $localize`:@@sheets.progress:${done}:done: trên ${all}:all: tiêu chí`;
  }

  protected unsavedOf(sheet: SheetView): string {
    return this.desks.of(sheet)?.unsaved().join(', ') ?? '';
  }

  protected remarkName({ unitShortName }: SheetView): string {
    return $localize`:@@sheets.remark:Nhận xét về ${unitShortName}:unit:`;
  }

  protected sentHeading({ unitShortName }: SheetView): string {
    return $localize`:@@sheets.sent:Đã gửi phiếu chấm ${unitShortName}:unit:`;
  }

  protected sentWords({ submittedAt, due }: SheetView): string {
    const at = submittedAt ? instantInWords(submittedAt, this.language) : '';
    return $localize`:@@sheets.sentWords:Nhận lúc ${at}:at:. Niêm phong đến khi mọi đơn vị chấm chéo nhau đã gửi phiếu, chậm nhất hết ngày ${dayInWords(due, this.language)}:due:.`;
  }

  protected addressOf(sheet: SheetView): string[] {
    return ['/', this.bloc(), this.year(), 'scorecards', 'peer', sheet.id];
  }

  /** Declining, or taking up again, is asked here; what was written is on the server before. */
  protected async send({ type, reason }: Pressed): Promise<void> {
    const { id } = this.chosen()!;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.desk()?.autosave.flush();
      const event = SheetEvent.parse({ type, version: this.chosen()!.version, ...(reason ? { reason } : {}) });
      this.seen(await this.api.sendSheet(this.bloc(), id, event));
      this.desks.drop(id);
      this.announcer.say(this.stepOf(this.chosen()!));
    } catch (error) {
      this.problem.set(error);
      this.list.reload();
    } finally {
      this.busy.set(false);
    }
  }

  /** Once everything is on the server and nothing is missing, sending asks on a page of its own; else each fault is named. */
  protected async ask(): Promise<void> {
    const sheet = this.chosen();
    if (!sheet || this.busy()) return;
    this.busy.set(true);
    try {
      const saved = (await this.desk()?.autosave.flush()) ?? true;
      this.corrections.set(this.missing());
      if (saved && this.corrections().length === 0) await this.router.navigate([...this.addressOf(sheet), 'submit']);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): Correction[] {
    const sheet = this.chosen();
    return sheet ? correctionsOf(sheet, this.sheets().indexOf(sheet), this.desks, this.parts(), this.language) : [];
  }

  private points(value: number | null): string {
    return value === null ? '–' : formatPoints(value, this.language);
  }

  private firstOpen(): string {
    return (this.sheets().find(({ state }) => state === 'draft') ?? this.sheets()[0])?.id ?? '';
  }

  /** One sheet's day is the day of all: when it is over, the whole list says so. */
  private seen(sheet: SheetView): void {
    const ended = !sheet.taken && this.sheets().some(({ id, taken }) => id === sheet.id && taken);
    this.list.update((page) => page && { ...page, items: page.items.map((item) => (item.id === sheet.id ? sheet : item)) });
    if (ended) this.list.reload();
  }
}
