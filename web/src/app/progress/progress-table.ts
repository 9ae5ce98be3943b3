import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Progress, ProgressCell, ProgressRow } from '@thidua/workflows/progress/progress.schema';
import type { Spot } from '../platform/where.js';
import { groupInWords } from './group-bars.js';
import { ProgressCellView } from './progress-cell.js';

/** A unit whose reminder was pressed, of which record. */
export interface Reminding {
  readonly unit: string;
  readonly cell: ProgressCell;
}

/** Units by steps, group by group; under 900 px a card for each unit. What the reader may not read is not there. */
@Component({
  selector: 'app-progress-table',
  imports: [ProgressCellView, RouterLink],
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="caption">
      <table class="table cards" role="table">
        <caption class="vh">
          {{
            caption
          }}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" i18n="@@scorecards.unit">Đơn vị</th>
            @for (step of progress().steps; track step.step) {
              <th scope="col" role="columnheader">{{ step.name }}</th>
            }
          </tr>
        </thead>
        @for (group of groups(); track group.number) {
          <tbody role="rowgroup">
            @if (group.number !== null) {
              <tr class="group" role="row">
                <th role="rowheader" scope="rowgroup" [attr.colspan]="progress().steps.length + 1">{{ nameOf(group.number) }}</th>
              </tr>
            }
            @for (row of group.rows; track row.unitId) {
              <tr role="row">
                <th scope="row" role="rowheader">
                  <span>{{ row.unitShortName }}</span>
                  @if (row.own) {
                    <small i18n="@@progress.own">đơn vị của ông/bà</small>
                  }
                </th>
                @for (step of progress().steps; track step.step) {
                  <td role="cell" [attr.data-heading]="step.name">
                    @if (cellOf(row, step.step); as cell) {
                      <div class="cell">
                        <app-progress-cell
                          [cell]="cell"
                          [unit]="row.unitShortName"
                          [busy]="busy()"
                          (remind)="remind.emit({ unit: row.unitShortName, cell })"
                        />
                        @if (cell.look !== 'ahead' || cell.daysLeft !== null) {
                          <a [routerLink]="addressOf(cell)" class="no-print"
                            ><span i18n="@@progress.open">Mở hồ sơ</span
                            ><span class="vh">: {{ step.name }}, {{ row.unitShortName }}</span></a
                          >
                        }
                      </div>
                    } @else {
                      <span aria-hidden="true">–</span><span class="vh" i18n="@@progress.unread">ông/bà không được xem</span>
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        }
      </table>
    </div>
  `,
  styles: `
    td {
      vertical-align: top;
    }
    th small {
      display: block;
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    th[scope='row'] {
      min-width: 8rem; /* a short name in two lines */
      vertical-align: top;
    }
    .cell {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--td-space-3);
      align-items: center;
      flex: 1 1 auto;
      padding-block: 0.25rem;
    }
    app-progress-cell {
      flex: 1 1 7.5rem;
    }
    .cell > a {
      display: inline-flex;
      align-items: center;
      min-height: var(--td-target);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class ProgressTable {
  readonly progress = input.required<Progress>();
  readonly spot = input.required<Spot>();
  readonly busy = input(false);
  readonly remind = output<Reminding>();
  protected readonly caption = $localize`:@@progress.caption:Các đơn vị và các bước của năm`;
  protected readonly nameOf = groupInWords;
  protected readonly groups = computed(() => {
    const { rows } = this.progress();
    const numbers = [...new Set(rows.map(({ groupNumber }) => groupNumber))];
    return numbers.map((number) => ({ number, rows: rows.filter(({ groupNumber }) => groupNumber === number) }));
  });

  protected cellOf({ cells }: ProgressRow, step: string): ProgressCell | undefined {
    return cells.find((cell) => cell.step === step);
  }

  protected addressOf({ link }: ProgressCell): (string | number)[] {
    return ['/', this.spot().bloc, this.spot().year, ...link.split('/')];
  }
}
