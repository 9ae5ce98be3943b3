import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { owingReason } from '@thidua/workflows/nomination/meeting';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import { inBloc } from '../platform/addresses.js';
import { liveRecord } from '../platform/fresh.js';
import { keptDraft } from '../platform/kept-draft.js';
import { PageTitle } from '../platform/page-title.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { candidatesOf } from '../ranking/ladder.js';
import { RankLadder } from '../ranking/rank-ladder.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { HistoryList } from '../ui/history-list.js';
import { RecusalList } from '../ui/recusal-list.js';
import { Region } from '../ui/region.js';
import { SelectField } from '../ui/select-field.js';
import { StateTag } from '../ui/state-tag.js';
import { TextField } from '../ui/text-field.js';
import { EMPTY_NOTES, eventOf, faultsOf, MeetingNotes, NO_HANDS, unexplained, type Hands } from './meeting-notes.js';
import { RoundApi } from './round.api.js';

/** One round of the meeting (S21): candidates with their reasons, attendance, consent or a show of hands, ties, the decision. */
@Component({
  selector: 'app-round-page',
  imports: [
    Crumbs,
    DoneNote,
    EmptyState,
    ErrorSummary,
    EventButtons,
    HistoryList,
    RankLadder,
    RecusalList,
    Region,
    SelectField,
    StateTag,
    TextField,
  ],
  templateUrl: './round.page.html',
  styles: `
    .attendance {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
      gap: var(--td-space-2);
    }
  `,
})
export class RoundPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(RoundApi);
  private readonly session = inject(Session);
  private opened = '';
  protected readonly listName = $localize`:@@rounds.title:Bình xét, suy tôn`;
  protected readonly record = liveRecord(this.api.one(this.bloc, this.id), () => this.history.reload());
  protected readonly history = this.api.history(this.bloc, this.id);
  /** Those that decide on this title: the members but those that declined. */
  protected readonly members = computed(() => this.record.value()?.electors ?? []);
  protected readonly recusals = computed(
    () => this.record.value()?.recusals.map(({ unitShortName, reason }) => ({ text: unitShortName, reason })) ?? [],
  );
  /** Nobody decides again where nobody declined: there is no button for it. */
  protected readonly actions = computed(
    () => this.record.value()?.actions.filter(({ type }) => type !== 'readmit' || this.recusals().length > 0) ?? [],
  );
  /** The unit that declines, chosen before the reason is given. */
  protected readonly declining = signal('');
  protected readonly electors = computed(() => this.options(this.members()));
  /** The unit that decides again, chosen before the reason is given. */
  protected readonly returning = signal('');
  protected readonly declinedUnits = computed(() => this.options(this.record.value()?.recusals ?? []));
  /** What is noted in the meeting, kept on this device until it is sent. */
  protected readonly notes = signal<MeetingNotes>(EMPTY_NOTES);
  /** Those chosen who must say why. */
  protected readonly owing = computed(() => new Set(this.record.value() ? owingReason(this.record.value()!, this.notes().chosen) : []));
  /** What is wrong with the notes: a sentence for each field. */
  protected readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly corrections = computed(() => [...this.faults()].map(([fieldId, text]) => ({ fieldId, text })));
  protected readonly done = signal<string | null>(null);
  protected readonly candidates = computed(() => (this.record.value() ? candidatesOf(this.record.value()!) : []));
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly due = computed(() => this.possible());
  /** Those among whom the meeting chooses now. */
  protected readonly choices = computed(() => {
    const candidates = this.record.value()?.candidates ?? [];
    return candidates.filter(({ eligible, tied }) => (this.due().has('settle') ? tied : eligible));
  });
  protected readonly counts = computed(() => this.due().has('count') || (this.due().has('settle') && this.notes().method === 'run-off'));
  protected readonly lede = computed(() => {
    const view = this.record.value();
    if (!view) return '';
    return $localize`:@@round.lede:Số suất ${view.seats}:seats:, còn ${view.seatsOpen}:free:. Cần ${view.quorum}:quorum: trên ${view.members}:members: đơn vị dự họp.`;
  });
  protected readonly present = computed(
    () => $localize`:@@round.present:Có mặt ${this.notes().attendance.length}:present: trên ${this.members().length}:members: đơn vị.`,
  );
  protected readonly chosenWords = computed(
    () => $localize`:@@round.chosen:Đã chọn ${this.notes().chosen.length}:chosen: trên ${this.record.value()?.seats ?? 0}:seats:.`,
  );
  protected readonly methods = [
    { value: 'lot', name: $localize`:@@round.lot:Bốc thăm` },
    { value: 'run-off', name: $localize`:@@round.runOff:Bỏ phiếu lại` },
    { value: 'leave-open', name: $localize`:@@round.leaveOpen:Để trống suất` },
  ];
  protected readonly sides = [
    { key: 'yes', name: $localize`:@@round.yes:Tán thành` },
    { key: 'no', name: $localize`:@@round.no:Không tán thành` },
    { key: 'abstain', name: $localize`:@@round.abstain:Không ý kiến` },
  ] as const;
  protected readonly manners: EventManners = {
    open: { icon: 'how_to_vote', after: $localize`:@@round.openAfter:Danh sách, số suất và quy tắc được khóa đến khi kết thúc.` },
    consent: { icon: 'check', final: true, after: $localize`:@@round.decideAfter:Kết quả ghi vào biên bản, không sửa được.` },
    count: { icon: 'check', final: true, after: $localize`:@@round.decideAfter:Kết quả ghi vào biên bản, không sửa được.` },
    settle: { icon: 'check', reason: { least: 10 } },
    recuse: {
      quiet: true,
      icon: 'block',
      reason: {
        least: 10,
        hint: $localize`:@@round.recuseHint:Ít nhất 10 ký tự. Ghi vào biên bản; đơn vị không tính là có mặt, số đơn vị phải có mặt giữ nguyên.`,
      },
    },
    readmit: {
      quiet: true,
      icon: 'undo',
      reason: { least: 10, hint: $localize`:@@round.readmitHint:Ít nhất 10 ký tự. Chỉ làm được trước khi ghi kết quả.` },
    },
  };

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.title.name ?? null));
    effect(() => {
      if (this.record.value()?.id === this.id()) untracked(() => this.resume(this.id()));
    });
  }

  /** Takes up what was noted and not sent, once for each round that is opened. */
  private resume(id: string): void {
    if (this.opened === id) return;
    this.opened = id;
    this.notes.set(this.kept()?.read()?.draft ?? EMPTY_NOTES);
  }

  private kept() {
    const me = this.session.me();
    return me ? keptDraft(me.personId, inBloc(this.bloc(), 'rounds', this.id(), 'meeting'), MeetingNotes) : null;
  }

  private note(change: (notes: MeetingNotes) => MeetingNotes): void {
    this.notes.update(change);
    const version = this.record.value()?.version;
    if (version !== undefined) this.kept()?.keep({ version, draft: this.notes() });
  }

  protected method({ nomination }: RoundView): string {
    const { p, q, strict } = nomination.threshold;
    if (nomination.method === 'consent') return $localize`:@@round.byConsent:Cách bình xét: hội nghị thống nhất suy tôn.`;
    return strict
      ? $localize`:@@round.byHandsOver:Cách bình xét: giơ tay, cần quá ${p}:part:/${q}:whole:.`
      : $localize`:@@round.byHands:Cách bình xét: giơ tay, cần từ ${p}:part:/${q}:whole: trở lên.`;
  }

  protected presentNames({ attendance }: RoundView): string {
    return attendance.map(({ unitShortName }) => unitShortName).join(', ');
  }

  protected doneHeading(event: string): string {
    const title = this.record.value()?.title.shortName ?? '';
    if (event === 'recuse') return $localize`:@@round.doneRecuse:Đã ghi đơn vị xin không bình xét ${title}:title:`;
    if (event === 'readmit') return $localize`:@@round.doneReadmit:Đã ghi đơn vị bình xét trở lại ${title}:title:`;
    return event === 'open'
      ? $localize`:@@round.doneOpen:Đã mở bình xét ${title}:title:`
      : $localize`:@@round.doneDecided:Đã ghi kết quả bình xét ${title}:title:`;
  }

  protected mark(list: 'attendance' | 'chosen', unitId: string, marked: boolean): void {
    this.note((notes) => ({ ...notes, [list]: [...notes[list].filter((id) => id !== unitId), ...(marked ? [unitId] : [])] }));
  }

  protected explain(unitId: string, reason: string): void {
    this.note((notes) => ({ ...notes, reasons: { ...notes.reasons, [unitId]: reason } }));
  }

  protected settleBy(method: string): void {
    this.note((notes) => ({ ...notes, method: method as MeetingNotes['method'] }));
  }

  protected handsOf(unitId: string, side: keyof Hands): string {
    return String((this.notes().hands[unitId] ?? NO_HANDS)[side]);
  }

  /** A count is whole; what is no number is kept as such and refused by the event's shape. */
  protected count(unitId: string, side: keyof Hands, typed: string): void {
    const number = typed.trim() === '' ? Number.NaN : Number(typed);
    this.note((notes) => ({
      ...notes,
      hands: { ...notes.hands, [unitId]: { ...(notes.hands[unitId] ?? NO_HANDS), [side]: number } },
    }));
  }

  protected async send(pressed: Pressed): Promise<void> {
    const event = eventOf(pressed, this.record.value()!, this.notes(), {
      recuse: this.declining(),
      readmit: this.returning(),
    });
    this.faults.set(
      new Map([
        ...(event.success ? [] : faultsOf(event.error.issues, this.listed(pressed.type), pressed.type)),
        ...this.owed(pressed.type),
      ]),
    );
    if (!event.success || this.faults().size > 0) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.record.set(await this.api.send(this.bloc(), this.id(), event.data));
      if (pressed.type === 'recuse') this.declined();
      else if (pressed.type === 'readmit') this.returning.set('');
      else this.forget();
      this.done.set(pressed.type);
      this.history.reload();
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private options(units: readonly { readonly unitId: string; readonly unitShortName: string }[]) {
    return [
      { value: '', name: $localize`:@@round.chooseUnit:Chọn đơn vị` },
      ...units.map(({ unitId, unitShortName }) => ({ value: unitId, name: unitShortName })),
    ];
  }

  private forget(): void {
    this.kept()?.forget();
    this.notes.set(EMPTY_NOTES);
  }

  /** Whoever declined is not present for this title; the rest of the notes stays. */
  private declined(): void {
    this.mark('attendance', this.declining(), false);
    this.declining.set('');
  }

  /** A sentence for each unit that a consent would name and that must say why, and does not. */
  private owed(event: string): [string, string][] {
    const view = this.record.value();
    if (event !== 'consent' || !view) return [];
    const names = new Map(view.candidates.map(({ unitId, unitShortName }) => [unitId, unitShortName]));
    return unexplained(view, this.notes()).map((unitId) => [
      `reason-${unitId}`,
      $localize`:@@round.owesReason:${names.get(unitId) ?? ''}:unit:: ghi lý do khác thứ hạng hoặc khác danh hiệu đăng ký.`,
    ]);
  }

  /** Those whom an event names, in its order: the meeting agrees on the chosen ones, and votes on all. */
  private listed(event: string) {
    return this.choices().filter(({ unitId }) => event !== 'consent' || this.notes().chosen.includes(unitId));
  }

  private possible(): ReadonlySet<string> {
    return new Set(this.record.value()?.actions.flatMap(({ type, needs }) => (needs.length === 0 ? [type] : [])));
  }
}
