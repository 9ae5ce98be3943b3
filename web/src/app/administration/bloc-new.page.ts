import { Component, computed, inject, input } from '@angular/core';
import { BlocDraft } from '@thidua/workflows/account/account.schema';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { FieldsForm, type FormField } from '../ui/fields-form.js';
import { AdministrationApi } from './administration.api.js';
import { BLOC_FIELDS, slugField } from './fields.js';
import { Making } from './making.js';
import { Places } from './places.js';

/** A new bloc: how it is called and how its papers are headed. */
@Component({
  selector: 'app-bloc-new-page',
  imports: [Crumbs, FieldsForm],
  template: `
    <app-crumbs [above]="above()" />
    <div class="page-head"><h1 i18n="@@blocNew.title">Lập khối thi đua</h1></div>
    <section class="card pad">
      <app-fields-form
        [fields]="fields"
        [shape]="shape"
        [more]="{ province: province() }"
        [calls]="false"
        [verb]="verb"
        [busy]="making.busy()"
        [problem]="making.problem()"
        (given)="make($event)"
        (dropped)="making.back('/administration', province())"
      />
    </section>
  `,
})
export class BlocNewPage {
  readonly province = input.required<string>();
  private readonly api = inject(AdministrationApi);
  private readonly session = inject(Session);
  protected readonly making = new Making();
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.aboveList(this.province()));
  protected readonly shape = BlocDraft;
  protected readonly verb = $localize`:@@blocNew.title:Lập khối thi đua`;
  protected readonly fields: readonly FormField[] = [
    slugField('slug', $localize`:@@fields.blocSlug:Mã khối trong địa chỉ`),
    ...BLOC_FIELDS,
  ];

  protected make(draft: BlocDraft): Promise<void> {
    return this.making.send(async () => {
      await this.api.makeBloc(draft);
      await this.session.load(); // the switcher knows it too
      return ['/administration', this.province(), 'blocs', draft.slug];
    });
  }
}
