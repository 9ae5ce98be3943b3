import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { UnitRecord } from '@thidua/workflows/unit/unit.schema';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { stateName } from '@thidua/workflows/words';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { AdministrationApi } from './administration.api.js';
import { Paging } from './paging.js';
import { orEmpty, Places } from './places.js';
import { SearchBox } from '../ui/search-box.js';

/** Units of a province, found by any name that they bore; those that ended stand last. */
@Component({
  selector: 'app-units-list',
  imports: [Cell, Crumbs, DataTable, EmptyState, Icon, MatButton, Paging, Region, RouterLink, SearchBox, StateTag],
  template: `
    <app-crumbs [above]="above()" />
    <div class="page-head">
      <h1 i18n="@@units.title">Đơn vị</h1>
      @if (makes()) {
        <a matButton="filled" routerLink="new"><app-icon name="add" /><span i18n="@@unitNew.title">Lập đơn vị</span></a>
      }
    </div>
    <app-search-box i18n-label="@@units.search" label="Tên hoặc mã đơn vị" [text]="q()" />
    <app-region [of]="units" [lines]="8">
      @if (units.value(); as page) {
        <div class="card">
          @if (page.items.length > 0) {
            <app-data-table tools="units" [caption]="caption" [columns]="columns" [rows]="page.items" [whole]="whole">
              <ng-template appCell="shortName" let-row>
                <a [routerLink]="[of(row).id]">{{ of(row).shortName }}</a>
              </ng-template>
              <ng-template appCell="state" let-row><app-state-tag kind="Unit" [state]="of(row).state" /></ng-template>
            </app-data-table>
          } @else if (q()) {
            <app-empty-state i18n="@@units.notFound">Không tìm thấy đơn vị nào. Thử một phần của tên, kể cả tên cũ.</app-empty-state>
          } @else {
            <app-empty-state i18n="@@units.empty">Chưa có đơn vị nào. Lập đơn vị đầu tiên.</app-empty-state>
          }
        </div>
        <app-paging [next]="page.next" [after]="after()" />
      }
    </app-region>
  `,
})
export class UnitsList {
  readonly province = input.required<string>();
  readonly q = input('', { transform: orEmpty });
  readonly after = input('', { transform: orEmpty });
  private readonly session = inject(Session);
  private readonly api = inject(AdministrationApi);
  private readonly language = inject(LANGUAGE);
  protected readonly whole = () => this.api.unitsFound(this.province(), this.q());
  protected readonly units = this.api.units(this.province, () => ({ q: this.q(), after: this.after() }));
  protected readonly makes = computed(() => this.session.rights().can('create', 'Unit'));
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.aboveList(this.province()));
  protected readonly caption = $localize`:@@units.caption:Đơn vị của tỉnh`;
  protected readonly columns: readonly Column<UnitRecord>[] = [
    { key: 'shortName', name: $localize`:@@units.name:Tên ngắn` },
    { key: 'name', name: $localize`:@@units.fullName:Tên đầy đủ` },
    { key: 'code', name: $localize`:@@units.code:Mã` },
    { key: 'state', name: $localize`:@@people.state:Tình trạng`, value: ({ state }) => stateName('Unit', state, this.language) },
  ];

  /** Templates do not know the rows of their table. */
  protected of(row: unknown): UnitRecord {
    return row as UnitRecord;
  }
}
