import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { may } from '@thidua/workflows/ability';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';

/** A page of the area, as one line of the list. */
interface Entry {
  readonly link: readonly string[];
  readonly name: string;
}

/** What the reader may administer: a list of links. */
@Component({
  selector: 'app-administration-page',
  imports: [Crumbs, EmptyState, RouterLink],
  template: `
    <app-crumbs />
    <h1 i18n="@@administration.title">Quản trị</h1>
    <div class="card pad section">
      @if (entries().length > 0) {
        <ul class="stack">
          @for (entry of entries(); track entry.name) {
            <li>
              <a [routerLink]="entry.link">{{ entry.name }}</a>
            </li>
          }
        </ul>
      } @else {
        <app-empty-state i18n="@@administration.empty">Không có việc quản trị nào thuộc quyền của ông/bà.</app-empty-state>
      }
    </div>
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
  protected readonly entries = computed<readonly Entry[]>(() => this.imports());

  private imports(): Entry[] {
    const rights = this.session.rights();
    const provinces = new Set(this.session.posts().flatMap(({ provinceId }) => provinceId ?? []));
    return [...provinces]
      .filter((provinceId) => may(rights, 'create', 'Person', { provinceId }))
      .map((province) => ({
        link: ['/', 'administration', province, 'import'],
        name: $localize`:@@import.title:Nhập đơn vị và người từ Excel`,
      }));
  }
}
