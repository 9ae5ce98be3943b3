import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The pages above this one: `[{ name: 'Đăng ký', link: ['/', bloc, year, 'registrations'] }]`. My work always stands first. */
@Component({
  selector: 'app-crumbs',
  imports: [RouterLink],
  host: { class: 'no-print' },
  template: `
    <nav i18n-aria-label="@@crumbs.label" aria-label="Vị trí">
      <ol>
        <li><a routerLink="/work" i18n="@@work.title">Việc của tôi</a></li>
        @for (page of above(); track page.name) {
          <li>
            <a [routerLink]="page.link">{{ page.name }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 0.5rem;
      margin-bottom: var(--td-space-2);
      font: var(--mat-sys-body-small);
    }
    li + li::before {
      content: '/';
      margin-right: 0.5rem;
      color: var(--mat-sys-on-surface-variant);
    }
    a {
      display: inline-block;
      padding: 0.2rem 0;
    }
    @media (max-width: 900px), (pointer: coarse) {
      a {
        padding-block: calc((var(--td-target) - 1lh) / 2);
      }
    }
  `,
})
export class Crumbs {
  readonly above = input<readonly { readonly name: string; readonly link: readonly (string | number)[] }[]>([]);
}
