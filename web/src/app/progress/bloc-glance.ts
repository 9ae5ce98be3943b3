import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Progress } from '@thidua/workflows/progress/progress.schema';
import type { Spot } from '../platform/where.js';
import { GroupBars } from './group-bars.js';

/** Where the bloc stands at a glance, in My work: the step that is due, group by group. */
@Component({
  selector: 'app-bloc-glance',
  imports: [GroupBars, RouterLink],
  template: `
    @if (step(); as due) {
      <p>
        <b>{{ due.name }}</b>
      </p>
      <p class="hint">{{ due.words }}.</p>
      <app-group-bars [groups]="due.groups" />
    }
    <p>
      <a [routerLink]="['/', spot().bloc, spot().year, 'progress']" i18n="@@progress.see">Xem tiến độ từng đơn vị</a>
    </p>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--td-target);
    }
  `,
})
export class BlocGlance {
  readonly progress = input.required<Progress>();
  readonly spot = input.required<Spot>();
  /** The first step that is not behind every unit; when all are, the last. */
  protected readonly step = computed(() => {
    const told = this.progress().steps.filter(({ words }) => words !== null);
    return told.find(({ groups }) => groups.some(({ passed, of }) => passed < of)) ?? told.at(-1);
  });
}
