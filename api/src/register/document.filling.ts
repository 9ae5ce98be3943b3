import { numbered, symbolOf, type DocumentType } from '@thidua/workflows/register/numbering';
import { openDate, openNumber, type Filling } from './composition/blanks.js';
import { longDay, shortHourAndDay } from './composition/spelling.js';
import type { Secretary, Signer } from './document.people.js';

const confirmation = ({ confirmedAt }: Secretary): string =>
  confirmedAt ? `(Đã xác nhận trên hệ thống lúc ${shortHourAndDay(confirmedAt)})` : '(Chưa xác nhận)';

interface People {
  readonly signer: Signer;
  readonly secretary: Secretary;
}

const ofPeople = ({ signer, secretary }: People) => ({
  signer: signer.name,
  signerPost: signer.post,
  secretary: secretary.name,
  confirmation: confirmation(secretary),
});

/** Before it is prepared a document has room for number and day, as a draft on paper. */
export const previewFilling = (type: DocumentType, issuer: string, year: number, people: People): Filling => ({
  number: openNumber(symbolOf(type, issuer)),
  date: openDate(year),
  ...ofPeople(people),
});

/** What a document bears that is opened for signing. */
export const finalFilling = (given: { number: number; symbol: string; day: string }, people: People): Filling => ({
  number: numbered(given.number, given.symbol),
  date: longDay(given.day),
  ...ofPeople(people),
});
