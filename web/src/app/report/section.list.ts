import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SECTION_WORDS, type SectionView } from '@thidua/workflows/report/section.schema';
import { stateName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { RegistrationApi } from '../registration/registration.api.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListFilters, setInWords } from '../ui/list-filters.js';
import { byGroup, byState, narrowedBy } from '../ui/narrowing.js';
import { PictureView } from '../ui/picture/picture.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { ReportApi } from './report.api.js';
import { SectionApi } from './section.api.js';
import { targetsPicture, toldOf } from './targets-picture.js';

/** The sections of the report (S24): every unit that the reader may see, where its section stands, how long it is. The filter stands in the address. */
@Component({
  selector: 'app-section-list',
  imports: [Cell, Crumbs, DataTable, EmptyState, ListFilters, PictureView, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@sections.title">Phần báo cáo của các đơn vị</h1>
        @if (lede(); as words) {
          <p class="lede">{{ words }}</p>
        }
      </div>
    </div>
    <app-region [of]="list" [also]="[reports, registrations]" [lines]="8">
      @if (list.value(); as read) {
        @if (report(); as whole) {
          <p class="note quiet whole">
            <span class="line">
              <a [routerLink]="['/', bloc(), year(), 'report']" i18n="@@sections.whole"
                >Báo cáo tổng kết năm
                {{
                  year() // i18n(ph="year")
                }}</a
              >
              <app-state-tag kind="Report" [state]="whole.state" />
            </span>
          </p>
        }
        <div class="card">
          @if (read.length > 1) {
            <app-list-filters [filters]="filters()" [shown]="shown().length" [all]="read.length" i18n="@@sections.parts"
              >phần</app-list-filters
            >
          }
          @if (shown().length > 0) {
            <app-data-table
              i18n-caption="@@sections.caption"
              caption="Phần báo cáo của các đơn vị"
              tools="sections"
              [columns]="columns"
              [rows]="shown()"
            >
              <ng-template appCell="unit" let-row>
                <a [routerLink]="[rowOf(row).id]">{{ rowOf(row).number }} {{ rowOf(row).unitShortName }}</a>
              </ng-template>
              <ng-template appCell="group" let-row>{{ rowOf(row).groupNumber ?? '–' }}</ng-template>
              <ng-template appCell="state" let-row><app-state-tag kind="Section" [state]="rowOf(row).state" /></ng-template>
              <ng-template appCell="words" let-row>
                <span [class.off]="outside(rowOf(row))"
                  >{{ rowOf(row).words }}
                  @if (outside(rowOf(row))) {
                    <span class="vh" i18n="@@sections.outside">, ngoài khoảng nên có</span>
                  }
                </span>
              </ng-template>
              <ng-template appCell="figures" let-row
                ><span>{{ rowOf(row).indicators.length }}</span></ng-template
              >
              <ng-template appCell="due" let-row
                ><span>{{ day(rowOf(row).due) }}</span></ng-template
              >
            </app-data-table>
          } @else if (read.length > 0) {
            <app-empty-state i18n="@@sections.filtered"
              >Không có phần nào khớp bộ lọc ({{
                narrowed()  // i18n(ph="filters")
              }}). Xóa bộ lọc để xem tất cả.</app-empty-state
            >
          } @else {
            <app-empty-state i18n="@@sections.empty"
              >Chưa có phần báo cáo nào: danh sách đăng ký chưa tổng hợp, hoặc ông/bà chưa được xem.</app-empty-state
            >
          }
        </div>
        @if (picture(); as drawn) {
          <app-picture class="section" id="targets" [picture]="drawn" />
        }
      }
    </app-region>
  `,
  styles: `
    .whole {
      margin-bottom: var(--td-space-4);
    }
    .off {
      color: var(--td-warn);
      font-weight: 600;
    }
  `,
})
export class SectionList {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly group = input<string>();
  readonly state = input<string>();
  private readonly language = inject(LANGUAGE);
  private readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly list = liveList(inject(SectionApi).list(this.spot));
  protected readonly reports = inject(ReportApi).list(this.spot);
  private readonly rights = inject(Session).rights;
  /** What the units registered, for whoever may read it. */
  protected readonly registrations = inject(RegistrationApi).list(() => (this.rights().can('read', 'Registration') ? this.spot() : null));
  /** How far the units in the list have come, once anything is told: one unit alone is compared with nobody. */
  protected readonly picture = computed(() => {
    const told = toldOf(this.shown(), this.registrations.value() ?? []);
    return told.length > 1 && told.some(({ reached, below }) => reached + below > 0)
      ? targetsPicture(told, Number(this.year()), this.language)
      : null;
  });
  /** The report, for those who may read it. */
  protected readonly report = computed(() => (this.reports.hasValue() ? this.reports.value()?.[0] : undefined));
  protected readonly columns: readonly Column<SectionView>[] = [
    { key: 'unit', name: $localize`:@@sections.unit:Đơn vị`, value: ({ number, unitShortName }) => `${number} ${unitShortName}` },
    { key: 'group', name: $localize`:@@sections.group:Nhóm`, value: ({ groupNumber }) => groupNumber },
    { key: 'state', name: $localize`:@@sections.state:Tình trạng`, value: ({ state }) => this.stateOf(state) },
    { key: 'words', name: $localize`:@@sections.words:Số từ`, figures: true },
    { key: 'figures', name: $localize`:@@sections.figures:Số liệu`, figures: true, value: ({ indicators }) => indicators.length },
    { key: 'due', name: $localize`:@@sections.due:Hạn gửi`, value: ({ due }) => this.day(due) },
  ];
  private readonly items = computed(() => this.list.value() ?? []);
  protected readonly filters = computed(() => [
    byGroup(this.items(), this.group()),
    byState(this.items(), this.state(), 'Section', this.language),
  ]);
  protected readonly narrowed = computed(() => setInWords(this.filters()));
  protected readonly shown = computed(() => narrowedBy(this.items(), this.filters()));
  protected readonly lede = computed(() => {
    const [first] = this.items();
    if (!first) return '';
    const due = dayInWords(first.due, this.language);
    if (this.items().length === 1) return $localize`:@@sections.ledeOne:Hạn gửi ${due}:due:.`;
    const accepted = this.items().filter(({ state }) => state === 'accepted').length;
    return $localize`:@@sections.lede:${accepted}:accepted: trên ${this.items().length}:all: phần đã nhận vào báo cáo. Hạn gửi ${due}:due:.`;
  });

  /** A template's variable has no type of its own. */
  protected readonly rowOf = (row: SectionView) => row;
  protected readonly day = (day: string) => dayInWords(day, this.language);
  protected readonly outside = ({ words }: SectionView) => words > 0 && (words < SECTION_WORDS.least || words > SECTION_WORDS.most);

  private readonly stateOf = (state: string): string => stateName('Section', state, this.language);
}
