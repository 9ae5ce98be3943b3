import { z } from 'zod';
import { Manner } from '../actor.js';
import { Page, PageQuery } from '../page.js';
import { Line, Need, Reason, recordFields, seen } from '../record.js';
import type { Said } from '../wording.js';
import { DOCUMENT_TYPES } from './numbering.js';

export const DOCUMENT_STATES = ['draft', 'proposed', 'returned', 'checked', 'prepared', 'signing', 'signed', 'issued'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** Whom a line of Nơi nhận means; a line of several recipients is expanded when letters are sent. `archive` gets no letter. */
export const RECIPIENTS = ['council', 'board', 'head', 'deputy', 'members', 'archive'] as const;
export const RecipientLine = z.strictObject({ to: z.enum(RECIPIENTS), text: Line(2, 200) });
export type RecipientLine = z.infer<typeof RecipientLine>;

/** A document to be made: its content is compiled from the year's records. A mistake in a signed one is mended by one that replaces it. */
export const DocumentDraft = z.strictObject({
  type: z.enum(DOCUMENT_TYPES),
  year: z.int().min(1945).max(2200),
  /** Nơi nhận; without it the lines that are usual for the type. */
  recipients: z.array(RecipientLine).min(1).max(20).optional(),
  /** Where the meeting took place, for its minutes; without it the bloc’s own place. */
  meetingPlace: Line(2, 200).optional(),
  /** A signed or issued document of the same type that this one replaces, and why. */
  replaces: z.strictObject({ id: z.uuid(), reason: Reason }).optional(),
});
export type DocumentDraft = z.infer<typeof DocumentDraft>;

/** SHA-256 of the pages that were shown, lowercase hex. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const DocumentEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('compile'), ...seen }),
  z.strictObject({ type: z.literal('propose'), ...seen }),
  z.strictObject({ type: z.literal('pass'), ...seen }),
  z.strictObject({ type: z.literal('return'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('recuse'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('prepare'), ...seen }),
  z.strictObject({ type: z.literal('sign'), ...seen, sha256: Sha256 }),
  z.strictObject({ type: z.literal('issue'), ...seen }),
]);
export type DocumentEvent = z.infer<typeof DocumentEvent>;

/** What opening for signing brings along: number and day under which the pages were made. They hold only if nobody took the number meanwhile. */
export interface NumberedPages {
  readonly number: number;
  readonly day: string;
}
/** The same event as the door sees it. */
export type PrepareEvent = { readonly type: 'prepare'; readonly version: number; readonly pages?: NumberedPages };

/** Events that only the program sends: the day of the number is over, the signature is made and checked, or it could not be made. */
export type ProgramEvent =
  | { readonly type: 'expire'; readonly version: number }
  | { readonly type: 'finish'; readonly version: number; readonly sha256: string }
  | { readonly type: 'fail'; readonly version: number; readonly reason: string };
export type AnyDocumentEvent = DocumentEvent | PrepareEvent | ProgramEvent;

/** A point of the format check (thể thức), as the records officer goes through them. */
export const FormatFinding = z.object({ rule: z.string(), name: z.string(), holds: z.boolean(), detail: z.string() });
export type FormatFinding = z.infer<typeof FormatFinding>;

/** What the machine of a document must know. */
export interface DocumentFacts {
  /** The report is frozen (asked of a BC), the rounds are decided (asked of all), report and minutes are signed (asked of a TTr). */
  readonly reportFrozen: boolean;
  readonly waitingRounds: number;
  /** Papers that this one refers to and that are not signed, by type. */
  readonly unsignedPapers: string;
  /** The content was compiled from the records as they are now. */
  readonly contentCurrent: boolean;
  /** Points of the format check that do not hold, and which. */
  readonly formatFaults: number;
  readonly formatFaultNames: string;
  /** SHA-256 of the pages as they were frozen; empty before. */
  readonly sha256: string;
  /** The person for whom the pages were prepared; empty before. */
  readonly preparedBy: string;
  readonly preparedName: string;
  /** To whom the one who acts has given the signing for now, and until when; empty where they sign themselves. */
  readonly delegate: string;
  readonly delegatedUntil: Said | string;
  /** Who acts; empty for the program. */
  readonly actor: string;
  /** The day of its number; empty before. */
  readonly numberDay: string;
  /** The number that comes next in the series, and the business day. */
  readonly nextNumber: number;
  readonly today: string;
}

/** The documents of a year, or of one type. */
export const DocumentQuery = PageQuery.extend({ type: z.enum(DOCUMENT_TYPES).optional() });
export type DocumentQuery = z.infer<typeof DocumentQuery>;

/** A document in the register of outgoing documents. */
export const DocumentView = z.object({
  ...recordFields,
  year: z.int(),
  type: z.enum(DOCUMENT_TYPES),
  /** `Báo cáo`, and the abstract. */
  typeName: z.string(),
  title: z.string(),
  /** `04/BC-KTĐCTCHCTS1`, once it is reserved. */
  number: z.string().nullable(),
  day: z.iso.date().nullable(),
  pages: z.int(),
  /** SHA-256 of the pages to be signed, while they are shown for signing; afterwards of the signed file. */
  sha256: z.string().nullable(),
  recipients: z.array(RecipientLine),
  format: z.array(FormatFinding),
  /** Whether the year's records have changed since the content was compiled. */
  contentCurrent: z.boolean(),
  /** Who signs; in whose stead where somebody signs for the head, and how. */
  signer: z
    .object({
      name: z.string(),
      post: z.string(),
      manner: Manner.nullable(),
      mannerName: z.string().nullable(),
      principal: z.string().nullable(),
    })
    .nullable(),
  replaces: z.object({ id: z.uuid(), number: z.string().nullable(), reason: z.string() }).nullable(),
  replacedBy: z.object({ id: z.uuid(), number: z.string().nullable(), state: z.string() }).nullable(),
  /** Why it was returned, or why signing failed, while it stands so. */
  reason: z.string().nullable(),
  due: z.iso.date(),
  proposedAt: z.iso.datetime().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  signedAt: z.iso.datetime().nullable(),
  issuedAt: z.iso.datetime().nullable(),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** The documents of a year, and the types that the reader may make now because the year is ripe for them. */
export const DocumentList = Page(DocumentView).extend({ toMake: z.array(z.enum(DOCUMENT_TYPES)) });
export type DocumentList = z.infer<typeof DocumentList>;

/** A line of the register: every number that was given, also one that is void, with its reason. */
export const RegisterLine = z.object({
  documentId: z.uuid(),
  number: z.string(),
  day: z.iso.date(),
  typeName: z.string(),
  title: z.string(),
  signer: z.string().nullable(),
  recipients: z.array(z.string()),
  /** Who keeps the file’s copy, as the last line of Nơi nhận says. */
  kept: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  state: z.enum(['reserved', 'used', 'void']),
  reason: z.string().nullable(),
});
export type RegisterLine = z.infer<typeof RegisterLine>;

/** What a document says, in reading order, for whoever does not read its pages: the same text as the pages, without their look. */
export const ReadingBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), text: z.string(), bold: z.boolean() }),
  z.object({ kind: z.literal('heading'), level: z.int(), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    head: z.array(z.array(z.object({ text: z.string(), span: z.int() }))),
    rows: z.array(z.array(z.object({ text: z.string(), span: z.int() }))),
  }),
]);
export type ReadingBlock = z.infer<typeof ReadingBlock>;
export const DocumentText = z.object({ blocks: z.array(ReadingBlock) });
export type DocumentText = z.infer<typeof DocumentText>;

/** What a check of a signed file says, in words. */
export const SignatureReport = z.object({
  valid: z.boolean(),
  wholeDocument: z.boolean(),
  signer: z.string(),
  /** For whom the certificate was given, who gave it, and its SHA-256. */
  organisation: z.string(),
  issuer: z.string(),
  fingerprint: z.string(),
  signedAt: z.iso.datetime().nullable(),
  development: z.boolean(),
  needs: z.array(Need),
});
export type SignatureReport = z.infer<typeof SignatureReport>;
