import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '../platform/session.js';
import { Where } from '../platform/where.js';
import { Icon } from '../ui/icon.js';
import { MENU } from './menu.js';

/** Left menu, rail with words, or bottom bar of four, by the width of the window (ux.md 2). Only what the reader may open. */
@Component({
  selector: 'app-main-menu',
  imports: [Icon, RouterLink, RouterLinkActive],
  host: { class: 'no-print', '(keydown.escape)': 'more.set(false)', '(focusout)': 'leave($event)' },
  template: `
    <nav i18n-aria-label="@@menu.label" aria-label="Mục chính">
      <ul [class.more]="more()">
        @for (entry of entries(); track entry.name) {
          <li [class.rest]="$index >= inBar">
            <a
              [routerLink]="entry.link"
              routerLinkActive
              #own="routerLinkActive"
              [routerLinkActiveOptions]="{ exact: entry.path === '' }"
              [attr.aria-current]="own.isActive || entry.also?.includes(section()) ? 'page' : null"
              (click)="more.set(false)"
            >
              <app-icon [name]="entry.icon" /><span>{{ entry.name }}</span>
            </a>
          </li>
        }
        @if (entries().length > inBar) {
          <li class="opener">
            <button type="button" [attr.aria-expanded]="more()" (click)="more.set(!more())">
              <app-icon name="menu" /><span i18n="@@menu.more">Thêm</span>
            </button>
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './main-menu.scss',
})
export class MainMenu {
  private readonly session = inject(Session);
  private readonly where = inject(Where);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly inBar = 3;
  protected readonly more = signal(false);
  protected readonly section = computed(() => this.where.section() ?? '');
  protected readonly entries = computed(() => {
    const spot = this.where.spot();
    const rights = this.session.rights();
    return MENU.filter((entry) => !entry.kind || rights.can('read', entry.kind)).flatMap((entry) => {
      if (entry.ofProvince)
        return this.session
          .councils()
          .slice(0, 1)
          .map((province) => ({ ...entry, link: ['/', entry.path, province] }));
      if (entry.everywhere) return [{ ...entry, link: ['/', entry.path] }];
      return spot ? [{ ...entry, link: ['/', spot.bloc, spot.year, ...(entry.path ? [entry.path] : [])] }] : [];
    });
  });

  protected leave(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.host.nativeElement.contains(event.relatedTarget)) this.more.set(false);
  }
}
