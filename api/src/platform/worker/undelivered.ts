import { Injectable } from '@nestjs/common';
import type { DueDelivery } from './enclosures.js';

/** Features are told here that a letter of theirs will not arrive, so that somebody can act. */
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
