import { Component, computed, inject, input, signal } from '@angular/core';
import { PersonDraft } from '@thidua/workflows/account/account.schema';
import { Crumbs } from '../ui/crumbs.js';
import { FieldsForm, type FormField, type Typed } from '../ui/fields-form.js';
import { AdministrationApi } from './administration.api.js';
import { Making } from './making.js';
import { Places } from './places.js';
import { postFields } from './post-fields.js';

/** A new person with a first post: a letter invites them to set a password. */
@Component({
  selector: 'app-person-new-page',
  imports: [Crumbs, FieldsForm],
  template: `
    <app-crumbs [above]="above()" />
    <div class="page-head"><h1 i18n="@@personNew.title">Lập người dùng</h1></div>
    <section class="card pad">
      <app-fields-form
        [fields]="fields()"
        [shape]="shape"
        [calls]="false"
        [verb]="verb"
        i18n-after="@@personNew.after"
        after="Người này nhận thư mời đặt mật khẩu; liên kết dùng một lần, trong 14 ngày."
        [busy]="making.busy()"
        [problem]="making.problem()"
        [(values)]="typed"
        (given)="make($event)"
        (dropped)="making.back('/administration', province(), 'people')"
      />
    </section>
  `,
})
export class PersonNewPage {
  readonly province = input.required<string>();
  private readonly api = inject(AdministrationApi);
  protected readonly making = new Making();
  protected readonly record = this.api.province(this.province);
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.abovePerson(this.province()));
  protected readonly typed = signal<Typed>({});
  protected readonly shape = PersonDraft;
  protected readonly verb = $localize`:@@personNew.verb:Lập và gửi thư mời`;
  private readonly post = postFields(
    this.province,
    () => this.record.value()?.id,
    () => this.typed(),
    'posts.0',
  );
  protected readonly fields = computed<readonly FormField[]>(() => [
    { place: 'name', label: $localize`:@@people.name:Họ và tên` },
    { place: 'email', label: $localize`:@@people.email:E-mail`, kind: 'email' },
    ...this.post(),
  ]);

  protected make(draft: PersonDraft): Promise<void> {
    return this.making.send(async () => {
      const { id } = await this.api.makePerson(this.province(), draft);
      return ['/administration', this.province(), 'people', id];
    });
  }
}
