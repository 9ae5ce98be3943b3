import { Component, inject, viewChild } from '@angular/core';
import { Session } from '../platform/session.js';
import { Where, type Spot } from '../platform/where.js';
import { Disclosure } from '../ui/disclosure.js';
import { Icon } from '../ui/icon.js';

/** The bloc and the year before the reader, and the way to another one. */
@Component({
  selector: 'app-place-switcher',
  imports: [Disclosure, Icon],
  template: `
    @if (where.spot(); as spot) {
      <app-disclosure panelId="place-panel">
        <span trigger class="now">
          <span class="vh" i18n="@@place.label">Khối và năm: </span>
          <span class="words">
            <b>{{ where.bloc()?.shortName ?? spot.bloc }}</b>
            <small
              ><span class="full">{{ where.bloc()?.name }} · </span
              ><span i18n="@@place.year"
                >Năm
                {{
                  spot.year // i18n(ph="year")
                }}</span
              ></small
            >
          </span>
          <app-icon name="keyboard_arrow_down" />
        </span>
        <div panel>
          @for (bloc of session.me()?.blocs; track bloc.id) {
            <h2>{{ bloc.name }}</h2>
            <ul>
              @for (year of newest(bloc.years); track year) {
                <li>
                  <button
                    type="button"
                    [attr.aria-current]="bloc.slug === spot.bloc && year === spot.year ? 'true' : null"
                    (click)="go({ bloc: bloc.slug, year })"
                    i18n="@@place.year"
                  >
                    Năm
                    {{
                      year // i18n(ph="year")
                    }}
                  </button>
                </li>
              }
            </ul>
          }
        </div>
      </app-disclosure>
    }
  `,
  styles: `
    .now {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      min-width: 0;
    }
    .words {
      min-width: 0;
    }
    .words :is(b, small) {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    small {
      color: var(--td-on-bar-variant);
      font-size: 0.875rem;
    }
    /* Where there is little room the name takes a second line rather than lose its end. */
    @media (max-width: 640px) {
      .words b {
        overflow: visible;
        line-height: 1.15;
        white-space: normal;
        overflow-wrap: anywhere;
      }
    }
    h2 {
      font: var(--mat-sys-title-small);
    }
    ul {
      margin-bottom: var(--td-space-3);
    }
    button {
      width: 100%;
      min-height: var(--td-target);
      padding: 0 var(--td-space-3);
      border: 0;
      border-radius: var(--mat-sys-corner-small);
      background: none;
      font: inherit;
      text-align: left;
      color: var(--td-link);
      cursor: pointer;
    }
    button:hover {
      background: var(--mat-sys-surface-container);
    }
    button[aria-current] {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      font-weight: 650;
    }
    @media (max-width: 1100px) {
      .full {
        display: none;
      }
    }
  `,
})
export class PlaceSwitcher {
  protected readonly session = inject(Session);
  protected readonly where = inject(Where);
  private readonly disclosure = viewChild(Disclosure);
  protected readonly newest = (years: readonly number[]) => [...years].sort((a, b) => b - a);

  protected go(spot: Spot): void {
    this.disclosure()?.close(true);
    void this.where.go(spot);
  }
}
