import { Component, computed, inject, input } from '@angular/core';
import { UnitDraft } from '@thidua/workflows/account/account.schema';
import { Crumbs } from '../ui/crumbs.js';
import { FieldsForm, type FormField } from '../ui/fields-form.js';
import { AdministrationApi } from './administration.api.js';
import { slugField, UNIT_NAME } from './fields.js';
import { Making } from './making.js';
import { Places } from './places.js';

/** A new unit with its first name. */
@Component({
  selector: 'app-unit-new-page',
  imports: [Crumbs, FieldsForm],
  template: `
    <app-crumbs [above]="above()" />
    <div class="page-head"><h1 i18n="@@unitNew.title">Lập đơn vị</h1></div>
    <section class="card pad">
      <app-fields-form
        [fields]="fields"
        [shape]="shape"
        [calls]="false"
        [verb]="verb"
        [busy]="making.busy()"
        [problem]="making.problem()"
        (given)="make($event)"
        (dropped)="making.back('/administration', province(), 'units')"
      />
    </section>
  `,
})
export class UnitNewPage {
  readonly province = input.required<string>();
  private readonly api = inject(AdministrationApi);
  protected readonly making = new Making();
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.aboveUnit(this.province()));
  protected readonly shape = UnitDraft;
  protected readonly verb = $localize`:@@unitNew.title:Lập đơn vị`;
  protected readonly fields: readonly FormField[] = [
    slugField('code', $localize`:@@fields.unitCode:Mã đơn vị`),
    ...UNIT_NAME.map((field) => ({ ...field, place: `names.0.${field.place}` })),
    { place: 'names.0.from', label: $localize`:@@fields.nameFrom:Mang tên này từ ngày`, kind: 'date' },
    { place: 'email', label: $localize`:@@fields.unitEmail:E-mail của đơn vị`, kind: 'email', optional: true },
  ];

  protected make(draft: UnitDraft): Promise<void> {
    return this.making.send(async () => {
      const { id } = await this.api.makeUnit(this.province(), draft);
      return ['/administration', this.province(), 'units', id];
    });
  }
}
