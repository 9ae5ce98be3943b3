import { Component, computed, inject, input } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaTable } from '@thidua/workflows/cycle/rules.schema';
import { LANGUAGE } from '../platform/language.js';

/** The criteria of the year with their maxima; bonus and penalty under their caps. */
@Component({
  selector: 'app-criteria-table',
  template: `
    <div class="scroll-region" role="region" tabindex="0" i18n-aria-label="@@criteria.caption" aria-label="Bộ tiêu chí của năm">
      <table class="table">
        <caption class="vh" i18n="@@criteria.caption">
          Bộ tiêu chí của năm
        </caption>
        <thead>
          <tr>
            <th scope="col" i18n="@@criteria.item">Tiêu chí</th>
            <th scope="col" class="num" i18n="@@criteria.max">Tối đa</th>
          </tr>
        </thead>
        @for (part of parts(); track part.code) {
          <tbody>
            <tr class="group">
              <th scope="rowgroup">
                <div class="coded">
                  <span class="code">{{ part.code }}</span>
                  <span>{{ part.name }}</span>
                </div>
              </th>
              <td class="num">{{ points(part.max) }}</td>
            </tr>
            @for (item of part.items; track item.code) {
              <tr>
                <th scope="row">
                  <div class="coded">
                    <span class="code">{{ item.code }}</span>
                    <span
                      >{{ item.name }}
                      @if (item.evidence) {
                        <span class="hint" i18n="@@criteria.evidence"> · cần minh chứng</span>
                      }
                    </span>
                  </div>
                </th>
                <td class="num">{{ points(item.max) }}</td>
              </tr>
            }
          </tbody>
        }
        <tfoot>
          <tr>
            <th scope="row" i18n="@@criteria.scale">Thang điểm, chưa kể thưởng và trừ</th>
            <td class="num">{{ points(table().scale) }}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  `,
})
export class CriteriaTableView {
  readonly table = input.required<CriteriaTable>();
  private readonly language = inject(LANGUAGE);
  protected readonly parts = computed(() => {
    const { sections, bonus, penalty } = this.table();
    const capped = [
      { code: '+', name: $localize`:@@criteria.bonus:Điểm thưởng, cộng tối đa`, max: bonus.cap, items: bonus.items },
      { code: '−', name: $localize`:@@criteria.penalty:Điểm trừ, trừ tối đa`, max: penalty.cap, items: penalty.items },
    ];
    return [...sections, ...capped.filter(({ items }) => items.length > 0)];
  });

  protected points(value: number): string {
    return formatPoints(value, this.language);
  }
}
