import { Component, input } from '@angular/core';

/** A part of the interface in the gallery: its name in the code, which of its states is shown, and itself. */
@Component({
  selector: 'app-gallery-part',
  template: `
    <h3>
      <code>{{ part() }}</code>&ngsp;<span class="muted">{{ state() }}</span>
    </h3>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--td-space-4);
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    h3 {
      margin-bottom: var(--td-space-2);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class GalleryPart {
  readonly part = input.required<string>();
  readonly state = input('');
}
