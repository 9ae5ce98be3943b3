import { Injectable, signal } from '@angular/core';

/** A sentence about something small that was done, which nobody has to answer. */
export interface Toast {
  readonly id: number;
  readonly sentence: string;
}

/** Older ones go when there are more. */
const MOST = 3;

/** Says what was done where no part of the page shows it, such as a file that was saved. What matters stands in the page (ux.md P29). */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private last = 0;
  readonly shown = this.list.asReadonly();

  say(sentence: string): void {
    this.last += 1;
    const toast = { id: this.last, sentence };
    this.list.update((shown) => [...shown, toast].slice(-MOST));
  }

  drop(id: number): void {
    this.list.update((shown) => shown.filter((toast) => toast.id !== id));
  }
}
