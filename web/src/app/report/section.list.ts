import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SECTION_WORDS, type SectionView } from '@thidua/workflows/report/section.schema';
import { stateName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { SelectField } from '../ui/select-field.js';
import { StateTag } from '../ui/state-tag.js';
import { ReportApi } from './report.api.js';
import { SectionApi } from './section.api.js';

/** The sections of the report (S24): every unit that the reader may see, where its section stands, how long it is. The filter stands in the address. */
@Component({
  selector: 'app-section-list',
  imports: [Cell, Crumbs, DataTable, EmptyState, Region, RouterLink, SelectField, StateTag],
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
    <app-region [of]="list" [also]="reports" [lines]="8">
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
            <div class="filters pad">
              <app-select-field
                fieldId="filter-state"
                i18n-label="@@sections.state"
                label="Tình trạng"
                [options]="stateOptions()"
                [value]="state() ?? ''"
                (valueChange)="filter($event)"
              />
              <p role="status" class="hint" i18n="@@sections.count">
                {{
                  shown().length // i18n(ph="shown")
                }}
                trên
                {{
                  read.length // i18n(ph="all")
                }}
                phần
              </p>
            </div>
          }
          @if (shown().length > 0) {
            <app-data-table i18n-caption="@@sections.caption" caption="Phần báo cáo của các đơn vị" [columns]="columns" [rows]="shown()">
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
            <app-empty-state i18n="@@sections.filtered">Không có phần nào ở tình trạng này. Chọn “Tất cả”.</app-empty-state>
          } @else {
            <app-empty-state i18n="@@sections.empty"
              >Chưa có phần báo cáo nào: danh sách đăng ký chưa tổng hợp, hoặc ông/bà chưa được xem.</app-empty-state
            >
          }
        </div>
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
  readonly state = input<string>();
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  private readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly list = liveList(inject(SectionApi).list(this.spot));
  protected readonly reports = inject(ReportApi).list(this.spot);
  /** The report, for those who may read it. */
  protected readonly report = computed(() => (this.reports.hasValue() ? this.reports.value()?.[0] : undefined));
  protected readonly columns: readonly Column[] = [
    { key: 'unit', name: $localize`:@@sections.unit:Đơn vị` },
    { key: 'group', name: $localize`:@@sections.group:Nhóm` },
    { key: 'state', name: $localize`:@@sections.state:Tình trạng` },
    { key: 'words', name: $localize`:@@sections.words:Số từ`, figures: true },
    { key: 'figures', name: $localize`:@@sections.figures:Số liệu`, figures: true },
    { key: 'due', name: $localize`:@@sections.due:Hạn gửi` },
  ];
  private readonly items = computed(() => this.list.value() ?? []);
  protected readonly shown = computed(() => this.items().filter((item) => !this.state() || item.state === this.state()));
  protected readonly stateOptions = computed(() => [
    { value: '', name: $localize`:@@sections.all:Tất cả` },
    ...[...new Set(this.items().map(({ state }) => state))].map((value) => ({ value, name: stateName('Section', value, this.language) })),
  ]);
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

  protected filter(state: string): void {
    void this.router.navigate([], { queryParams: { state: state || null }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
