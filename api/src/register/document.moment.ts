import type { Manner } from '@thidua/workflows/actor';
import type { DocumentEvent, DocumentFacts, ProgramEvent, RecipientLine } from '@thidua/workflows/register/document.schema';
import type { FormatPoint } from '@thidua/workflows/register/format-check';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import type { Moment, RecordRow } from '../platform/door/procedure.js';
import type { Block } from '../platform/pdf/blocks.js';

/** What a document says, with the state of the records that it was composed from and the points of its format. */
export interface CompiledContent {
  readonly id: string;
  readonly basis: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly format: readonly FormatPoint[];
  readonly pages: number;
  readonly compiledAt: string;
}

/** In whose stead somebody signs: how, under which rank, and whose seal the document bears. */
export interface Stead {
  readonly manner: Manner;
  readonly principalId: string;
  readonly principalName: string;
  /** What stands below `KT. Trưởng Khối`. */
  readonly rank: string;
  /** The unit whose seal it is, where it is not the head’s. */
  readonly signingUnitId: string | null;
}

/** The pages under number, day and name, as they are frozen. */
export interface PreparedPages {
  readonly number: number;
  readonly symbol: string;
  readonly day: string;
  readonly signerName: string;
  readonly signerPost: string;
  readonly stead: Stead | null;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly sha256: string;
}

/** A row of `document`. */
export interface DocumentRow extends RecordRow {
  readonly cycleId: string;
  readonly headUnitId: string;
  readonly type: DocumentType;
  readonly recipients: readonly RecipientLine[];
  readonly replacesId: string | null;
  readonly replacesReason: string | null;
  readonly contentId: string;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly day: string | null;
  readonly sha256: string | null;
  readonly reason: string | null;
  readonly proposedBy: string | null;
  readonly checkedBy: string | null;
  readonly preparedBy: string | null;
  readonly signerName: string | null;
  readonly signerPost: string | null;
  readonly principalId: string | null;
  readonly principalName: string | null;
  readonly signerManner: Manner | null;
  readonly signerRank: string | null;
  readonly signingUnitId: string | null;
  readonly meetingPlace: string | null;
  readonly proposedAt: string | null;
  readonly checkedAt: string | null;
  readonly signedAt: string | null;
  readonly issuedAt: string | null;
}

/** The signed file, once it was made and judged. */
export interface SignedFile {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly sha256: string;
}

/** What the door takes: what people press, with what the program adds to it; and the program's own events. */
export type DocumentPress =
  | Exclude<DocumentEvent, { type: 'compile' | 'prepare' }>
  | { readonly type: 'compile'; readonly version: number; readonly content?: CompiledContent }
  | { readonly type: 'prepare'; readonly version: number; readonly pages?: PreparedPages }
  | Exclude<ProgramEvent, { type: 'finish' }>
  | { readonly type: 'finish'; readonly version: number; readonly file: SignedFile };

/** What the letters and the journal add to the facts. */
export interface DocumentColumns {
  readonly year: number;
  readonly blocName: string;
  readonly title: string;
  readonly basis: string;
  readonly seriesOwner: string;
}
export type Facts = DocumentFacts & DocumentColumns;
export type DocumentMoment = Moment<DocumentRow, Facts, DocumentPress>;
