import { afterNextRender, Component, DestroyRef, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Display } from '../../platform/display.js';
import type { Drawn } from './charts.js';
import type { Picture } from './drawing.js';
import { paperOf, whitePaperOf } from './paper.js';

/** What draws, once it has been loaded. */
export type Charts = typeof import('./charts.js');
/** What a system may change while a page is open. */
const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/** A picture as it is drawn in the page: anew when its width, the colours or the letters change, and dark on white for a print. */
@Component({
  selector: 'app-drawn-picture',
  host: {
    class: 'picture-box',
    '[style.height.rem]': 'picture().height',
    '[attr.aria-busy]': 'busy() ? true : null',
    '(window:beforeprint)': 'draw(true)',
    '(window:afterprint)': 'draw(false)',
  },
  template: '',
  styles: `
    :host {
      display: block;
      overflow: hidden;
      forced-color-adjust: none; /* a system's own colours are drawn with */
      break-inside: avoid;
    }
  `,
})
export class DrawnPicture {
  readonly picture = input.required<Picture>();
  readonly charts = input<Charts>();
  protected readonly busy = signal(true);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly display = inject(Display);
  private readonly width = signal(0);
  /** Counts what the system changed. */
  private readonly turns = signal(0);
  private drawn: Drawn | null = null;

  constructor() {
    const gone = inject(DestroyRef);
    afterNextRender(() => this.watch(gone));
    effect(() => {
      this.display.colours();
      this.display.text();
      this.turns();
      this.draw(false);
    });
    gone.onDestroy(() => this.drawn?.free());
  }

  protected draw(printed: boolean): void {
    const [charts, picture, width] = [this.charts(), this.picture(), this.width()];
    if (!charts || width === 0) return;
    this.drawn?.free();
    const paper = paperOf(this.host, width);
    // The room on the page stays what it is, whatever stands in it.
    const { rem } = paper;
    this.drawn = charts.drawInto(this.host, picture, printed ? { ...whitePaperOf(this.host), width, rem, edge: 0 } : paper);
    this.busy.set(false);
  }

  private watch(gone: DestroyRef): void {
    const resized = new ResizeObserver(([entry]) => this.width.set(Math.floor(entry!.contentRect.width)));
    resized.observe(this.host);
    const turned = () => this.turns.update((count) => count + 1);
    const queries = LOOKS.map((look) => matchMedia(look));
    for (const query of queries) query.addEventListener('change', turned);
    gone.onDestroy(() => {
      resized.disconnect();
      for (const query of queries) query.removeEventListener('change', turned);
    });
  }
}
