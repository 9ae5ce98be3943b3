import { Component, computed, inject, input } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import { LANGUAGE } from '../platform/language.js';
import type { ScoreRow } from './score-columns.js';
import { endsOf, lanesOf, rangeOf } from './score-columns.js';

const WIDTH = 150;
const RADIUS = 3.4;
/** Circles stand one above the other rather than closer than this. */
const GAP = 2 * RADIUS + 1.2;

/**
 * Where the raters stand: circles, their middle as a line, the unit's own as a triangle (ux.md 7). The scale reaches as far as what was
 * given, and says from where to where: between 0 and the maximum all would stand in one place.
 */
@Component({
  selector: 'app-range-strip',
  template: `
    @if (range(); as spread) {
      <svg [attr.viewBox]="'0 0 ' + width + ' ' + (base() + 18)" role="img" [attr.aria-label]="words()">
        <path class="scale" [attr.d]="'M3 ' + base() + 'H' + (width - 3)" />
        <path class="spread" [attr.d]="'M' + x(spread.low) + ' ' + base() + 'H' + x(spread.high)" />
        @if (middle() !== null) {
          <path class="middle" [attr.d]="'M' + x(middle()!) + ' 8V' + (base() + 5)" />
        }
        @for (mark of marks(); track $index) {
          <circle [attr.cx]="mark.x" [attr.cy]="base() - mark.lane * gap" [attr.r]="radius" />
        }
        <text x="3" [attr.y]="base() + 16">{{ said(ends().from) }}</text>
        <text [attr.x]="width - 3" [attr.y]="base() + 16" text-anchor="end">{{ said(ends().to) }}</text>
        @if (self() !== null) {
          <path class="self" [attr.d]="'M' + (x(self()!) - 4) + ' 0h8l-4 6.500z'" />
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
      width: 9.4rem;
      max-width: 100%;
      forced-color-adjust: auto;
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
    text {
      fill: var(--mat-sys-on-surface-variant);
      font-size: 11px;
    }
    @media (forced-colors: active) {
      path,
      circle {
        stroke: CanvasText;
      }
      circle {
        fill: Canvas;
      }
      .self {
        fill: Highlight;
      }
      text {
        fill: CanvasText;
      }
    }
  `,
})
export class RangeStrip {
  readonly row = input.required<ScoreRow>();
  private readonly language = inject(LANGUAGE);
  protected readonly width = WIDTH;
  protected readonly radius = RADIUS;
  protected readonly gap = GAP;
  protected readonly peers = computed(() => this.of('peer').filter((points) => points !== null));
  protected readonly middle = computed(() => this.of('aggregate')[0] ?? null);
  protected readonly self = computed(() => this.of('self')[0] ?? null);
  protected readonly range = computed(() => rangeOf(this.peers()));
  protected readonly ends = computed(() => {
    const shown = [...this.peers(), this.middle(), this.self()].filter((points) => points !== null);
    return endsOf(shown, this.row().item.max);
  });
  protected readonly marks = computed(() =>
    lanesOf(
      this.peers().map((peer) => this.x(peer)),
      GAP,
    ),
  );
  /** The line on which the lowest circles stand: there is room above it for all lanes and the triangle. */
  protected readonly base = computed(() => 12 + RADIUS + Math.max(0, ...this.marks().map(({ lane }) => lane)) * GAP);
  protected readonly words = computed(() => {
    const { low, high } = this.range()!;
    return $localize`:@@scores.strip:Các đơn vị chấm từ ${this.said(low)}:low: đến ${this.said(high)}:high:, tự chấm ${this.said(this.self())}:self:, tối đa ${this.said(this.row().item.max)}:max:`;
  });

  private of(kind: 'peer' | 'aggregate' | 'self'): (number | null)[] {
    return this.row().cells.flatMap(({ column, points }) => (column.kind === kind ? [points] : []));
  }

  protected said(points: number | null): string {
    return points === null ? '–' : formatPoints(points, this.language);
  }

  protected x(points: number): number {
    const { from, to } = this.ends();
    return Math.round(50 + 10 * (WIDTH - 10) * ((points - from) / (to - from))) / 10;
  }
}
