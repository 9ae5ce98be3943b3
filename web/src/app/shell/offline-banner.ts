import { Component, inject, signal } from '@angular/core';
import { timeInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from '../ui/icon.js';

/** The line is cut (ux.md P19): under the ink bar, not over the content. */
@Component({
  selector: 'app-offline-banner',
  imports: [Icon],
  host: { '(window:offline)': 'cut.set(now())', '(window:online)': 'cut.set(null)' },
  template: `
    <div role="status">
      @if (cut(); as since) {
        <p>
          <app-icon name="warning" />
          <span i18n="@@offline.cut"
            >Mất kết nối từ
            {{
              since  // i18n(ph="since")
            }}. Chữ đang gõ được giữ trên máy này và tự lưu khi có mạng.</span
          >
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      gap: 0.5rem;
      padding: 0.5rem var(--td-space-5);
      background: var(--td-warn-container);
      color: var(--td-on-warn-container);
    }
  `,
})
export class OfflineBanner {
  private readonly language = inject(LANGUAGE);
  protected readonly cut = signal<string | null>(null);
  protected now(): string {
    return timeInWords(new Date(), this.language);
  }
}
