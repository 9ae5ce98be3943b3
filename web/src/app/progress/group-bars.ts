import { Component, input } from '@angular/core';
import type { GroupProgress } from '@thidua/workflows/progress/progress.schema';

/** A group as it is called; null: the bloc has none. */
export const groupInWords = (number: number | null): string =>
  number === null ? $localize`:@@scorecards.all:Các đơn vị` : $localize`:@@scorecards.group:Nhóm ${number}:number:`;

/** A step group by group: a cell for each unit (solid, hatched, dashed: done, waiting, not begun), and the same in figures. */
@Component({
  selector: 'app-group-bars',
  template: `
    <ul>
      @for (group of groups(); track group.groupNumber) {
        <li>
          <p>
            <span>{{ nameOf(group.groupNumber) }}</span><span>{{ countOf(group) }}</span>
          </p>
          <div class="bar" aria-hidden="true">
            @for (look of group.looks; track $index) {
              <span class="pattern" [class]="look"></span>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      padding: var(--td-space-2) 0;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--td-space-3);
      justify-content: space-between;
      margin-bottom: 0.3rem;
    }
    .bar {
      display: flex;
      gap: 4px;
    }
    .pattern {
      flex: 1 1 0;
    }
  `,
})
export class GroupBars {
  readonly groups = input.required<readonly GroupProgress[]>();

  protected readonly nameOf = groupInWords;

  protected countOf({ passed, of }: GroupProgress): string {
    return $localize`:@@progress.count:${passed}:passed:/${of}:of: đơn vị`;
  }
}
