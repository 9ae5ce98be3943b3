import { Component, computed, inject, input } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import { LANGUAGE } from '../platform/language.js';
import type { ScoreRow } from './score-columns.js';
import { rangeOf } from './score-columns.js';

/** Where the raters stand between 0 and the maximum: circles, their middle as a line, the unit's own as a triangle (ux.md 7). */
@Component({
  selector: 'app-range-strip',
  template: `
    @if (range(); as spread) {
      <svg viewBox="0 0 100 20" role="img" [attr.aria-label]="words()">
        <path class="scale" d="M2 12H98" />
        <path class="spread" [attr.d]="'M' + x(spread.low) + ' 12H' + x(spread.high)" />
        @for (peer of peers(); track $index) {
          <circle [attr.cx]="x(peer)" cy="12" r="2.6" />
        }
        @if (middle() !== null) {
          <path class="middle" [attr.d]="'M' + x(middle()!) + ' 6V18'" />
        }
        @if (self() !== null) {
          <path class="self" [attr.d]="'M' + (x(self()!) - 3.2) + ' 1h6.400l-3.200 5.500z'" />
        }
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 6.5rem;
      max-width: 100%;
    }
    path {
      fill: none;
      stroke: var(--mat-sys-outline-variant);
      stroke-width: 1.4;
    }
    .spread {
      stroke: var(--mat-sys-on-surface-variant);
      stroke-width: 3;
    }
    circle {
      fill: var(--mat-sys-surface-container-lowest);
      stroke: var(--mat-sys-on-surface);
      stroke-width: 1.4;
    }
    .middle {
      stroke: var(--mat-sys-on-surface);
      stroke-width: 2;
    }
    .self {
      fill: var(--mat-sys-primary);
      stroke: none;
    }
  `,
})
export class RangeStrip {
  readonly row = input.required<ScoreRow>();
  private readonly language = inject(LANGUAGE);
  protected readonly peers = computed(() => this.of('peer').filter((points) => points !== null));
  protected readonly middle = computed(() => this.of('aggregate')[0] ?? null);
  protected readonly self = computed(() => this.of('self')[0] ?? null);
  protected readonly range = computed(() => rangeOf(this.peers()));
  protected readonly words = computed(() => {
    const { low, high } = this.range()!;
    return $localize`:@@scores.strip:Các đơn vị chấm từ ${this.said(low)}:low: đến ${this.said(high)}:high:, tự chấm ${this.said(this.self())}:self:, tối đa ${this.said(this.row().item.max)}:max:`;
  });

  private of(kind: 'peer' | 'aggregate' | 'self'): (number | null)[] {
    return this.row().cells.flatMap(({ column, points }) => (column.kind === kind ? [points] : []));
  }

  private said(points: number | null): string {
    return points === null ? '–' : formatPoints(points, this.language);
  }

  protected x(points: number): number {
    return Math.round(20 + (960 * points) / this.row().item.max) / 10;
  }
}
