import type { CycleRules } from '../cycle/rules.schema.js';
import type { RecipientLine } from './document.schema.js';
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

/** Whether a paper is for the council alone: minutes, where the year's rules print in them what each peer gave. Source: domain.md 8.1 (8). */
export const isCouncilOnly = (
  type: DocumentType,
  { peerMarksInMinutes, peers }: Pick<CycleRules, 'peerMarksInMinutes' | 'peers'>,
): boolean => type === 'BB' && peerMarksInMinutes && peers.mode !== 'none';

/** The lines of Nơi nhận that a paper for the council alone may have. */
export const isCouncilLine = ({ to }: RecipientLine): boolean => to === 'council' || to === 'board' || to === 'archive';
