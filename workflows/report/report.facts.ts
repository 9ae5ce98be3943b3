import { said, type Said } from '../wording.js';
import { REPORT_PARTS, type ReportDraft, type ReportFacts } from './report.schema.js';
import { reportDetailWords, reportPartWords } from './report.words.js';
import { written } from './section.facts.js';

/** What a year tells about its report beside the head's own parts. */
export type ReportSurroundings = Pick<ReportFacts, 'waitingSections' | 'waitingUnits' | 'waitingRounds' | 'underSignature'>;

/** What the head still has to write, by the names that people read. */
export function missingParts(report: ReportDraft): Said[] {
  return [
    ...(report.asOf ? [] : [reportDetailWords.asOf]),
    ...REPORT_PARTS.filter((part) => written(report[part]).length === 0).map((part) => reportPartWords[part]),
    ...(report.closing.trim() ? [] : [reportDetailWords.closing]),
  ];
}

/** What the machine of a report must know. */
export function reportFacts(report: ReportDraft, around: ReportSurroundings): ReportFacts {
  const missing = missingParts(report);
  return {
    ...around,
    missingParts: missing.length,
    missingPartNames: said(missing.map(({ vi }) => vi).join(', '), missing.map(({ en }) => en).join(', ')),
  };
}
