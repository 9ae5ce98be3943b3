import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Work } from '@thidua/workflows/work/work.schema';
import { Api } from '../platform/api.js';
import { weekdayInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Where } from '../platform/where.js';
import { BlocGlance } from '../progress/bloc-glance.js';
import { ProgressApi } from '../progress/progress.api.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { YearSteps } from '../ui/year-steps.js';
import { FirstSteps } from './first-steps.js';
import { WorkList } from './work-list.js';

/** The steps at which the unit itself owes something; what others do with its scores is not its work. */
const OWED: readonly string[] = ['registration', 'selfScore', 'sections'];

/** My work (S4): what waits for the reader, what they wait for, where the year stands. */
@Component({
  selector: 'app-work-page',
  imports: [BlocGlance, EmptyState, FirstSteps, MatButton, Region, RouterLink, WorkList, YearSteps],
  template: `
    <div class="page-head">
      <div>
        <h1 i18n="@@work.title">Việc của tôi</h1>
        @if (work.hasValue()) {
          <p class="lede">{{ lede() }}</p>
        }
      </div>
    </div>
    @if (settled() && session.me()?.firstSteps) {
      <app-first-steps />
    }
    @if (where.spot(); as spot) {
      <app-region [of]="work" [lines]="6">
        @if (work.value(); as read) {
          <div class="beside-column">
            <div class="stack">
              <section class="card" aria-labelledby="mine">
                <header>
                  <h2 id="mine" i18n="@@work.mine">Cần ông/bà xử lý</h2>
                  <span class="small muted" i18n="@@work.order">Xếp theo hạn</span>
                </header>
                @if (read.waiting.length > 0) {
                  <app-work-list [items]="read.waiting" [spot]="spot" [mine]="true" />
                } @else {
                  <app-empty-state>
                    <ng-container i18n="@@work.empty">Không có việc nào chờ ông/bà.</ng-container> {{ nextStep() }}
                  </app-empty-state>
                  @if (administers()) {
                    <p class="pad">
                      <a matButton="filled" routerLink="/administration" i18n="@@work.toAdministration">Mở trang Quản trị</a>
                    </p>
                  }
                }
              </section>
              @if (read.others.length > 0) {
                <section class="card" aria-labelledby="others">
                  <header><h2 id="others" i18n="@@work.others">Đang chờ người khác</h2></header>
                  <app-work-list [items]="read.others" [spot]="spot" />
                </section>
              }
            </div>
            @if (read.steps.length > 0) {
              <div class="stack">
                <aside class="card" aria-labelledby="year">
                  <header>
                    <h2 id="year" i18n="@@work.year">
                      Năm thi đua
                      {{
                        spot.year // i18n(ph="year")
                      }}
                    </h2>
                  </header>
                  <app-year-steps [steps]="read.steps" [today]="read.today" [owed]="owed()" />
                </aside>
                @if (progress.value()?.rows?.length !== 0) {
                  <section class="card" aria-labelledby="glance">
                    <header><h2 id="glance" i18n="@@progress.glance">Khối đang ở đâu</h2></header>
                    <app-region class="pad" [of]="progress">
                      @if (progress.value(); as told) {
                        <app-bloc-glance [progress]="told" [spot]="spot" />
                      }
                    </app-region>
                  </section>
                }
              </div>
            }
          </div>
        }
      </app-region>
    } @else if (administers()) {
      <app-empty-state i18n="@@work.administers"
        >Ông/bà không làm việc trong khối thi đua nào có năm đang mở. Đơn vị, người dùng và khối thi đua được lập ở trang Quản
        trị.</app-empty-state
      >
      <p class="pad"><a matButton="filled" routerLink="/administration" i18n="@@work.toAdministration">Mở trang Quản trị</a></p>
    } @else {
      <app-empty-state i18n="@@work.noBloc"
        >Ông/bà chưa thuộc khối thi đua nào có năm đang mở. Hỏi Thư ký Hội đồng hoặc quản trị.</app-empty-state
      >
    }
  `,
})
export class WorkPage {
  protected readonly where = inject(Where);
  private readonly language = inject(LANGUAGE);
  protected readonly session = inject(Session);
  /** Whoever keeps provinces, units and people has work without any bloc. */
  protected readonly administers = computed(() => this.session.rights().can('read', 'Person'));
  protected readonly work = liveList(
    inject(Api).read(() => {
      const spot = this.where.spot();
      return spot ? `/api/blocs/${encodeURIComponent(spot.bloc)}/work?year=${spot.year}` : undefined;
    }, Work),
  );

  /** What is above the list comes with it, so that nothing is pushed down. */
  protected readonly settled = computed(() => !this.where.spot() || this.work.hasValue() || this.work.error() !== undefined);

  /** A part of its own: when it fails, the list of work stays. */
  protected readonly progress = inject(ProgressApi).of(this.where.spot);
  /** What the reader's unit owes at each step; nothing where the reader belongs to no unit of the year, or to several. */
  protected readonly owed = computed(() => {
    const own = this.progress.value()?.rows.filter((row) => row.own) ?? [];
    const cells = own.length === 1 ? own[0]!.cells.filter(({ step }) => OWED.includes(step)) : [];
    return new Map(cells.map(({ step, words }) => [step as string, $localize`:@@work.owed:Đơn vị của ông/bà: ${words}:words:`]));
  });

  protected readonly lede = computed(() => {
    const work = this.work.value();
    if (!work) return '';
    const today = $localize`:@@work.ledeToday:Hôm nay ${weekdayInWords(work.today, this.language)}:today:.`;
    const late = work.waiting.filter((item) => (item.daysLeft ?? 0) < 0).length;
    if (work.waiting.length === 0) return today;
    const count = $localize`:@@work.ledeCount:Có ${work.waiting.length}:count: việc chờ ông/bà.`;
    return late > 0 ? `${count} ${$localize`:@@work.ledeLate:${late}:count: việc đã quá hạn.`} ${today}` : `${count} ${today}`;
  });
  protected readonly nextStep = computed(() => {
    const step = this.work.value()?.steps.find(({ state }) => state === 'current');
    return step
      ? $localize`:@@work.next:Bước hiện tại của Khối: ${step.name}:step:, đến ${weekdayInWords(step.due, this.language)}:due:.`
      : '';
  });
}
