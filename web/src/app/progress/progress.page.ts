import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { StepProgress } from '@thidua/workflows/progress/progress.schema';
import { weekdayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { problemOf } from '../platform/problem.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { PrintButton } from '../ui/print-button.js';
import { Region } from '../ui/region.js';
import { WorkProgress } from '../ui/work-progress.js';
import { GroupBars } from './group-bars.js';
import { ProgressApi } from './progress.api.js';
import { ProgressTable, type Reminding } from './progress-table.js';

/** From so many days before the last one all who have not sent are reminded at one press; before, one by one. */
const PRESSING_DAYS = 14;

/** Where the bloc stands (S7, S11): each unit at each step, with days left; whoever may, reminds those who have not sent. */
@Component({
  selector: 'app-progress-page',
  imports: [Crumbs, EmptyState, GroupBars, MatButton, PrintButton, ProgressTable, Region, WorkProgress],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@progress.heading">Tiến độ của Khối</h1>
        @if (list.hasValue()) {
          <p class="lede" i18n="@@progress.lede">Từng đơn vị đang ở bước nào, chờ ai và còn bao nhiêu ngày.</p>
        }
      </div>
      @if (list.value()?.rows?.length) {
        <app-print-button />
      }
    </div>
    @if (reminding(); as way) {
      <app-work-progress class="said" fieldId="reminding" [label]="sending" [done]="way.done" [of]="way.of" />
    }
    <p role="status" class="said" [class.note]="said()">{{ said() }}</p>
    <app-region [of]="list" [lines]="10">
      @if (list.value(); as read) {
        @if (read.rows.length > 0) {
          @if (summed().length > 0) {
            <section aria-labelledby="sums">
              <h2 id="sums" i18n="@@progress.sums">Tổng hợp theo bước</h2>
              @if (reminds()) {
                <p class="hint no-print" i18n="@@progress.pressing">
                  Từ {{ pressing }} ngày trước hạn, nhắc được mọi đơn vị chưa gửi bằng một lần bấm; mỗi đơn vị nhận một thư mỗi ngày.
                </p>
              }
              <ul class="sums">
                @for (step of summed(); track step.step) {
                  <li class="card pad">
                    <h3>{{ step.name }}</h3>
                    <p>{{ step.words }}.</p>
                    <p class="hint" i18n="@@progress.due">
                      Hạn
                      {{
                        day(step.due) // i18n(ph="due")
                      }}
                    </p>
                    <app-group-bars [groups]="step.groups" />
                    @if (owing(step); as units) {
                      @if (units.length > 0) {
                        <button
                          type="button"
                          class="no-print"
                          matButton="outlined"
                          disabledInteractive
                          [aria-disabled]="busy()"
                          (click)="remind(units)"
                        >
                          <span i18n="@@progress.remindAll"
                            >Nhắc đơn vị chưa gửi<span class="vh">: {{ step.name }}, {{ units.length }}</span></span
                          >
                        </button>
                      }
                    }
                  </li>
                }
              </ul>
            </section>
          }
          <div class="card">
            <app-progress-table [progress]="read" [spot]="spot()" [busy]="busy()" (remind)="remind([$event])" />
          </div>
          @if (summed().length === 0) {
            <p class="hint section" i18n="@@progress.noSums">Số tổng hợp chỉ hiện khi ông/bà được xem mọi đơn vị của nhóm.</p>
          }
        } @else {
          <app-empty-state i18n="@@progress.empty"
            >Chưa có bước nào mà ông/bà được xem ở đây: năm chưa mở, hoặc hồ sơ chưa được gửi.</app-empty-state
          >
        }
      }
    </app-region>
  `,
  styles: `
    .said:not(:empty) {
      margin-bottom: var(--td-space-4);
    }
    section {
      margin-bottom: var(--td-space-5);
    }
    section > :is(h2, .hint) {
      margin-bottom: var(--td-space-3);
    }
    .sums {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: var(--td-space-3);
    }
    .sums button {
      margin-top: var(--td-space-2);
    }
  `,
})
export class ProgressPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly api = inject(ProgressApi);
  private readonly language = inject(LANGUAGE);
  protected readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly list = this.api.of(this.spot);
  protected readonly summed = computed(() => this.list.value()?.steps.filter(({ words }) => words !== null) ?? []);
  protected readonly busy = signal(false);
  /** How many of several reminders have gone. */
  protected readonly reminding = signal<{ readonly done: number; readonly of: number } | null>(null);
  protected readonly sending = $localize`:@@progress.sending:Đang gửi thư nhắc`;
  /** What became of the last reminder. */
  protected readonly said = signal('');
  protected readonly day = (day: string) => weekdayInWords(day, this.language);

  protected readonly pressing = PRESSING_DAYS;
  /** Whether the reader is one who may remind at all. */
  protected readonly reminds = computed(
    () => this.list.value()?.rows.some(({ cells }) => cells.some(({ remind }) => remind !== null)) ?? false,
  );

  /** The units that can be reminded of a step that is late or due soon. */
  protected owing({ step }: StepProgress): Reminding[] {
    const rows = this.list.value()?.rows ?? [];
    return rows.flatMap(({ unitShortName, cells }) =>
      cells
        .filter((cell) => cell.step === step && (cell.daysLeft ?? 0) <= PRESSING_DAYS && cell.remind?.needs.length === 0)
        .map((cell) => ({ unit: unitShortName, cell })),
    );
  }

  /** One after the other; whoever could not be reminded is named with the reason. The focus stays where it was. */
  protected async remind(units: readonly Reminding[]): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const failed: string[] = [];
    for (const [done, { unit, cell }] of units.entries()) {
      if (units.length > 1) this.reminding.set({ done, of: units.length });
      try {
        await this.api.remind(this.bloc(), cell);
      } catch (error) {
        failed.push(`${unit}: ${problemOf(error).detail}`);
      }
    }
    this.reminding.set(null);
    this.said.set(saidOf(units, failed));
    this.list.reload();
    this.busy.set(false);
  }
}

function saidOf(units: readonly Reminding[], failed: readonly string[]): string {
  const sent = units.length - failed.length;
  const alone = units.length === 1 ? units[0]!.unit : '';
  const done = alone
    ? $localize`:@@progress.saidOne:Đã gửi thư nhắc ${alone}:unit:.`
    : $localize`:@@progress.saidMany:Đã gửi thư nhắc ${sent}:sent: đơn vị.`;
  const not = $localize`:@@progress.saidNot:Chưa nhắc được ${failed.join('; ')}:units:`;
  return [...(sent > 0 ? [done] : []), ...(failed.length > 0 ? [not] : [])].join(' ');
}
