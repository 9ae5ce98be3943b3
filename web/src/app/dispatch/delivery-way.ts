import { Component, computed, inject, input } from '@angular/core';
import type { DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import type { IconName } from '../ui/icon-paths.js';
import { Icon } from '../ui/icon.js';
import { isLost } from './deliveries.js';

interface Stop {
  readonly icon: IconName;
  readonly words: string;
  readonly bad?: boolean;
}

/** The way of a letter: sent, arrived or came back, confirmed, each with its time. */
@Component({
  selector: 'app-delivery-way',
  imports: [Icon],
  template: `
    <ol>
      @for (stop of stops(); track stop.words) {
        <li [class.bad]="stop.bad"><app-icon [name]="stop.icon" />{{ stop.words }}</li>
      }
    </ol>
  `,
  styles: `
    /* Each stop with its time in one line, where there is room. */
    @media screen and (min-width: 1241px) {
      ol {
        min-width: 14.5rem;
      }
    }
    li {
      display: flex;
      align-items: baseline;
      gap: 0.4rem;
    }
    app-icon {
      font-size: 0.9em;
      color: var(--td-ok);
    }
    .bad,
    .bad app-icon {
      color: var(--mat-sys-error);
    }
  `,
})
export class DeliveryWay {
  readonly letter = input.required<DeliveryView>();
  private readonly language = inject(LANGUAGE);
  protected readonly stops = computed<readonly Stop[]>(() => {
    const { state, attempts, sentAt, nextAt, confirmedAt } = this.letter();
    const arrived: Stop[] = sentAt ? [{ icon: 'check', words: $localize`:@@delivery.arrived:Tới ${this.when(sentAt)}:instant:` }] : [];
    const lost: Stop[] = isLost(state)
      ? [{ icon: 'error', words: $localize`:@@delivery.lost:Không tới, sau ${attempts}:count: lần gửi`, bad: true }]
      : [];
    const tried: Stop[] =
      state === 'queued'
        ? [
            {
              icon: 'hourglass_top',
              words:
                attempts === 0 || !nextAt
                  ? this.going
                  : $localize`:@@delivery.again:Đã thử ${attempts}:count: lần, thử lại ${this.when(nextAt)}:instant:`,
            },
          ]
        : [];
    const confirmed: Stop[] = confirmedAt
      ? [{ icon: 'mark_email_read', words: $localize`:@@delivery.confirmed:Xác nhận ${this.when(confirmedAt)}:instant:` }]
      : [];
    return [...arrived, ...lost, ...tried, ...confirmed];
  });
  private readonly going = $localize`:@@delivery.going:Đang gửi`;

  private when(instant: string): string {
    return instantInWords(instant, this.language);
  }
}
