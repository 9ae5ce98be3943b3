import { Injectable } from '@nestjs/common';
import type { Attachment } from '../mail/mailer.js';

/** A due letter as the outbox keeps it. */
export interface DueDelivery {
  readonly id: string;
  /** Null for letters about an account, which lie in no bloc. */
  readonly blocId: string | null;
  readonly provinceId: string | null;
  readonly recordKind: string;
  readonly recordId: string;
  /** The receipt that the letter asks for, when it asks for one. */
  readonly receiptId: string | null;
  readonly letter: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly recipientName: string;
  readonly address: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What goes with the letters of a kind of record: its own link instead of the record's page, and files. */
export interface Enclosure {
  /** Below the public address. */
  readonly path: string;
  readonly linkText: string;
  readonly attachments: readonly Attachment[];
}

/** Features tell here what their letters enclose; a letter for which nothing is told gets the link to its record's page. */
@Injectable()
export class Enclosures {
  private readonly kinds = new Map<string, (delivery: DueDelivery) => Promise<Enclosure | null>>();

  enclose(recordKind: string, make: (delivery: DueDelivery) => Promise<Enclosure | null>): void {
    this.kinds.set(recordKind, make);
  }

  async of(delivery: DueDelivery): Promise<Enclosure | null> {
    return (await this.kinds.get(delivery.recordKind)?.(delivery)) ?? null;
  }
}
