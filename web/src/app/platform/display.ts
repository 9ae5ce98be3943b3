import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { remembered } from './remembered.js';

/** The switches on `<html>` by which tokens.css chooses colours and sizes; one that is absent follows the device. */
export interface Switches {
  readonly theme?: 'light' | 'dark';
  readonly contrast?: 'more' | 'normal';
  readonly text?: 'large' | 'larger';
}

/** The colours that a person may choose. A choice states light and contrast both, so that nothing of the device shows through. */
export const COLOURS = {
  device: {},
  light: { theme: 'light', contrast: 'normal' },
  dark: { theme: 'dark', contrast: 'normal' },
  'contrast-light': { theme: 'light', contrast: 'more' },
  'contrast-dark': { theme: 'dark', contrast: 'more' },
} as const satisfies Record<string, Switches>;
export type Colours = keyof typeof COLOURS;

/** The sizes of letters that a person may choose: 100, 125 and 150 per cent of what the browser is set to. */
export const TEXT_SIZES = { normal: {}, large: { text: 'large' }, larger: { text: 'larger' } } as const satisfies Record<string, Switches>;
export type TextSize = keyof typeof TEXT_SIZES;

/** Colours and size of letters on this device. `display.js` puts what is kept on the page before it is painted; here it is read and changed. */
@Injectable({ providedIn: 'root' })
export class Display {
  private readonly page = inject(DOCUMENT).documentElement;
  private readonly kept = remembered(() => localStorage, 'thidua:display');
  private readonly chosenColours = signal(this.choiceOf(COLOURS, ['theme', 'contrast'], 'device'));
  private readonly chosenText = signal(this.choiceOf(TEXT_SIZES, ['text'], 'normal'));
  readonly colours = this.chosenColours.asReadonly();
  readonly text = this.chosenText.asReadonly();

  /** Shows the page in these colours from now on. */
  chooseColours(colours: Colours): void {
    this.chosenColours.set(colours);
    this.apply();
  }

  /** Shows the page in letters of this size from now on. */
  chooseText(size: TextSize): void {
    this.chosenText.set(size);
    this.apply();
  }

  private apply(): void {
    const switches: Switches = { ...COLOURS[this.colours()], ...TEXT_SIZES[this.text()] };
    for (const name of ['theme', 'contrast', 'text'] as const) {
      const value = switches[name];
      if (value === undefined) delete this.page.dataset[name];
      else this.page.dataset[name] = value;
    }
    this.kept.write(Object.keys(switches).length === 0 ? null : JSON.stringify(switches));
  }

  /** Which choice the page shows by these of its switches; what no choice has is taken for none made. */
  private choiceOf<Choice extends string>(
    choices: Record<Choice, Switches>,
    names: readonly (keyof Switches)[],
    none: NoInfer<Choice>,
  ): Choice {
    const shown = (choice: Choice) => names.every((name) => this.page.dataset[name] === choices[choice][name]);
    return (Object.keys(choices) as Choice[]).find(shown) ?? none;
  }
}
