import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportView } from '@thidua/workflows/report/report.schema';
import { stateName } from '@thidua/workflows/words';
import { focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from '../ui/icon.js';
import type { IconName } from '../ui/icon-paths.js';
import { LOOK_ICONS, STATE_LOOKS } from '../ui/state-looks.js';
import { OUTLINE, titleOf, type OutlinePart } from './report-writing.js';

/** The outline of the report: the head's parts on this page, the units' sections with their states on pages of their own. */
@Component({
  selector: 'app-report-outline',
  imports: [Icon, RouterLink],
  template: `
    <nav class="card" i18n-aria-label="@@report.outline" aria-label="Các phần của báo cáo">
      <ol>
        @for (part of before; track part.key) {
          <li>
            <a [href]="'#' + part.key + '-heading'" (click)="go($event, part.key)">{{ part.title }}</a>
          </li>
        }
        <li>
          <span class="head" i18n="@@report.sections">I.3. Kết quả của các đơn vị</span>
          <ol>
            @for (section of sections(); track section.id) {
              <li>
                <a class="section-link" [routerLink]="['/', bloc(), year(), 'sections', section.id]">
                  <span>{{ section.number }}</span>
                  <span
                    >{{ section.unitShortName }}<span class="vh">: {{ section.stateName }}</span></span
                  >
                  <app-icon [name]="section.icon" [class.done]="section.state === 'accepted'" />
                </a>
              </li>
            }
          </ol>
        </li>
        @for (part of after; track part.key) {
          <li>
            <a [href]="'#' + part.key + '-heading'" (click)="go($event, part.key)">{{ part.title }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    nav {
      padding: var(--td-space-2) 0;
    }
    a,
    .head {
      display: block;
      padding: 0.4rem var(--td-space-4);
      line-height: 1.25;
      color: var(--mat-sys-on-surface);
      text-decoration: none;
    }
    .head {
      font: var(--mat-sys-label-medium);
      color: var(--mat-sys-on-surface-variant);
    }
    a:hover {
      background: var(--mat-sys-surface-container);
      text-decoration: underline;
    }
    .section-link {
      display: grid;
      grid-template-columns: 2.9rem minmax(0, 1fr) auto;
      gap: 0.3rem;
      align-items: center;
      min-height: 2.25rem;
    }
    app-icon {
      color: var(--mat-sys-on-surface-variant);
    }
    app-icon.done {
      color: var(--td-ok);
    }
  `,
})
export class ReportOutline {
  readonly view = input.required<ReportView>();
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  private readonly document = inject(DOCUMENT);
  private readonly parts = OUTLINE.map((part) => ({ key: part.key, title: titleOf(part, this.language) }));
  protected readonly before = this.parts.slice(0, sectionsAfter(OUTLINE));
  protected readonly after = this.parts.slice(sectionsAfter(OUTLINE));
  protected readonly sections = computed(() =>
    this.view().sections.map((section) => ({
      ...section,
      stateName: stateName('Section', section.state, this.language),
      icon: LOOK_ICONS[STATE_LOOKS['Section']?.[section.state] ?? 'waiting'] satisfies IconName,
    })),
  );

  /** A plain fragment would lead below the base address, and would not move the focus. */
  protected go(event: Event, part: string): void {
    event.preventDefault();
    focusPlace(this.document, `#${part}-heading`);
  }
}

/** The units' sections stand after the papers of the bloc. */
const sectionsAfter = (parts: readonly OutlinePart[]): number => parts.findIndex(({ key }) => key === 'papers') + 1;
