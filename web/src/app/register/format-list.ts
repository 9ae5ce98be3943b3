import { Component, computed, input } from '@angular/core';
import type { FormatFinding } from '@thidua/workflows/register/document.schema';
import { Icon } from '../ui/icon.js';

/** The points of the format check as a records officer goes through them: what does not hold first, the rest to be unfolded. */
@Component({
  selector: 'app-format-list',
  imports: [Icon],
  template: `
    <section class="card pad" aria-labelledby="format-heading">
      <h2 id="format-heading" i18n="@@format.title">Kiểm tra thể thức</h2>
      <p class="hint">{{ summary() }}</p>
      @if (faults().length > 0) {
        <ul class="stack">
          @for (point of faults(); track point.rule) {
            <li class="fault">
              <app-icon name="error" />
              <span
                ><b>{{ point.name }}.</b> {{ point.detail }}</span
              >
            </li>
          }
        </ul>
      }
      <details>
        <summary i18n="@@format.sound">Xem các điểm đạt</summary>
        <ul class="stack">
          @for (point of sound(); track point.rule) {
            <li>
              <app-icon name="check" />
              <span
                ><b>{{ point.name }}.</b> {{ point.detail }}</span
              >
            </li>
          }
        </ul>
      </details>
    </section>
  `,
  styles: `
    ul {
      margin-block: var(--td-space-3);
    }
    li {
      display: flex;
      gap: 0.6rem;
    }
    li span {
      min-width: 0;
    }
    li app-icon {
      flex: none;
      margin-top: 0.2rem;
      color: var(--td-ok);
    }
    .fault app-icon {
      color: var(--mat-sys-error);
    }
    summary {
      min-height: var(--td-target);
      display: flex;
      align-items: center;
      cursor: pointer;
      color: var(--td-link);
    }
  `,
})
export class FormatList {
  readonly points = input.required<readonly FormatFinding[]>();
  protected readonly faults = computed(() => this.points().filter(({ holds }) => !holds));
  protected readonly sound = computed(() => this.points().filter(({ holds }) => holds));
  protected readonly summary = computed(() =>
    this.faults().length === 0
      ? $localize`:@@format.allSound:${this.points().length}:all: điểm, tất cả đều đạt.`
      : $localize`:@@format.someFail:${this.points().length}:all: điểm, ${this.faults().length}:faults: điểm chưa đúng.`,
  );
}
