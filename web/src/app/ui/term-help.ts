import { Component, computed, inject, input, model } from '@angular/core';
import { termWords, type Term } from '@thidua/workflows/term/term.words';
import { LANGUAGE } from '../platform/language.js';

/**
 * A word of the field, explained in one sentence below its label when somebody asks: a button that shows and hides it, no tooltip.
 * It stands in a line that may wrap (`.explained`), after the label; `named` where there is no label that bears the word.
 */
@Component({
  selector: 'app-term-help',
  host: { class: 'no-print' },
  template: `
    <button type="button" [attr.aria-expanded]="open()" [attr.aria-controls]="open() ? textId() : null" (click)="open.set(!open())">
      <span class="sign" aria-hidden="true">?</span>
      <span [class.vh]="!named()"><span class="vh" i18n="@@termHelp.explain">Giải thích: </span>{{ name() }}</span>
    </button>
    @if (open()) {
      <span class="hint" [id]="textId()">{{ meaning() }}</span>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    button {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-width: 1.5rem;
      min-height: 1.5rem;
      margin-block: -0.25rem; /* the line stays as high as one without it */
      padding: 0;
      border: 0;
      background: none;
      font: inherit;
      color: var(--td-link);
      cursor: pointer;
    }
    .sign {
      display: grid;
      place-items: center;
      width: 1.35rem;
      height: 1.35rem;
      border: 1.5px solid currentColor;
      border-radius: 99px;
      font: var(--mat-sys-label-medium);
    }
    button[aria-expanded='true'] .sign {
      background: var(--td-link);
      border-color: var(--td-link);
      color: var(--mat-sys-surface-container-lowest);
    }
    .hint {
      flex-basis: 100%;
    }
    /* As large as a thumb, without pushing the lines around it apart. */
    @media (max-width: 900px), (pointer: coarse) {
      button::after {
        content: '';
        position: absolute;
        inset: calc((1.5rem - var(--td-target)) / 2);
      }
    }
  `,
})
export class TermHelp {
  readonly term = input.required<Term>();
  /** The id of the sentence, for `aria-describedby` of what it explains. */
  readonly textId = input.required<string>();
  readonly named = input(false);
  readonly open = model(false);
  private readonly language = inject(LANGUAGE);
  protected readonly name = computed(() => {
    const name = termWords[this.term()].name[this.language];
    return name.charAt(0).toUpperCase() + name.slice(1);
  });
  protected readonly meaning = computed(() => termWords[this.term()].meaning[this.language]);
}
