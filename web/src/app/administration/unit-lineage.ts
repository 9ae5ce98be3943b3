import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LineageView } from '@thidua/workflows/unit/unit.schema';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';

/** What became of a unit and what it came from, in words, each with the decision that it rests on. */
@Component({
  selector: 'app-unit-lineage',
  imports: [RouterLink],
  template: `
    <ol>
      @for (event of events(); track $index) {
        <li>
          <p>
            <span class="muted">{{ day(event.on) }}</span> {{ said(event) }}
            @if (event.unitId; as id) {
              <a [routerLink]="['/administration', province(), 'units', id]">{{ event.other }}</a>
            } @else if (event.other) {
              <b>{{ event.other }}</b>
            }
          </p>
          <p class="hint">{{ event.basis }}</p>
        </li>
      }
    </ol>
  `,
  styles: `
    li + li {
      margin-top: var(--td-space-3);
    }
  `,
})
export class UnitLineage {
  readonly events = input.required<readonly LineageView[]>();
  readonly province = input.required<string>();
  private readonly language = inject(LANGUAGE);

  protected day(day: string): string {
    return dayInWords(day, this.language);
  }

  protected said({ kind, side }: LineageView): string {
    const words: Readonly<Record<LineageView['kind'], readonly [string, string]>> = {
      rename: [$localize`:@@lineage.renamed:Đổi tên`, ''],
      merge: [$localize`:@@lineage.mergedInto:Sáp nhập vào`, $localize`:@@lineage.tookIn:Nhận sáp nhập`],
      split: [$localize`:@@lineage.splitOff:Tách ra`, $localize`:@@lineage.cameOutOf:Tách từ`],
      divide: [$localize`:@@lineage.dividedInto:Chia thành`, $localize`:@@lineage.partOf:Chia từ`],
      transfer: [$localize`:@@lineage.transferred:Chuyển sang`, ''],
      depart: [$localize`:@@lineage.departed:Chuyển sang`, ''],
      dissolve: [$localize`:@@lineage.dissolved:Giải thể`, ''],
    };
    return words[kind][side === 'after' ? 0 : 1];
  }
}
