import { Component, computed, input } from '@angular/core';
import type { Recipient } from '@thidua/workflows/dispatch/dispatch.schema';
import { Icon } from '../ui/icon.js';

/** Who will get a letter, once the group lines are expanded: counted, then by name with the address. */
@Component({
  selector: 'app-recipient-list',
  imports: [Icon],
  template: `
    <p>{{ counts() }}</p>
    <ul>
      @for (recipient of recipients(); track recipient.kind + recipient.unitId) {
        <li>
          <b>{{ recipient.name }}</b>
          @if (recipient.address) {
            <span class="hint">{{ recipient.address }}</span>
          } @else {
            <span class="fault"><app-icon name="error" /><span i18n="@@recipients.noAddress">Chưa có địa chỉ thư</span></span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
      gap: var(--td-space-2) var(--td-space-4);
      margin-top: var(--td-space-3);
    }
    li > * {
      display: flex;
      gap: 0.35rem;
    }
    b {
      font-weight: 500;
    }
  `,
})
export class RecipientList {
  readonly recipients = input.required<readonly Recipient[]>();
  protected readonly counts = computed(() => {
    const units = this.recipients().filter(({ kind }) => kind === 'unit').length;
    const offices = this.recipients().length - units;
    return $localize`:@@recipients.counts:${this.recipients().length}:all: thư: ${offices}:offices: cho Hội đồng và cơ quan thường trực, ${units}:units: cho các đơn vị. Mỗi nơi một thư.`;
  });
}
