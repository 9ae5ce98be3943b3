import { z } from 'zod';
import { Page } from '../page.js';
import { Action, Day, Line, Reason, recordFields, seen } from '../record.js';
import { RecipientLine } from '../register/document.schema.js';
import { DOCUMENT_TYPES } from '../register/numbering.js';
import type { Said } from '../wording.js';

export const DISPATCH_STATES = ['draft', 'sent'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** A dispatch to be made: the issued papers of a year to the recipients of these lines; without lines those of the papers. */
export const DispatchDraft = z.strictObject({
  year: z.int().min(1945).max(2200),
  lines: z.array(RecipientLine).min(1).max(20).optional(),
});
export type DispatchDraft = z.infer<typeof DispatchDraft>;

export const DispatchEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('send'), ...seen }),
  z.strictObject({ type: z.literal('resend'), ...seen, receiptId: z.uuid(), address: z.email().max(254).toLowerCase(), reason: Reason }),
]);
export type DispatchEvent = z.infer<typeof DispatchEvent>;

/** One recipient of a dispatch after the group lines are expanded: everybody once, whoever has no address by name. */
export const Recipient = z.object({
  kind: z.enum(['council', 'board', 'unit']),
  unitId: z.uuid().nullable(),
  name: z.string(),
  address: z.string().nullable(),
});
export type Recipient = z.infer<typeof Recipient>;

/** What the machine of a dispatch must know. */
export interface DispatchFacts {
  /** Papers of the year that are not issued, by name. */
  readonly unissuedPapers: string;
  /** How many issued papers no earlier dispatch has carried. */
  readonly newPapers: number;
  readonly recipients: readonly Recipient[];
  /** Recipients without an address, by name. */
  readonly withoutAddress: string;
  /** Ids of the waiting receipts whose letter was refused or failed, and whose they are. */
  readonly undelivered: readonly string[];
  readonly undeliveredNames: string;
}

/** How the letter to one recipient stands, and whether receipt is confirmed. */
export const DeliveryView = z.object({
  receiptId: z.uuid(),
  kind: Recipient.shape.kind,
  name: z.string(),
  address: z.string(),
  state: z.enum(['queued', 'accepted', 'refused', 'failed']),
  attempts: z.int(),
  /** What the mail server said, in its own words. */
  answer: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
  nextAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  confirmedBy: z.string().nullable(),
  incomingNumber: z.string().nullable(),
  incomingDate: Day.nullable(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** A paper that a dispatch carries. */
export const DispatchedPaper = z.object({
  documentId: z.uuid(),
  type: z.enum(DOCUMENT_TYPES),
  typeName: z.string(),
  title: z.string(),
  number: z.string(),
  day: Day,
  sha256: z.string(),
  /** The number of the paper that this one replaces. */
  replaces: z.string().nullable(),
  /** It goes to the council and its standing body alone. */
  councilOnly: z.boolean(),
});
export type DispatchedPaper = z.infer<typeof DispatchedPaper>;
/** A paper as a sent dispatch keeps it. */
export type PaperSent = Omit<DispatchedPaper, 'typeName'>;

export const DispatchView = z.object({
  ...recordFields,
  year: z.int(),
  lines: z.array(RecipientLine),
  recipients: z.array(Recipient),
  papers: z.array(DispatchedPaper),
  /** Who got no letter, by name; empty when all arrived or confirmed all the same. */
  undelivered: z.string(),
  counts: z.object({ queued: z.int(), accepted: z.int(), refused: z.int(), failed: z.int(), confirmed: z.int() }),
  due: Day,
  sentAt: z.iso.datetime().nullable(),
});
export type DispatchView = z.infer<typeof DispatchView>;

/** The dispatches of a year, newest first: what the year still owes before one can be sent, and whether the reader may make one now. */
export const DispatchList = Page(DispatchView).extend({ unissuedPapers: z.string(), actions: z.array(Action) });
export type DispatchList = z.infer<typeof DispatchList>;
export const DeliveryList = Page(DeliveryView);

export const RECEIPT_STATES = ['waiting', 'confirmed'] as const;

/** The recipient confirms, on a page, by a press. The council's standing body gives its incoming number and date (số đến, ngày đến). */
export const Confirmation = z.strictObject({
  name: Line(2, 120),
  incomingNumber: Line(1, 40).optional(),
  incomingDate: Day.optional(),
});
export type Confirmation = z.infer<typeof Confirmation>;
export const ReceiptEvent = z.discriminatedUnion('type', [Confirmation.extend({ type: z.literal('confirm'), ...seen })]);
export type ReceiptEvent = z.infer<typeof ReceiptEvent>;

/** The bearer of a letter's link confirms; the version is checked when the page that was seen says it. */
export const LinkConfirmation = Confirmation.extend({ version: seen.version.optional() });
export type LinkConfirmation = z.infer<typeof LinkConfirmation>;

/** What the machine of a receipt must know. */
export interface ReceiptFacts {
  /** The recipient keeps a register of incoming documents for the council: number and date are asked. */
  readonly registersIncoming: boolean;
  /** The days between which the incoming date must lie, and how they are read. */
  readonly sentDay: string;
  readonly today: string;
  readonly possibleDays: Said;
}

/** What the bearer of a letter's link sees. */
export const ReceiptView = z.object({
  ...recordFields,
  blocName: z.string(),
  year: z.int(),
  kind: Recipient.shape.kind,
  unitId: z.uuid().nullable(),
  recipientName: z.string(),
  /** Whether incoming number and date are asked. */
  registersIncoming: z.boolean(),
  /** Development: nothing in it is real. */
  sample: z.boolean(),
  papers: z.array(DispatchedPaper),
  sentAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  confirmedBy: z.string().nullable(),
  incomingNumber: z.string().nullable(),
  incomingDate: Day.nullable(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;
