import { Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';

/**
 * A button that shows and hides a panel below it. Esc, a press elsewhere and leaving by Tab close it; Esc returns the focus.
 * The button's words are the content marked `trigger`, the panel's the content marked `panel`.
 */
@Component({
  selector: 'app-disclosure',
  host: {
    '(keydown.escape)': 'close(true)',
    '(document:click)': 'leave($event)',
    '(focusout)': 'leave($event)',
  },
  template: `
    <button #trigger type="button" [attr.aria-expanded]="open()" [attr.aria-controls]="panelId()" (click)="open.set(!open())">
      <ng-content select="[trigger]" />
    </button>
    <div class="panel" [id]="panelId()" [hidden]="!open()"><ng-content select="[panel]" /></div>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      min-width: 0;
    }
    button {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      max-width: 100%;
      min-height: var(--td-target);
      padding: 0 0.6rem;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      line-height: 1.25;
      text-align: left;
      cursor: pointer;
    }
    .panel {
      position: absolute;
      inset: calc(100% + 0.25rem) auto auto 0;
      z-index: 25;
      width: max-content;
      max-width: min(24rem, calc(100vw - 2rem));
      max-height: calc(100vh - 6rem);
      overflow: auto;
      padding: var(--td-space-4);
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
      border: 1px solid var(--mat-sys-outline);
      border-radius: var(--mat-sys-corner-large);
      box-shadow: var(--mat-sys-level3);
    }
    :host(.right) .panel {
      inset: calc(100% + 0.25rem) 0 auto auto;
    }
    @media (max-width: 640px) {
      :host .panel,
      :host(.right) .panel {
        position: fixed;
        inset: 3.75rem 0.75rem auto;
        width: auto;
        max-width: none;
      }
    }
  `,
})
export class Disclosure {
  readonly panelId = input.required<string>();
  readonly open = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly trigger = viewChild.required<ElementRef<HTMLButtonElement>>('trigger');

  /** Closes the panel. */
  close(focus: boolean): void {
    if (!this.open()) return;
    this.open.set(false);
    if (focus) this.trigger().nativeElement.focus();
  }

  protected leave(event: MouseEvent | FocusEvent): void {
    const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
    if (to instanceof Node && !this.host.nativeElement.contains(to)) this.open.set(false);
  }
}
