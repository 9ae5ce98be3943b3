import type { CycleRules } from '../cycle/rules.schema.js';
import { unmetNeeds } from '../advance.js';
import { documentMachine } from './document.machine.js';
import type { DocumentFacts, RecipientLine } from './document.schema.js';
import { DOCUMENT_TYPES, type DocumentType } from './numbering.js';

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

/** Facts of a paper that would be made today. */
const factsOfNew = (type: DocumentType, { signed, reportFrozen, roundsDecided }: YearOfPapers): DocumentFacts => ({
  reportFrozen: type !== 'BC' || reportFrozen,
  waitingRounds: roundsDecided ? 0 : 1,
  unsignedPapers: type === 'TTr' ? (['BC', 'BB'] as const).filter((paper) => !signed.includes(paper)).join(', ') : '',
  contentCurrent: true,
  formatFaults: 0,
  formatFaultNames: '',
  sha256: '',
  preparedBy: '',
  preparedName: '',
  delegate: '',
  delegatedUntil: '',
  actor: '',
  numberDay: '',
  nextNumber: 1,
  today: '',
});

/** The papers that the year is ripe for, which is: that could be proposed as soon as they are made; and that nobody has made yet. */
export const papersToMake = (year: YearOfPapers): DocumentType[] =>
  DOCUMENT_TYPES.filter(
    (type) => !year.made.includes(type) && unmetNeeds(documentMachine, 'draft', factsOfNew(type, year), { type: 'propose' }).length === 0,
  );

/** Whether a paper is for the council alone: minutes, where the year's rules print in them what each peer gave. Source: domain.md 8.1 (8). */
export const isCouncilOnly = (
  type: DocumentType,
  { peerMarksInMinutes, peers }: Pick<CycleRules, 'peerMarksInMinutes' | 'peers'>,
): boolean => type === 'BB' && peerMarksInMinutes && peers.mode !== 'none';

/** The lines of Nơi nhận that a paper for the council alone may have. */
export const isCouncilLine = ({ to }: RecipientLine): boolean => to === 'council' || to === 'board' || to === 'archive';
