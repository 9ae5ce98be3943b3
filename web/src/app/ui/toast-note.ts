import { Component, DestroyRef, inject, input, output } from '@angular/core';
import { Icon } from './icon.js';

/** It goes by itself after so long, unless somebody points at it or is in it (WCAG 2.2.1). */
const SHOWN_MS = 8_000;

/** One toast: what was done, and a button that takes it away. */
@Component({
  selector: 'app-toast-note',
  imports: [Icon],
  host: { '(mouseenter)': 'hold()', '(mouseleave)': 'wait()', '(focusin)': 'hold()', '(focusout)': 'wait()' },
  template: `
    <app-icon name="check_circle" />
    <span>{{ sentence() }}</span>
    <button type="button" i18n-aria-label="@@toast.close" aria-label="Đóng thông báo" (click)="closed.emit()">
      <app-icon name="close" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--td-space-2);
      padding-left: var(--td-space-3);
      border: 1px solid var(--mat-sys-inverse-on-surface);
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
    }
    span {
      flex: 1;
      overflow-wrap: anywhere;
    }
    button {
      min-width: var(--td-target);
      min-height: var(--td-target);
      border: 0;
      background: none;
      color: inherit;
      cursor: pointer;
    }
  `,
})
export class ToastNote {
  readonly sentence = input.required<string>();
  readonly closed = output();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hold());
    this.wait();
  }

  protected hold(): void {
    clearTimeout(this.timer);
  }

  protected wait(): void {
    this.hold();
    this.timer = setTimeout(() => this.closed.emit(), SHOWN_MS);
  }
}
