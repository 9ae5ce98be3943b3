import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ProvinceDraft } from '@thidua/workflows/account/account.schema';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { FieldsForm, type FormField } from '../ui/fields-form.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { AdministrationApi } from './administration.api.js';
import { PROVINCE_FIELDS, slugField } from './fields.js';
import { Making } from './making.js';
import { Places } from './places.js';

/** The provinces that the reader keeps; an administrator makes new ones. */
@Component({
  selector: 'app-administration-page',
  imports: [Crumbs, EmptyState, FieldsForm, Icon, MatButton, Region, RouterLink],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@administration.title">Quản trị</h1>
        <p class="lede" i18n="@@administration.lede">
          Chọn tỉnh để lập và sửa đơn vị, người dùng, chức danh và khối thi đua. Việc nào cũng được ghi vào lịch sử hồ sơ.
        </p>
      </div>
      @if (makes() && !making()) {
        <button matButton="outlined" type="button" (click)="making.set(true)">
          <app-icon name="add" /><span i18n="@@administration.makeProvince">Lập tỉnh</span>
        </button>
      }
    </div>
    @if (making()) {
      <section class="card pad" aria-labelledby="make-province">
        <h2 id="make-province" i18n="@@administration.makeProvince">Lập tỉnh</h2>
        <app-fields-form
          [fields]="fields"
          [shape]="shape"
          [verb]="verb"
          [busy]="sending.busy()"
          [problem]="sending.problem()"
          (given)="make($event)"
          (dropped)="making.set(false)"
        />
      </section>
    }
    <app-region [of]="provinces">
      @if (provinces.value(); as read) {
        <ul class="card">
          @for (province of read.items; track province.id) {
            <li class="pad">
              <a [routerLink]="['/administration', province.slug]">{{ province.name }}</a>
            </li>
          } @empty {
            <app-empty-state i18n="@@administration.empty"
              >Ông/bà không quản lý tỉnh nào. Việc quản trị do Thư ký Hội đồng của tỉnh và quản trị hệ thống làm.</app-empty-state
            >
          }
        </ul>
      }
    </app-region>
    @if (installation().length > 0) {
      <section class="below" aria-labelledby="installation">
        <h2 id="installation" i18n="@@administration.installation">Toàn hệ thống</h2>
        <ul class="card">
          @for (page of installation(); track page.link) {
            <li class="pad">
              <a [routerLink]="page.link">{{ page.name }}</a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: var(--td-space-4);
    }
    .below {
      margin-top: var(--td-space-5);
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class AdministrationPage {
  private readonly api = inject(AdministrationApi);
  private readonly session = inject(Session);
  protected readonly provinces = this.api.provinces();
  protected readonly makes = computed(() => this.session.rights().can('create', 'Province'));
  /** What is of no province: for administrators alone. */
  protected readonly installation = computed(() => {
    const rights = this.session.rights();
    return [
      { kind: 'MailSettings', link: '/administration/mail', name: $localize`:@@mail.title:Thư điện tử` },
      { kind: 'SigningKey', link: '/administration/keys', name: $localize`:@@keys.title:Khóa ký số` },
    ].filter(({ kind }) => rights.can('read', kind));
  });
  private readonly places = inject(Places);
  protected readonly making = signal(false);
  protected readonly sending = new Making();
  protected readonly shape = ProvinceDraft;
  protected readonly fields: readonly FormField[] = [
    slugField('slug', $localize`:@@fields.provinceSlug:Mã tỉnh trong địa chỉ`),
    ...PROVINCE_FIELDS,
  ];
  protected readonly verb = $localize`:@@administration.makeProvince:Lập tỉnh`;

  protected make(draft: ProvinceDraft): Promise<void> {
    return this.sending.send(async () => {
      await this.api.makeProvince(draft);
      this.places.changed();
      return ['/administration', draft.slug];
    });
  }
}
