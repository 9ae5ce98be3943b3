import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ProvinceEvent } from '@thidua/workflows/unit/unit.schema';
import { eventName } from '@thidua/workflows/words';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EventButtons } from '../ui/event-buttons.js';
import { FieldsForm, type Typed } from '../ui/fields-form.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { SaidNote } from '../ui/said-note.js';
import { AdministrationApi } from './administration.api.js';
import { provinceTyped, PROVINCE_FIELDS } from './fields.js';
import { aboveProvince, Places } from './places.js';
import { RecordDesk } from './record-desk.js';

/** A province: its council and standing body, and the way to its units, people and blocs. */
@Component({
  selector: 'app-province-page',
  imports: [Crumbs, EventButtons, FieldsForm, Icon, MatButton, Region, RouterLink, SaidNote],
  template: `
    <app-crumbs [above]="above" />
    <app-region [of]="desk.record">
      @if (desk.view(); as view) {
        <div class="page-head">
          <h1>{{ view.name }}</h1>
        </div>
        <ul class="line ways">
          <li><a matButton="outlined" routerLink="units" i18n="@@units.title">Đơn vị</a></li>
          <li><a matButton="outlined" routerLink="people" i18n="@@people.title">Người dùng</a></li>
          <li><a matButton="outlined" routerLink="import" i18n="@@import.link">Nhập từ Excel</a></li>
        </ul>
        @if (desk.done()) {
          <app-said-note i18n="@@province.revised">Đã sửa. Văn bản lập từ nay dùng thông tin mới.</app-said-note>
        }
        <section class="card" aria-labelledby="bodies">
          <header><h2 id="bodies" i18n="@@province.bodies">Hội đồng và cơ quan thường trực</h2></header>
          <div class="pad">
            @if (desk.opened()) {
              <app-fields-form
                [fields]="fields"
                [shape]="shape"
                [more]="more()"
                [verb]="verb"
                [busy]="desk.busy()"
                [problem]="desk.problem()"
                [(values)]="typed"
                (given)="give($event)"
                (dropped)="desk.open(null)"
              />
            } @else {
              <dl class="facts">
                @for (body of [view.council, view.board]; track $index) {
                  <dt>{{ body.name }}</dt>
                  <dd class="address">{{ body.shortName }} · {{ body.email }}</dd>
                }
              </dl>
              <app-event-buttons
                kind="Province"
                [main]="false"
                [actions]="view.actions"
                [manners]="{ revise: { asks: true } }"
                [object]="view.name"
                (ask)="revise()"
              />
            }
          </div>
        </section>
        <section class="card" aria-labelledby="blocs">
          <header>
            <h2 id="blocs" i18n="@@province.blocs">Khối thi đua</h2>
            @if (makesBloc()) {
              <a matButton="filled" routerLink="blocs/new"><app-icon name="add" /><span i18n="@@blocNew.title">Lập khối thi đua</span></a>
            }
          </header>
          <app-region [of]="blocs">
            @if (blocs.value(); as all) {
              <ul class="pad">
                @for (bloc of all; track bloc.id) {
                  <li>
                    <a [routerLink]="['blocs', bloc.slug]">{{ bloc.name }}</a>
                    @if (yearsOf(bloc.id); as years) {
                      <span class="muted"> · {{ years }}</span>
                    } @else {
                      <span class="muted" i18n="@@province.noYear"> · chưa lập năm thi đua nào</span>
                    }
                  </li>
                } @empty {
                  <li class="muted" i18n="@@province.noBlocs">Chưa có khối thi đua nào.</li>
                }
              </ul>
            }
          </app-region>
        </section>
      } @else {
        <div class="page-head"><h1 i18n="@@province.title">Tỉnh</h1></div>
      }
    </app-region>
  `,
  styles: `
    section,
    .ways,
    dl {
      margin-bottom: var(--td-space-4);
    }
    .address {
      overflow-wrap: anywhere;
    }
    section li {
      padding-block: var(--td-space-2);
    }
  `,
})
export class ProvincePage {
  readonly province = input.required<string>();
  private readonly api = inject(AdministrationApi);
  private readonly session = inject(Session);
  protected readonly desk = new RecordDesk(this.api.province(this.province), (event: ProvinceEvent) =>
    this.api.sendProvince(this.province(), event),
  );
  private readonly places = inject(Places);
  protected readonly above = aboveProvince();
  protected readonly typed = signal<Typed>({});
  protected readonly shape = ProvinceEvent;
  protected readonly fields = PROVINCE_FIELDS;
  protected readonly verb = eventName('Province', 'revise', inject(LANGUAGE));
  protected readonly more = computed(() => ({ type: 'revise', version: this.desk.view()?.version }));
  protected readonly blocs = this.api.allBlocs(this.province);
  protected readonly makesBloc = computed(() => this.session.rights().can('create', 'Bloc'));

  /** Whoever makes blocs may not read their years, but knows of them. */
  protected yearsOf(bloc: string): string {
    return (
      this.session
        .me()
        ?.blocs.find(({ id }) => id === bloc)
        ?.years.join(', ') ?? ''
    );
  }

  protected async give(event: ProvinceEvent): Promise<void> {
    if (await this.desk.send(event)) this.places.changed(); // it may be called otherwise now
  }

  protected revise(): void {
    this.typed.set(provinceTyped(this.desk.view()!));
    this.desk.open('revise');
  }
}
