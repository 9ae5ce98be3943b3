import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CycleView, Member } from '@thidua/workflows/cycle/cycle.schema';
import { CycleEvent } from '@thidua/workflows/cycle/cycle.schema';
import { stepsOf } from '@thidua/workflows/work/work';
import { dayInWords } from '../platform/dates.js';
import { liveRecords } from '../platform/fresh.js';
import { focusFragment } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { DoneNote } from '../ui/done-note.js';
import { EmptyState } from '../ui/empty-state.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { HistoryList } from '../ui/history-list.js';
import { Icon } from '../ui/icon.js';
import { PictureView } from '../ui/picture/picture.js';
import { PrintButton } from '../ui/print-button.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { YearSteps } from '../ui/year-steps.js';
import { CriteriaTableView } from './criteria-table.js';
import { CycleApi } from './cycle.api.js';
import { rulesInWords } from './rules-words.js';
import { yearPicture } from './year-picture.js';

/** The year of a bloc (S7, S10): its steps, units, criteria and rules, what in it is invented; the head adopts and closes it. */
@Component({
  selector: 'app-year-page',
  imports: [
    Cell,
    CriteriaTableView,
    Crumbs,
    DataTable,
    DoneNote,
    EmptyState,
    EventButtons,
    HistoryList,
    Icon,
    PictureView,
    PrintButton,
    Region,
    RouterLink,
    StateTag,
    YearSteps,
  ],
  templateUrl: './year.page.html',
})
export class YearPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly api = inject(CycleApi);
  private readonly session = inject(Session);
  private readonly language = inject(LANGUAGE);
  protected readonly list = liveRecords(
    this.api.ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) })),
    () => this.history.reload(),
  );
  protected readonly cycle = computed(() => this.list.value()?.items[0]);
  protected readonly history = this.api.history(this.bloc, () => this.cycle()?.id);
  protected readonly today = computed(() => this.session.me()?.today ?? '');
  protected readonly steps = computed(() => {
    const cycle = this.cycle();
    return cycle && this.today() ? stepsOf(cycle.rules.deadlines, this.today(), this.language) : [];
  });
  protected readonly picture = computed(() => {
    const cycle = this.cycle();
    return cycle && this.today() ? yearPicture(cycle, this.today(), this.language) : null;
  });
  protected readonly rules = computed(() => (this.cycle() ? rulesInWords(this.cycle()!.rules, this.language) : []));
  protected readonly columns: readonly Column[] = [
    { key: 'name', name: $localize`:@@year.unit:Đơn vị` },
    { key: 'groupNumber', name: $localize`:@@year.group:Nhóm` },
    { key: 'duties', name: $localize`:@@year.duties:Vai trò trong Khối` },
  ];
  protected readonly addressesCheckpoints = computed(() => this.session.rights().can('address-checkpoints', 'Bloc'));
  protected readonly busy = signal(false);
  protected readonly done = signal<string | null>(null);
  protected readonly problem = signal<unknown>(null);
  protected readonly manners: EventManners = {
    open: {
      icon: 'check',
      after: $localize`:@@year.openAfter:Quy tắc được khóa cho cả năm; mỗi đơn vị có bản đăng ký để soạn.`,
    },
    compile: {
      icon: 'check',
      after: $localize`:@@registrations.compileAfter:Sau khi tổng hợp, không đơn vị nào sửa đăng ký được nữa; phiếu chấm được lập.`,
    },
    close: {
      icon: 'lock',
      final: true,
      after: $localize`:@@year.closeAfter:Hồ sơ của năm chỉ còn đọc được; muốn sửa phải mở lại năm, có lý do.`,
    },
    reopen: { icon: 'undo', quiet: true, reason: { least: 10 } },
  };

  constructor() {
    focusFragment(() => this.cycle() !== undefined);
  }

  /** A template's variable has no type of its own. */
  protected readonly memberOf = (row: Member) => row;

  protected day(day: string): string {
    return dayInWords(day, this.language);
  }

  protected dutiesOf({ blocRole, leads }: Member): string {
    return [
      blocRole === 'head' ? $localize`:@@year.head:Trưởng Khối` : blocRole === 'deputy' ? $localize`:@@year.deputy:Phó Khối` : null,
      leads ? $localize`:@@year.leads:Trưởng nhóm` : null,
    ]
      .filter((duty) => duty !== null)
      .join(', ');
  }

  protected seatsOf(seats: number): string {
    return $localize`:@@year.seats:Khối được đề nghị ${seats}:seats: đơn vị`;
  }

  protected doneHeading(event: string): string {
    if (event === 'open') return $localize`:@@year.doneOpen:Đã thông qua và mở năm`;
    if (event === 'reopen') return $localize`:@@year.doneReopen:Đã mở lại năm`;
    return event === 'compile' ? $localize`:@@year.doneCompile:Đã tổng hợp danh sách đăng ký` : $localize`:@@year.doneClose:Đã đóng năm`;
  }

  protected async send(cycle: CycleView, pressed: Pressed): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const view = await this.api.send(this.bloc(), cycle.id, CycleEvent.parse({ ...pressed, version: cycle.version }));
      this.list.update((page) => page && { ...page, items: [view] });
      this.done.set(pressed.type);
      this.history.reload();
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.list.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
