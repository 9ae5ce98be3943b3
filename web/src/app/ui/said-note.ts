import { afterNextRender, Component, ElementRef, inject } from '@angular/core';

/** That something was done, in a sentence: it stands in the page where it was done, and takes the focus once. */
@Component({
  selector: 'app-said-note',
  template: '<p class="note good" role="status" tabindex="-1"><ng-content /></p>',
  styles: `
    p {
      margin-bottom: var(--td-space-4);
    }
  `,
})
export class SaidNote {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender({ read: () => host.nativeElement.querySelector('p')?.focus() });
  }
}
