/** The types of the documents that a year makes; abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III. */
export const DOCUMENT_TYPES = ['BC', 'BB', 'TTr'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** A number below ten has a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3). */
export const printedNumber = (number: number): string => String(number).padStart(2, '0');

/** The symbol of a document, `BC-KTĐCTCHCTS1`: type and issuer joined by a hyphen, without spaces. */
export const symbolOf = (type: DocumentType, issuer: string): string => `${type}-${issuer}`;

/** A number under its symbol as it is printed, `04/BC-KTĐCTCHCTS1`. */
export const numbered = (number: number, symbol: string): string => `${printedNumber(number)}/${symbol}`;

/** Number and symbol of a document, `04/BC-KTĐCTCHCTS1`: type and issuer joined by a hyphen, without spaces. */
export const numberAndSymbol = (number: number, type: DocumentType, issuer: string): string => numbered(number, symbolOf(type, issuer));

/** Whether a text is a number with its symbol as the decree writes it (domain.md, Annex B). */
export const isNumberAndSymbol = (text: string): boolean => /^\d{2,}\/(?:BC|BB|TTr)-[\p{Lu}\d][\p{Lu}\d-]*$/u.test(text);
