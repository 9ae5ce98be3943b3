import { dispatchLetters } from '@thidua/workflows/dispatch/dispatch.letters';
import { receiptFacts } from '@thidua/workflows/dispatch/dispatch.facts';
import type { ReceiptEvent, ReceiptFacts, Recipient } from '@thidua/workflows/dispatch/dispatch.schema';
import { receiptMachine } from '@thidua/workflows/dispatch/receipt.machine';
import { YEAR_SETS } from '../cycle/year-sets.js';
import { procedure, type RecordRow } from '../platform/door/procedure.js';

/** A row of `receipt`. */
export interface ReceiptRow extends RecordRow {
  readonly cycleId: string;
  readonly dispatchId: string;
  readonly kind: Recipient['kind'];
  readonly unitId: string | null;
  readonly recipientName: string;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly incomingNumber: string | null;
  readonly incomingDate: string | null;
}

/** Names that the letter prints; they travel with the facts. */
interface LetterColumns {
  readonly year: number;
  readonly blocName: string;
}

/** The dispatches of the receipts of a page, each read once. */
export const DISPATCHES = `dispatches as materialized (
    select id, papers, sent_at, created_at from dispatch where bloc_id = $1 and id = any(array(select dispatch_id from page)))`;

const FACTS = `
  with page as materialized (select id, cycle_id, dispatch_id from receipt where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${DISPATCHES}
  select r.id, d.sent_at as "sentAt", c.year, (select name from home) as "blocName"
    from page r join dispatches d on d.id = r.dispatch_id join years c on c.id = r.cycle_id`;

/** Facts of a receipt from its row, the sending and the business day. */
export function complete(record: ReceiptRow, columns: Readonly<Record<string, unknown>>, now: Date): ReceiptFacts & LetterColumns {
  const { sentAt, year, blocName } = columns as unknown as { sentAt: Date } & LetterColumns;
  return { ...receiptFacts(record.kind, sentAt, now), year, blocName };
}

export const receiptProcedure = procedure<ReceiptRow, ReceiptFacts & LetterColumns, ReceiptEvent>({
  kind: 'Receipt',
  // Letters come back, and councils confirm, also after the year.
  outlivesYear: true,
  table: 'receipt',
  machine: receiptMachine,
  facts: FACTS,
  complete,
  set: ({ event, now }) => ({
    confirmedAt: now.toISOString(),
    confirmedBy: event.name,
    incomingNumber: event.incomingNumber ?? null,
    incomingDate: event.incomingDate ?? null,
  }),
  // Whoever bears the link has no account: the name that they gave is all that the journal can keep. Of who is signed in it keeps the id.
  entry: ({ event, actor }) => ({
    ...(actor.kind === 'recipient' ? { by: event.name } : {}),
    incomingNumber: event.incomingNumber ?? null,
    incomingDate: event.incomingDate ?? null,
  }),
  letters: dispatchLetters,
  letterFacts: ({ record, facts, event }) => ({
    recipient: record.recipientName,
    year: String(facts.year),
    bloc: facts.blocName,
    ...(event.incomingNumber ? { number: event.incomingNumber } : {}),
    ...(event.incomingDate ? { day: event.incomingDate.split('-').reverse().join('/') } : {}),
  }),
});
