import { Component, ElementRef, afterNextRender, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon.js';

/**
 * What was received, when, and who is next (ux.md P29): stands in the page after submit, vote or sign, and takes the focus once.
 * `heading` says what was done; the content says who is next and by when.
 */
@Component({
  selector: 'app-done-note',
  imports: [Icon, RouterLink],
  template: `
    <div class="note good" role="status">
      <app-icon name="check_circle" />
      <div>
        <h2 tabindex="-1">{{ heading() }}</h2>
        <ng-content />
        <p><a routerLink="/work" i18n="@@done.next">Về Việc của tôi để làm việc tiếp theo</a></p>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--td-space-4);
    }
  `,
})
export class DoneNote {
  readonly heading = input.required<string>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender({ read: () => host.nativeElement.querySelector<HTMLElement>('h2')?.focus() });
  }
}
