import { Component, input } from '@angular/core';
import { Icon } from './icon.js';

/** Somebody who declined, in words, with the reason. */
export interface RecusalLine {
  readonly text: string;
  readonly reason: string;
}

/** Who declined because of a conflict of interest, and why. */
@Component({
  selector: 'app-recusal-list',
  imports: [Icon],
  template: `
    <div class="note">
      <app-icon name="block" />
      <div>
        <p>
          <b>{{ heading() }}</b>
        </p>
        <ul>
          @for (line of lines(); track line.text) {
            <li class="typed">{{ line.text }}: {{ line.reason }}</li>
          }
        </ul>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      margin: 0.3rem 0 0;
      padding-left: 1.1rem;
    }
  `,
})
export class RecusalList {
  readonly heading = input.required<string>();
  readonly lines = input.required<readonly RecusalLine[]>();
}
