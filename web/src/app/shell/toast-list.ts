import { Component, inject } from '@angular/core';
import { Toasts } from '../platform/toasts.js';
import { ToastNote } from '../ui/toast-note.js';

/** The toasts of every page, below the ink bar, where no bar of actions is. The region is always there, so that what comes is heard. */
@Component({
  selector: 'app-toast-list',
  imports: [ToastNote],
  host: { class: 'no-print' },
  template: `
    <div role="status">
      @for (toast of toasts.shown(); track toast.id) {
        <app-toast-note [sentence]="toast.sentence" (closed)="toasts.drop(toast.id)" />
      }
    </div>
  `,
  styles: `
    div {
      position: fixed;
      top: 4.5rem;
      right: var(--td-space-4);
      z-index: 25;
      display: grid;
      gap: var(--td-space-2);
      width: min(26rem, calc(100vw - 2 * var(--td-space-4)));
    }
  `,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
}
