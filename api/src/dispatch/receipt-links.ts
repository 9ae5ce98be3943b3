import { Injectable } from '@nestjs/common';
import { BEARER } from '@thidua/workflows/actor';
import { Problem } from '@thidua/workflows/problem';
import type { Language } from '@thidua/workflows/wording';
import { Throttle } from '../account/throttle.js';
import { Database } from '../platform/database/database.js';
import { asProgram, type At, type Place } from '../platform/door/caller.js';
import { LetterLinks } from '../platform/mail/letter-links.js';

const NOWHERE = { blocId: null, provinceId: null };

/** A receipt that a link opened: where it lies, with its bearer as the one who asks. */
export interface Opened {
  readonly at: At;
  readonly receiptId: string;
}

/** Makes and opens the links of letters. */
@Injectable()
export class ReceiptLinks {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly links: LetterLinks,
  ) {}

  /** The page of a receipt, below the public address. */
  async pathOf(receiptId: string): Promise<string> {
    return `/vi/receipt/${await this.links.tokenOf('receipt-links', receiptId)}`;
  }

  /**
   * Opens a link. Wrong links count against the address they come from; a right one is never held up by them, since no guess hits it.
   * @throws Problem 'unknown-link', 'too-many-attempts'
   */
  async open(token: string, address: string, language: Language): Promise<Opened> {
    const receiptId = await this.links.idOf('receipt-links', token);
    const place = receiptId ? await this.placeOf(receiptId) : null;
    if (receiptId && place) return { receiptId, at: { ...place, caller: asProgram(BEARER, language) } };
    await this.throttle.pass([`receipt ${address}`]);
    throw new Problem('unknown-link');
  }

  private async placeOf(receiptId: string): Promise<Place | null> {
    const [place] = await this.database.read(NOWHERE, (db) =>
      db.query<Place[]>('select bloc_id as "blocId", province_id as "provinceId" from place_of_receipt($1)', [receiptId]),
    );
    return place ?? null;
  }
}
