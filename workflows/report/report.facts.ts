import { said, type Said } from '../wording.js';
import { REPORT_PLACES, type ReportDraft, type ReportFacts, type ReportPlace } from './report.schema.js';
import { reportPlaceWords } from './report.words.js';
import { written } from './section.facts.js';

/** What a year tells about its report beside the head's own parts. */
export type ReportSurroundings = Pick<ReportFacts, 'waitingSections' | 'waitingUnits' | 'waitingRounds' | 'underSignature'>;

/** Whether nothing is written in a place yet. */
function isEmpty(report: ReportDraft, place: ReportPlace): boolean {
  const value = report[place];
  return value === null || written([value].flat()).length === 0;
}

/** What the head still has to write. */
export const missingParts = (report: ReportDraft): ReportPlace[] => REPORT_PLACES.filter((place) => isEmpty(report, place));

const listed = (names: readonly Said[]): Said => said(names.map(({ vi }) => vi).join(', '), names.map(({ en }) => en).join(', '));

/** What the machine of a report must know. */
export function reportFacts(report: ReportDraft, around: ReportSurroundings): ReportFacts {
  const missing = missingParts(report);
  return { ...around, missingParts: missing.length, missingPartNames: listed(missing.map((place) => reportPlaceWords[place])) };
}
