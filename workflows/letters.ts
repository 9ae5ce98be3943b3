import { accountLetters } from './account/account.letters.js';
import type { LetterKind } from './letter.js';
import { checkpointLetters } from './checkpoint/checkpoint.letters.js';
import { dispatchLetters } from './dispatch/dispatch.letters.js';
import { documentLetters } from './register/document.letters.js';
import { mailLetters } from './mail/mail.letters.js';
import { registrationLetters } from './registration/registration.letters.js';
import { reportLetters } from './report/report.letters.js';
import { scorecardLetters } from './scorecard/scorecard.letters.js';

/** Every letter of the product by its name, as the outbox keeps it. */
export const letters: Readonly<Record<string, LetterKind>> = {
  ...accountLetters,
  ...mailLetters,
  ...registrationLetters,
  ...scorecardLetters,
  ...reportLetters,
  ...documentLetters,
  ...dispatchLetters,
  ...checkpointLetters,
};

/** Where the records of a kind are shown, below bloc and year. */
const pages: Readonly<Record<string, string>> = {
  Registration: 'registrations',
  Scorecard: 'scorecards',
  Sheet: 'sheets',
  Ranking: 'ranking',
  Round: 'rounds',
  Section: 'sections',
  Report: 'report',
  Document: 'documents',
  Dispatch: 'dispatches',
  Receipt: 'receipts',
};

/** The page of a record below bloc and year; a kind of which a year has only one is its own page. */
export function pageOf(kind: string, id: string): string {
  const page = pages[kind];
  if (!page) return '';
  return page.endsWith('s') ? `${page}/${id}` : page;
}
