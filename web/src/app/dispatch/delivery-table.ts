import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';
import { eventName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { StateTag } from '../ui/state-tag.js';
import { isLost } from './deliveries.js';
import { DeliveryWay } from './delivery-way.js';

/** How the letter to each recipient stands (ux.md P16): what does not arrive first, each with its way, the server's words and one action. */
@Component({
  selector: 'app-delivery-table',
  imports: [Cell, DataTable, DeliveryWay, MatButton, StateTag],
  template: `
    <app-data-table
      i18n-caption="@@deliveries.caption"
      caption="Tình trạng thư gửi từng nơi nhận"
      key="receiptId"
      [columns]="columns"
      [rows]="letters()"
    >
      <ng-template appCell="name" let-row>
        <span
          >{{ letterOf(row).name }}<br /><span class="hint">{{ letterOf(row).address }}</span></span
        >
      </ng-template>
      <ng-template appCell="way" let-row><app-delivery-way [letter]="letterOf(row)" /></ng-template>
      <ng-template appCell="state" let-row>
        <div>
          @if (letterOf(row).confirmedAt) {
            <app-state-tag kind="Receipt" state="confirmed" />
            <p>{{ confirmedBy(row) }}</p>
          } @else {
            <app-state-tag kind="Delivery" [state]="letterOf(row).state" />
          }
          @if (letterOf(row).answer && letterOf(row).state !== 'accepted') {
            <p class="hint">
              <ng-container i18n="@@deliveries.server">Máy chủ thư trả lời:</ng-container>&ngsp;<q>{{ letterOf(row).answer }}</q>
            </p>
          }
        </div>
      </ng-template>
      <ng-template appCell="act" let-row>
        @if (resends() && lost(row)) {
          <button matButton="outlined" class="small-button" type="button" (click)="resend.emit(row)">
            {{ resendWords }}<span class="vh"> {{ letterOf(row).name }}</span>
          </button>
        } @else {
          <span class="muted">{{ waitsFor(row) }}</span>
        }
      </ng-template>
    </app-data-table>
  `,
})
export class DeliveryTable {
  readonly letters = input.required<readonly DeliveryView[]>();
  readonly resends = input(false);
  readonly resend = output<DeliveryView>();
  private readonly language = inject(LANGUAGE);
  protected readonly resendWords = eventName('Dispatch', 'resend', this.language);
  protected readonly columns: readonly Column[] = [
    { key: 'name', name: $localize`:@@deliveries.recipient:Nơi nhận` },
    { key: 'way', name: $localize`:@@deliveries.way:Đường đi` },
    { key: 'state', name: $localize`:@@deliveries.state:Tình trạng` },
    { key: 'act', name: $localize`:@@deliveries.act:Việc cần làm` },
  ];

  /** A template's variable has no type of its own. */
  protected readonly letterOf = (row: DeliveryView) => row;
  protected readonly lost = ({ state, confirmedAt }: DeliveryView) => isLost(state) && !confirmedAt;

  protected waitsFor({ state, confirmedAt }: DeliveryView): string {
    if (confirmedAt) return '–';
    return state === 'queued' ? $localize`:@@deliveries.byItself:Tự gửi tiếp` : $localize`:@@deliveries.waits:Chờ nơi nhận xác nhận`;
  }

  protected confirmedBy({ confirmedBy, incomingNumber, incomingDate }: DeliveryView): string {
    const number = incomingNumber ? $localize`:@@deliveries.number:số đến ${incomingNumber}:number:` : '';
    const day = incomingDate ? $localize`:@@deliveries.day:ngày đến ${dayInWords(incomingDate, this.language)}:day:` : '';
    return [confirmedBy, number, day].filter(Boolean).join(', ');
  }
}
