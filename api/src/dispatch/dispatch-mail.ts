import { Injectable } from '@nestjs/common';
import { dispatchLetters } from '@thidua/workflows/dispatch/dispatch.letters';
import { Database } from '../platform/database/database.js';
import type { DueDelivery, Enclosure } from '../platform/worker/enclosures.js';
import { fileNameOf, filesOf } from './papers.js';
import { ReceiptLinks } from './receipt-links.js';

/** One letter for each undelivered one, however often the worker comes by: the id of the one follows from the id of the other. */
const TELL = `
  insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, person_id, unit_id, recipient_name, address)
  select md5($1::text || a.person_id)::uuid, d.bloc_id, d.province_id, 'Dispatch', d.id, d.entries, 'dispatch-undelivered', $2::jsonb, a.person_id, a.unit_id, a.name, a.address
    from dispatch d, addressees($4::text[], null, d.bloc_id, d.cycle_id, null) a
   where d.id = $3
  on conflict (id) do nothing`;

/** What the worker needs of the letters of a dispatch: their papers and link, and whom to tell when one does not arrive. */
@Injectable()
export class DispatchMail {
  constructor(
    private readonly database: Database,
    private readonly links: ReceiptLinks,
  ) {}

  /** The signed papers and the recipient's own link; a letter about a dispatch encloses nothing. */
  async enclose(delivery: DueDelivery): Promise<Enclosure | null> {
    const { receiptId, blocId } = delivery;
    if (!receiptId || !blocId) return null;
    const files = await this.database.read(delivery, (db) => filesOf(db, blocId, receiptId));
    return {
      path: await this.links.pathOf(receiptId),
      linkText: 'Xem văn bản và xác nhận đã nhận',
      attachments: files.map(({ paper, bytes }) => ({ filename: fileNameOf(paper), contentType: 'application/pdf', content: bytes })),
    };
  }

  /** Tells those who sent it. What does not arrive of these letters is told to nobody. */
  async tell(delivery: DueDelivery, answer: string): Promise<void> {
    if (!delivery.receiptId) return;
    const { bloc, year } = delivery.facts;
    const facts = JSON.stringify({ bloc, year, recipient: delivery.recipientName, reason: answer });
    const { roles } = dispatchLetters['dispatch-undelivered']!.to({ ...delivery });
    await this.database.write(delivery, (db) => db.query(TELL, [delivery.id, facts, delivery.recordId, roles]));
  }
}
