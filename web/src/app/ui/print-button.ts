import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from './icon.js';

/** Prints the page as it stands: menus, bars and buttons are left out by the print styles. */
@Component({
  selector: 'app-print-button',
  imports: [Icon, MatButton],
  host: { class: 'no-print' },
  template: `
    <button matButton="outlined" type="button" class="small-button" (click)="print()">
      <app-icon name="print" /><span i18n="@@print">In</span>
    </button>
  `,
})
export class PrintButton {
  protected print(): void {
    globalThis.print();
  }
}
