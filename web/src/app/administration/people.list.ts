import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PersonRecord, TermView } from '@thidua/workflows/person/person.schema';
import { stateName } from '@thidua/workflows/words';
import { Crumbs } from '../ui/crumbs.js';
import { LANGUAGE } from '../platform/language.js';
import { Where } from '../platform/where.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { AdministrationApi } from './administration.api.js';
import { Paging } from './paging.js';
import { orEmpty, Places } from './places.js';
import { SearchBox } from '../ui/search-box.js';

/** People of a province: who they are, the posts of today, whether they have come in. */
@Component({
  selector: 'app-people-list',
  imports: [Cell, Crumbs, DataTable, EmptyState, Icon, MatButton, Paging, Region, RouterLink, SearchBox, StateTag],
  template: `
    <app-crumbs [above]="above()" />
    <div class="page-head">
      <h1 i18n="@@people.title">Người dùng</h1>
      <a matButton="filled" routerLink="new"><app-icon name="add" /><span i18n="@@personNew.title">Lập người dùng</span></a>
    </div>
    <app-search-box i18n-label="@@people.search" label="Tên hoặc e-mail" [text]="q()" />
    <app-region [of]="people" [lines]="8">
      @if (people.value(); as page) {
        <div class="card">
          @if (page.items.length > 0) {
            <app-data-table tools="people" [caption]="caption" [columns]="columns" [rows]="page.items" [whole]="whole">
              <ng-template appCell="name" let-row>
                <a [routerLink]="[of(row).id]">{{ of(row).name }}</a>
              </ng-template>
              <ng-template appCell="email" let-row
                ><span class="address">{{ of(row).email }}</span></ng-template
              >
              <ng-template appCell="posts" let-row
                ><span>{{ held(of(row)) }}</span></ng-template
              >
              <ng-template appCell="state" let-row>
                @if (isInvited(of(row))) {
                  <app-state-tag look="waiting" [text]="invited" />
                } @else {
                  <app-state-tag kind="Person" [state]="of(row).state" />
                }
              </ng-template>
            </app-data-table>
          } @else if (q()) {
            <app-empty-state i18n="@@people.notFound">Không tìm thấy ai. Thử một phần của tên hoặc địa chỉ e-mail.</app-empty-state>
          } @else {
            <app-empty-state i18n="@@people.empty">Chưa có người dùng nào. Lập người đầu tiên.</app-empty-state>
          }
        </div>
        <app-paging [next]="page.next" [after]="after()" />
      }
    </app-region>
  `,
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
  `,
})
export class PeopleList {
  readonly province = input.required<string>();
  readonly q = input('', { transform: orEmpty });
  readonly after = input('', { transform: orEmpty });
  private readonly api = inject(AdministrationApi);
  protected readonly whole = () => this.api.peopleFound(this.province(), this.q());
  protected readonly people = this.api.people(this.province, () => ({ q: this.q(), after: this.after() }));
  private readonly places = inject(Places);
  private readonly where = inject(Where);
  private readonly language = inject(LANGUAGE);
  protected readonly above = computed(() => this.places.aboveList(this.province()));
  protected readonly caption = $localize`:@@people.caption:Người dùng của tỉnh, chức danh đang giữ`;
  protected readonly invited = $localize`:@@people.invited:Chưa đặt mật khẩu`;
  protected readonly columns: readonly Column<PersonRecord>[] = [
    { key: 'name', name: $localize`:@@people.name:Họ và tên` },
    { key: 'email', name: $localize`:@@people.email:E-mail` },
    { key: 'posts', name: $localize`:@@people.posts:Chức danh đang giữ`, value: (person) => this.held(person) },
    { key: 'state', name: $localize`:@@people.state:Tình trạng`, value: (person) => this.stateOf(person) },
  ];

  /** Templates do not know the rows of their table. */
  protected of(row: unknown): PersonRecord {
    return row as PersonRecord;
  }

  protected readonly isInvited = ({ state, signedIn }: PersonRecord): boolean => state === 'active' && !signedIn;

  private readonly stateOf = (person: PersonRecord): string =>
    this.isInvited(person) ? this.invited : stateName('Person', person.state, this.language);

  /** The posts of today in one line: “Lãnh đạo đơn vị · Hội Người mù; Thư ký Khối · Khối các hội · 2020”. */
  protected held({ posts }: PersonRecord): string {
    const today = posts.filter(({ standing }) => standing === 'held');
    const words = ({ roleName, unitName, blocSlug, year }: TermView) => [roleName, unitName, this.where.nameOf(blocSlug), year];
    return today.map((post) => words(post).filter(Boolean).join(' · ')).join('; ') || '–';
  }
}
