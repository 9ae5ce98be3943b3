import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Upgrade } from '../platform/upgrade.js';
import { Icon } from '../ui/icon.js';

/** The program was upgraded under the open page, or a part of it did not come: said under the ink bar; the reader chooses when to reload. */
@Component({
  selector: 'app-upgrade-banner',
  imports: [Icon, MatButton],
  host: { class: 'no-print' },
  template: `
    <div role="status">
      @if (upgrade.missed()) {
        <p>
          <app-icon name="warning" />
          <span i18n="@@upgrade.missed">Chưa mở được trang vừa chọn: chương trình đã nâng cấp, hoặc đường truyền bị ngắt.</span>
        </p>
      } @else if (upgrade.came()) {
        <p>
          <app-icon name="task_alt" />
          <span i18n="@@upgrade.came">Chương trình vừa nâng cấp. Tải lại trang để dùng bản mới; chữ đang gõ được giữ.</span>
        </p>
      }
    </div>
    @if (upgrade.missed() || upgrade.came()) {
      <button matButton="outlined" type="button" (click)="upgrade.take()" i18n="@@upgrade.take">Tải lại trang</button>
    }
  `,
  styles: `
    :host:has(p) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--td-space-3);
      padding: 0.25rem var(--td-space-5);
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    p {
      display: flex;
      gap: 0.5rem;
    }
    button {
      min-height: var(--td-target);
    }
  `,
})
export class UpgradeBanner {
  protected readonly upgrade = inject(Upgrade);
}
