import { Component, computed, input } from '@angular/core';
import { piecesOf } from '@thidua/workflows/search/marked';
import type { Term } from '@thidua/workflows/search/query';

/** A text in which what was looked for is marked. */
@Component({
  selector: 'app-marked-text',
  template: `@for (piece of pieces(); track $index) {
    @if (piece.found) {
      <mark [textContent]="piece.text"></mark>
    } @else {
      <span [textContent]="piece.text"></span>
    }
  }`,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly terms = input.required<readonly Term[]>();
  protected readonly pieces = computed(() => piecesOf(this.text(), this.terms()));
}
