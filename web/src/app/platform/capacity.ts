import { Injectable, signal } from '@angular/core';
import { remembered } from './remembered.js';

/** The post in which the person acts, when they chose one; it is said with every request and stands in the journal. Kept for this tab. */
@Injectable({ providedIn: 'root' })
export class Capacity {
  private readonly kept = remembered(() => sessionStorage, 'thidua:acting-as');
  private readonly choice = signal<string | null>(this.kept.read());
  /** The id of the chosen post, or null when the person acts in all of them. */
  readonly chosen = this.choice.asReadonly();

  /** Acts in this post from now on; null: in all. */
  choose(postId: string | null): void {
    this.kept.write(postId);
    this.choice.set(postId);
  }
}
