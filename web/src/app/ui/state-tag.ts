import { Component, computed, inject, input } from '@angular/core';
import { stateName } from '@thidua/workflows/words';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from './icon.js';
import { LOOK_ICONS, STATE_LOOKS, type Look } from './state-looks.js';

/**
 * A record's state: icon, word, colour; never a button. The word comes from `workflows`.
 * Give `kind` and `state`; or, for something that is no record's state, `look` and `text`.
 */
@Component({
  selector: 'app-state-tag',
  imports: [Icon],
  host: { '[class]': 'shown()' },
  template: `<app-icon [name]="icon()" /><span>{{ words() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: start;
      gap: 0.35rem;
      padding: 0.1rem 0.5rem;
      font: var(--mat-sys-label-medium);
      border-radius: var(--mat-sys-corner-extra-small);
    }
    /* As high as a line of the words: it stands beside their first one. */
    app-icon {
      align-items: center;
      height: calc(1lh / 0.9);
      font-size: 0.9em;
    }
    @each $look in (draft, waiting, acting, returned, done, locked, sealed, late, honour) {
      :host(.#{$look}) {
        background: var(--td-state-#{$look}-bg);
        color: var(--td-state-#{$look}-fg);
        border: var(--td-state-#{$look}-edge);
      }
    }
    :host(.returned) {
      border-left-width: 4px;
    }
    :host(.done) {
      padding-inline: 0;
    }
  `,
})
export class StateTag {
  readonly kind = input('');
  readonly state = input('');
  readonly look = input<Look>();
  readonly text = input<string>();
  private readonly language = inject(LANGUAGE);
  protected readonly shown = computed<Look>(() => this.look() ?? STATE_LOOKS[this.kind()]?.[this.state()] ?? 'waiting');
  protected readonly icon = computed(() => LOOK_ICONS[this.shown()]);
  protected readonly words = computed(() => this.text() ?? stateName(this.kind(), this.state(), this.language));
}
