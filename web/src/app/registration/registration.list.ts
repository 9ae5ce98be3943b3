import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { stateName } from '@thidua/workflows/words';
import { CycleApi } from '../cycle/cycle.api.js';
import { dayInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { ListFilters, setInWords } from '../ui/list-filters.js';
import { byGroup, byState, narrowedBy, narrowing } from '../ui/narrowing.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { CompileBar } from './compile-bar.js';
import { demandOf, type Demand } from './demand.js';
import { RegistrationApi } from './registration.api.js';

/** The registrations of a year (S11): who aims at what, where each stands, demand beside quota. Filters stand in the address. */
@Component({
  selector: 'app-registration-list',
  imports: [Cell, CompileBar, Crumbs, DataTable, EmptyState, ListFilters, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@registrations.heading">Đăng ký danh hiệu và chỉ tiêu</h1>
        @if (list.hasValue()) {
          <p class="lede">{{ lede() }}</p>
        }
      </div>
    </div>
    <app-region [of]="list" [also]="cycles" [lines]="8">
      @if (list.value(); as read) {
        @if (demands().length > 0) {
          <ul class="demands">
            @for (demand of demands(); track demand.name) {
              <li class="card pad">
                <b>{{ demand.name }}</b>
                <p class="hint">{{ demandWords(demand) }}</p>
              </li>
            }
          </ul>
        }
        <div class="card">
          @if (read.length > 1) {
            <app-list-filters [filters]="filters()" [shown]="shown().length" [all]="read.length" i18n="@@registrations.units"
              >đơn vị</app-list-filters
            >
          }
          @if (shown().length > 0) {
            <app-data-table
              i18n-caption="@@registrations.caption"
              caption="Bản đăng ký của các đơn vị"
              tools="registrations"
              [columns]="columns"
              [rows]="shown()"
            >
              <ng-template appCell="unit" let-row>
                <a [routerLink]="[rowOf(row).id]">{{ rowOf(row).unitShortName }}</a>
              </ng-template>
              <ng-template appCell="group" let-row>{{ rowOf(row).groupNumber ?? '–' }}</ng-template>
              <ng-template appCell="aim" let-row>
                @if (rowOf(row).aimName; as aim) {
                  <span>{{ aim }}</span>
                } @else {
                  <span class="muted" i18n="@@registrations.noAim">Chưa chọn</span>
                }
              </ng-template>
              <ng-template appCell="targets" let-row
                ><span>{{ rowOf(row).targets.length }}</span></ng-template
              >
              <ng-template appCell="state" let-row><app-state-tag kind="Registration" [state]="rowOf(row).state" /></ng-template>
              <ng-template appCell="reviewer" let-row
                ><span>{{ rowOf(row).reviewerName ?? secretary }}</span></ng-template
              >
            </app-data-table>
          } @else if (read.length > 0) {
            <app-empty-state i18n="@@registrations.filtered"
              >Không có bản nào khớp bộ lọc ({{
                narrowed()  // i18n(ph="filters")
              }}). Xóa bộ lọc để xem tất cả.</app-empty-state
            >
          } @else {
            <app-empty-state i18n="@@registrations.empty"
              >Chưa có bản đăng ký nào: năm thi đua chưa mở, hoặc ông/bà chưa được xem.</app-empty-state
            >
          }
        </div>
        <app-compile-bar [spot]="spot()" [cycles]="cycles" />
      }
    </app-region>
  `,
  styleUrl: './registration.list.scss',
})
export class RegistrationList {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly group = input<string>();
  readonly state = input<string>();
  readonly aim = input<string>();
  private readonly language = inject(LANGUAGE);
  protected readonly spot = computed(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly list = liveList(inject(RegistrationApi).list(this.spot));
  protected readonly cycles = inject(CycleApi).ofYear(this.spot);
  private readonly noAim = $localize`:@@registrations.noAim:Chưa chọn`;
  protected readonly secretary = $localize`:@@registrations.secretary:Thư ký Khối`;
  protected readonly columns: readonly Column<RegistrationView>[] = [
    { key: 'unit', name: $localize`:@@registrations.unit:Đơn vị`, value: ({ unitShortName }) => unitShortName },
    { key: 'group', name: $localize`:@@registrations.group:Nhóm`, value: ({ groupNumber }) => groupNumber },
    { key: 'aim', name: $localize`:@@registrations.aim:Đăng ký`, value: ({ aimName }) => aimName },
    { key: 'targets', name: $localize`:@@registrations.targets:Chỉ tiêu`, figures: true, value: ({ targets }) => targets.length },
    { key: 'state', name: $localize`:@@registrations.state:Tình trạng`, value: ({ state }) => this.stateOf(state) },
    {
      key: 'reviewer',
      name: $localize`:@@registrations.reviewer:Người xem xét`,
      value: ({ reviewerName }) => reviewerName ?? this.secretary,
    },
  ];
  private readonly items = computed(() => this.list.value() ?? []);
  protected readonly filters = computed(() => [
    byGroup(this.items(), this.group()),
    byState(this.items(), this.state(), 'Registration', this.language),
    narrowing(this.items(), {
      key: 'aim',
      label: $localize`:@@registrations.aim:Đăng ký`,
      of: aimOf,
      name: (code) => this.items().find((item) => aimOf(item) === code)?.aimName ?? this.noAim,
      value: this.aim() ?? '',
    }),
  ]);
  protected readonly narrowed = computed(() => setInWords(this.filters()));
  protected readonly shown = computed(() => narrowedBy(this.items(), this.filters()));
  private readonly cycle = computed(() => this.cycles.value()?.items[0]);
  /** Demand beside quota says something only to those who see every unit's registration. */
  protected readonly demands = computed(() =>
    this.items().length === this.cycle()?.members.length ? demandOf(this.cycle()?.rules, this.items()) : [],
  );
  protected readonly lede = computed(() => {
    const due = this.items()[0]?.due;
    const sent = this.items().filter(({ state }) => state === 'submitted' || state === 'accepted').length;
    if (!due) return '';
    if (this.items().length === 1) return $localize`:@@registrations.due:Hạn gửi ${dayInWords(due, this.language)}:due:.`;
    return $localize`:@@registrations.lede:${sent}:sent: trên ${this.items().length}:all: đơn vị đã gửi. Hạn gửi ${dayInWords(due, this.language)}:due:.`;
  });

  /** A template's variable has no type of its own. */
  protected readonly rowOf = (row: RegistrationView) => row;

  protected demandWords(demand: Demand): string {
    return demand.seats === null
      ? $localize`:@@registrations.demandLevel:${demand.units}:units: đơn vị đăng ký`
      : $localize`:@@registrations.demand:${demand.units}:units: đơn vị đăng ký, Khối được đề nghị ${demand.seats}:seats:`;
  }

  private readonly stateOf = (state: string): string => stateName('Registration', state, this.language);
}

/** What a unit aims at, as the address names it. */
const aimOf = ({ aim }: RegistrationView): string => aim?.code ?? 'none';
