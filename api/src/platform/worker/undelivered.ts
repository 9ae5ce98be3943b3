import { Injectable } from '@nestjs/common';
import type { DueDelivery } from './enclosures.js';

/**
 * Features are told here that a letter of theirs will not arrive, so that somebody can act. They are told before the letter is marked,
 * while its row is locked: again if the worker dies in between, and what they do must leave that row alone.
 */
@Injectable()
export class Undelivered {
  private readonly kinds = new Map<string, (delivery: DueDelivery, answer: string) => Promise<void>>();

  tell(recordKind: string, told: (delivery: DueDelivery, answer: string) => Promise<void>): void {
    this.kinds.set(recordKind, told);
  }

  async of(delivery: DueDelivery, answer: string): Promise<void> {
    await this.kinds.get(delivery.recordKind)?.(delivery, answer);
  }
}
