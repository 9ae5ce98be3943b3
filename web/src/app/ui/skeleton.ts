import { Component, computed, input } from '@angular/core';

/** Grey lines while something loads: shown after 300 ms, spoken after a second, the frame of the page stays. */
@Component({
  selector: 'app-skeleton',
  template: `
    <div aria-hidden="true">
      @for (width of widths(); track $index) {
        <span [style.width.%]="width"></span>
      }
    </div>
    <p class="vh" role="status" i18n="@@skeleton.loading">Đang tải</p>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--td-space-4) 0;
      animation: appear 0.01s 0.3s backwards;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
    span {
      display: block;
      height: 1.1rem;
      margin-bottom: 0.75rem;
      border-radius: var(--mat-sys-corner-extra-small);
      background: var(--mat-sys-surface-container-high);
    }
  `,
})
export class Skeleton {
  readonly lines = input(4);
  protected readonly widths = computed(() => Array.from({ length: this.lines() }, (_, line) => [92, 78, 85, 60][line % 4]));
}
