import type { RecipientLine } from '../register/document.schema.js';
import { documentTypeWords } from '../register/document.words.js';
import { DOCUMENT_TYPES, numbered } from '../register/numbering.js';
import { said, type Said } from '../wording.js';
import { dayWritten, vietnamDay } from '../working-days.js';
import type { DispatchFacts, PaperSent, ReceiptFacts, Recipient } from './dispatch.schema.js';
import { joinedLines, recipientsOf, type AddressBook } from './recipients.js';

/** The number of a document and the symbol under which it was given. */
export interface GivenNumber {
  readonly number: number | null;
  readonly symbol: string | null;
}

/** A paper of the year that no other replaces; number, day and hash once it is signed. */
export interface NewestPaper extends GivenNumber {
  readonly id: string;
  readonly type: PaperSent['type'];
  readonly state: string;
  readonly title: string;
  readonly day: string | null;
  readonly sha256: string | null;
  /** The paper that this one replaces. */
  readonly replaces: GivenNumber | null;
  readonly councilOnly: boolean;
  /** Its Nơi nhận. */
  readonly lines: readonly RecipientLine[];
}

/** Whom a sent dispatch went to, and how the newest letter to each stands. */
export interface SentLetter extends Recipient {
  readonly receiptId: string;
  readonly receiptState: 'waiting' | 'confirmed';
  readonly letterState: 'queued' | 'accepted' | 'refused' | 'failed';
}

/** What the world around a dispatch says. */
export interface DispatchSurroundings {
  readonly newest: readonly NewestPaper[];
  /** Ids of the papers that earlier dispatches of the year carried. */
  readonly carried: readonly string[];
  readonly book: AddressBook;
  readonly letters: readonly SentLetter[];
}

/** `04/BC-KTĐCTCHCTS1`; null before it is given. */
const printed = ({ number, symbol }: GivenNumber): string | null => (number === null || symbol === null ? null : numbered(number, symbol));

const isIssued = ({ state }: NewestPaper): boolean => state === 'issued';

/** The papers that a dispatch takes along: issued and not sent yet, in the order of the types. */
export function papersToSend({ newest, carried }: Pick<DispatchSurroundings, 'newest' | 'carried'>): PaperSent[] {
  return DOCUMENT_TYPES.flatMap((type) =>
    newest
      .filter((paper) => paper.type === type && isIssued(paper) && !carried.includes(paper.id))
      .map((paper) => ({
        documentId: paper.id,
        type,
        title: paper.title,
        number: printed(paper)!,
        day: paper.day!,
        sha256: paper.sha256!,
        replaces: paper.replaces && printed(paper.replaces),
        councilOnly: paper.councilOnly,
      })),
  );
}

/** Those of the papers that a recipient gets: what is for the council alone goes to no unit. */
export const papersFor = <Paper extends Pick<PaperSent, 'councilOnly'>>(kind: Recipient['kind'], papers: readonly Paper[]): Paper[] =>
  papers.filter(({ councilOnly }) => kind !== 'unit' || !councilOnly);

/** Whom the lines of a dispatch mean and who gets something with it. */
function recipientsToBe(lines: readonly RecipientLine[], around: DispatchSurroundings): Recipient[] {
  const papers = papersToSend(around);
  return recipientsOf(lines, around.book).filter(({ kind }) => papers.length === 0 || papersFor(kind, papers).length > 0);
}

/** The lines that a dispatch has without lines of its own: those of the papers that it will take along. */
export const linesOfPapers = ({ newest, carried }: Pick<DispatchSurroundings, 'newest' | 'carried'>): RecipientLine[] =>
  joinedLines(
    DOCUMENT_TYPES.flatMap((type) => newest.filter((paper) => paper.type === type && !carried.includes(paper.id))).map(
      ({ lines }) => lines,
    ),
  );

/** The types of papers that the year still owes, by name. */
export const unissuedPapers = (newest: readonly NewestPaper[]): string =>
  DOCUMENT_TYPES.filter((type) => !newest.some((paper) => paper.type === type && isIssued(paper)))
    .map((type) => documentTypeWords[type].vi)
    .join(', ');

/** Facts of a dispatch from its lines and papers, the year's papers, addresses and letters. */
export function dispatchFacts(
  record: { readonly state: string; readonly lines: readonly RecipientLine[] },
  around: DispatchSurroundings,
): DispatchFacts {
  const recipients = record.state === 'draft' ? recipientsToBe(record.lines, around) : around.letters;
  const back = around.letters.filter(({ letterState, receiptState }) => isLost(letterState) && receiptState === 'waiting');
  return {
    unissuedPapers: unissuedPapers(around.newest),
    newPapers: papersToSend(around).length,
    recipients: recipients.map(({ kind, unitId, name, address }) => ({ kind, unitId, name, address })),
    withoutAddress: recipients
      .filter(({ address }) => !address)
      .map(({ name }) => name)
      .join(', '),
    undelivered: back.map(({ receiptId }) => receiptId),
    undeliveredNames: back.map(({ name }) => name).join(', '),
  };
}

/** Whether a letter will not arrive any more by itself. */
export const isLost = (letterState: string): boolean => letterState === 'refused' || letterState === 'failed';

/** Facts of a receipt from whose it is, when the papers were sent, and what day it is. */
export function receiptFacts(kind: Recipient['kind'], sentAt: Date, now: Date): ReceiptFacts {
  const [sentDay, today] = [vietnamDay(sentAt), vietnamDay(now)];
  return { registersIncoming: kind === 'board', sentDay, today, possibleDays: daysInWords(dayWritten(sentDay), dayWritten(today)) };
}

/** Between which days a date must lie, for a sentence that says what it must be; one day stands alone. */
const daysInWords = (first: string, last: string): Said =>
  first === last ? said(`là ngày ${first}`, `be ${first}`) : said(`từ ${first} đến ${last}`, `lie between ${first} and ${last}`);
