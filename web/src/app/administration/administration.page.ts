import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { may } from '@thidua/workflows/ability';
import { ProvinceList } from '@thidua/workflows/unit/unit.schema';
import { Api } from '../platform/api.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';

/** A page of the area, as one line of the list. */
interface Entry {
  readonly link: readonly string[];
  readonly name: string;
}

/** What the reader may administer: a list of links. */
@Component({
  selector: 'app-administration-page',
  imports: [Crumbs, EmptyState, Region, RouterLink],
  template: `
    <app-crumbs />
    <h1 i18n="@@administration.title">Quản trị</h1>
    <app-region class="card pad section" [of]="provinces">
      @if (entries().length > 0) {
        <ul class="stack">
          @for (entry of entries(); track entry.name) {
            <li>
              <a [routerLink]="entry.link">{{ entry.name }}</a>
            </li>
          }
        </ul>
      } @else if (provinces.hasValue()) {
        <app-empty-state i18n="@@administration.empty">Không có việc quản trị nào thuộc quyền của ông/bà.</app-empty-state>
      }
    </app-region>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--td-target);
    }
  `,
})
export class AdministrationPage {
  private readonly session = inject(Session);
  protected readonly provinces = inject(Api).read(() => '/api/provinces', ProvinceList);
  protected readonly entries = computed<readonly Entry[]>(() => [...this.imports(), ...this.installation()]);

  /** What is of the whole installation. */
  private installation(): Entry[] {
    const rights = this.session.rights();
    return [
      { kind: 'MailSettings', link: ['/', 'administration', 'mail'], name: $localize`:@@mail.title:Thư điện tử` },
      { kind: 'SigningKey', link: ['/', 'administration', 'keys'], name: $localize`:@@keys.title:Khóa ký số` },
    ].filter(({ kind }) => rights.can('read', kind));
  }

  private imports(): Entry[] {
    const rights = this.session.rights();
    return (this.provinces.value()?.items ?? [])
      .filter(({ id }) => may(rights, 'create', 'Person', { provinceId: id }))
      .map(({ slug, name }) => ({
        link: ['/', 'administration', slug, 'import'],
        name: $localize`:@@administration.import:${name}:province:: nhập đơn vị và người từ Excel`,
      }));
  }
}
