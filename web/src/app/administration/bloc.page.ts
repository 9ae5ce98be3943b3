import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BlocRevision } from '@thidua/workflows/unit/unit.schema';
import { eventName } from '@thidua/workflows/words';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EventButtons } from '../ui/event-buttons.js';
import { FieldsForm, type Typed } from '../ui/fields-form.js';
import { Region } from '../ui/region.js';
import { SaidNote } from '../ui/said-note.js';
import { AdministrationApi } from './administration.api.js';
import { BLOC_FIELDS, blocTyped } from './fields.js';
import { Places } from './places.js';
import { RecordDesk } from './record-desk.js';

/** A bloc as it is headed now; its years are opened by the year file. */
@Component({
  selector: 'app-bloc-page',
  imports: [Crumbs, EventButtons, FieldsForm, Region, RouterLink, SaidNote],
  template: `
    <app-crumbs [above]="above()" />
    <app-region [of]="desk.record">
      @if (desk.view(); as view) {
        <div class="page-head">
          <h1>{{ view.name }}</h1>
        </div>
        @if (desk.done()) {
          <app-said-note i18n="@@bloc.revised"> Đã sửa. Văn bản đã ký giữ nguyên; văn bản lập từ nay dùng thông tin mới. </app-said-note>
        }
        <section class="card pad" aria-labelledby="heading">
          <h2 id="heading" i18n="@@bloc.heading">Tên và đầu văn bản</h2>
          @if (desk.opened()) {
            <app-fields-form
              [fields]="fields"
              [shape]="shape"
              [more]="more()"
              [verb]="verb"
              [busy]="desk.busy()"
              [problem]="desk.problem()"
              [(values)]="typed"
              (given)="desk.send($event)"
              (dropped)="desk.open(null)"
            />
          } @else {
            <dl class="facts wide">
              @for (fact of facts(); track fact.name) {
                <dt>{{ fact.name }}</dt>
                <dd>{{ fact.value }}</dd>
              }
            </dl>
            <app-event-buttons
              kind="Bloc"
              [main]="false"
              [actions]="actions()"
              [manners]="{ revise: { asks: true } }"
              [object]="view.name"
              (ask)="revise()"
            />
          }
        </section>
        @if (checkpoints(); as link) {
          <p class="section"><a [routerLink]="link" i18n="@@checkpoint.title">Nơi nhận mốc nhật ký</a></p>
        }
      } @else {
        <div class="page-head"><h1 i18n="@@bloc.title">Khối thi đua</h1></div>
      }
    </app-region>
  `,
  styles: `
    dl {
      margin-bottom: var(--td-space-4);
    }
  `,
})
export class BlocPage {
  readonly province = input.required<string>();
  readonly bloc = input.required<string>();
  private readonly api = inject(AdministrationApi);
  private readonly session = inject(Session);
  protected readonly desk = new RecordDesk(this.api.bloc(this.bloc), (event: BlocRevision) => this.api.sendBloc(this.bloc(), event));
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.aboveList(this.province()));
  protected readonly typed = signal<Typed>({});
  protected readonly shape = BlocRevision;
  protected readonly fields = BLOC_FIELDS;
  protected readonly verb = eventName('Bloc', 'revise', inject(LANGUAGE));
  protected readonly more = computed(() => ({ type: 'revise', version: this.desk.view()?.version }));
  /** Where checkpoints are written to has a page of its own. */
  protected readonly actions = computed(() => (this.desk.view()?.actions ?? []).filter(({ type }) => type === 'revise'));
  protected readonly facts = computed(() => {
    const typed = blocTyped(this.desk.view()!);
    return BLOC_FIELDS.map(({ place, label }) => ({ name: label, value: (typed[place] ?? '').replaceAll('\n', ' / ') }));
  });

  /** The page of the bloc's newest year on which checkpoints are addressed, for those who may. */
  protected readonly checkpoints = computed(() => {
    const addresses = this.desk.view()?.actions.some(({ type }) => type === 'address-checkpoints');
    const year = this.session.me()?.blocs.find(({ slug }) => slug === this.bloc())?.years[0];
    return addresses && year ? ['/', this.bloc(), year, 'checkpoint-address'] : null;
  });

  protected revise(): void {
    this.typed.set(blocTyped(this.desk.view()!));
    this.desk.open('revise');
  }
}
