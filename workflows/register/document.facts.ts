import type { DocumentType } from './numbering.js';

/** How far a year has come on the way to its papers. */
export interface YearOfPapers {
  /** The types of which a paper was made, however it stands. */
  readonly made: readonly DocumentType[];
  /** The types of which a signed paper stands. */
  readonly signed: readonly DocumentType[];
  readonly reportFrozen: boolean;
  /** The rounds exist and each of them is decided. */
  readonly roundsDecided: boolean;
}

/** For each type, what must stand before it is worth making: the same that `propose` asks of it (document.machine.ts). */
const RIPE: Readonly<Record<DocumentType, (year: YearOfPapers) => boolean>> = {
  BC: ({ reportFrozen }) => reportFrozen,
  BB: () => true,
  TTr: ({ signed }) => signed.includes('BC') && signed.includes('BB'),
};

/** The papers that the year is ripe for and that nobody has made yet, in their order. */
export const papersToMake = (year: YearOfPapers): DocumentType[] =>
  (Object.keys(RIPE) as DocumentType[]).filter((type) => year.roundsDecided && !year.made.includes(type) && RIPE[type](year));
