import { afterNextRender, Component, ElementRef, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** What is about to happen for good, asked once before it is sent (ux.md P3): what follows, a button that repeats verb and object, the way back. */
@Component({
  selector: 'app-event-final',
  imports: [MatButton],
  host: { '(keydown.escape)': 'dropped.emit()' },
  template: `
    <div role="group" [attr.aria-label]="verb() + ' ' + object()" class="stack">
      <p tabindex="-1">
        <b>{{ verb() }} {{ object() }}.</b> {{ after() }}
      </p>
      <div class="line">
        <button matButton="filled" type="button" (click)="given.emit()">{{ verb() }} {{ object() }}</button>
        <button matButton="text" type="button" (click)="dropped.emit()" i18n="@@event.back">Quay lại</button>
      </div>
    </div>
  `,
  styles: `
    .stack {
      max-width: var(--td-measure);
      padding-top: var(--td-space-3);
    }
  `,
})
export class EventFinal {
  readonly verb = input.required<string>();
  readonly object = input.required<string>();
  readonly after = input('');
  readonly given = output();
  readonly dropped = output();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender({ read: () => host.nativeElement.querySelector<HTMLElement>('p')?.focus() });
  }
}
