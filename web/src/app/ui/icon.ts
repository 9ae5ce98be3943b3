import { Component, computed, input } from '@angular/core';
import { ICON_PATHS, type IconName } from './icon-paths.js';

/** A picture beside words, never instead of them: readers of the screen do not hear it. */
@Component({
  selector: 'app-icon',
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 -960 960 960" focusable="false"><path [attr.d]="outline()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.25em;
    }
    svg {
      width: 1.25em;
      height: 1.25em;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly outline = computed(() => ICON_PATHS[this.name()]);
}
