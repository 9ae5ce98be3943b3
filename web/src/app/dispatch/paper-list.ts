import { Component, inject, input } from '@angular/core';
import type { DispatchedPaper } from '@thidua/workflows/dispatch/dispatch.schema';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from '../ui/icon.js';

/** Papers with their numbers and days, to read or to keep. `base` is the address below which their files lie; without it they are only named. */
@Component({
  selector: 'app-paper-list',
  imports: [Icon],
  template: `
    <ul>
      @for (paper of papers(); track paper.documentId) {
        <li>
          <p>
            <b>{{ nameOf(paper) }}</b>&ngsp;<span class="day">{{ dayOf(paper) }}</span>
          </p>
          <p class="typed">{{ paper.title }}</p>
          @if (paper.replaces) {
            <p class="hint" i18n="@@paper.replaces">
              Thay thế văn bản số
              {{
                paper.replaces // i18n(ph="number")
              }}
            </p>
          }
          @if (paper.councilOnly) {
            <p class="hint" i18n="@@paper.councilOnly">Chỉ gửi Hội đồng và cơ quan thường trực: có điểm từng đơn vị chấm.</p>
          }
          @if (base(); as base) {
            <p class="line">
              <a [href]="fileOf(base, paper)" target="_blank" rel="noopener"
                ><app-icon name="article" /><span i18n="@@paper.read">Đọc</span><span class="vh"> {{ nameOf(paper) }}</span></a
              >
              <a [href]="fileOf(base, paper)" download
                ><app-icon name="download" /><span i18n="@@paper.keep">Tải về</span><span class="vh"> {{ nameOf(paper) }}</span></a
              >
            </p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      padding: var(--td-space-3) 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    li:last-child {
      border-bottom: 0;
    }
    .day {
      color: var(--mat-sys-on-surface-variant);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-height: var(--td-target);
      padding-right: var(--td-space-4);
    }
  `,
})
export class PaperList {
  readonly papers = input.required<readonly DispatchedPaper[]>();
  readonly base = input<string | null>(null);
  private readonly language = inject(LANGUAGE);

  protected nameOf({ typeName, number }: DispatchedPaper): string {
    return $localize`:@@paper.name:${typeName}:type: số ${number}:number:`;
  }

  protected dayOf({ day }: DispatchedPaper): string {
    return $localize`:@@paper.day:ngày ${dayInWords(day, this.language)}:day:`;
  }

  protected fileOf(base: string, { documentId }: DispatchedPaper): string {
    return `${base}/papers/${documentId}/pdf`;
  }
}
