import { Injectable } from '@nestjs/common';
import type { Place } from '../door/caller.js';

/** Sends the event of a deadline to its record, as the program, through the door. Sending it twice must do nothing the second time. */
export type DeadlineSender = (place: Place, recordId: string, event: string) => Promise<unknown>;

/** A feature whose records have deadlines says here how its event is sent. */
@Injectable()
export class DeadlineSenders {
  private readonly kinds = new Map<string, DeadlineSender>();

  keep(recordKind: string, send: DeadlineSender): void {
    this.kinds.set(recordKind, send);
  }

  of(recordKind: string): DeadlineSender {
    const send = this.kinds.get(recordKind);
    if (!send) throw new Error(`Nobody keeps the deadlines of a ${recordKind}`);
    return send;
  }
}
