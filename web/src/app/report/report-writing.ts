import { REPORT_PLACES, ReportDraft, type ReportPart, type ReportPlace, type ReportView } from '@thidua/workflows/report/report.schema';
import { reportPartWords, reportPlaceWords } from '@thidua/workflows/report/report.words';
import type { Language } from '@thidua/workflows/wording';
import { z } from 'zod';
import { dayInWords } from '../platform/dates.js';
import { faultsOfShape } from '../platform/faults.js';
import type { Whole } from '../ui/draft-desk.js';
import type { Choices, Difference } from '../ui/stale-region.js';

const Text = z.string().max(4000);
const Texts = z.array(Text).max(40);

/** The head's own parts while they are written; the day as the browser's date field gives it. */
export const ReportWriting = z.object({
  asOf: Text,
  leadership: Texts,
  papers: Texts,
  assessment: Texts,
  limitations: Texts,
  causes: Texts,
  directions: Texts,
  bases: Texts,
  closing: Text,
});
export type ReportWriting = z.infer<typeof ReportWriting>;

/** A part of the report in its outline: its number and its name. */
export interface OutlinePart {
  readonly key: ReportPart;
  readonly number: string;
}

/** The head's own parts in the order of the outline (domain.md 7.5); the units' sections stand after the papers. */
export const OUTLINE: readonly OutlinePart[] = [
  { key: 'bases', number: '' },
  { key: 'leadership', number: 'I.1' },
  { key: 'papers', number: 'I.2' },
  { key: 'assessment', number: '' },
  { key: 'limitations', number: 'II.1' },
  { key: 'causes', number: 'II.2' },
  { key: 'directions', number: 'III' },
];

/** A part with its number, as the outline and the form name it. */
export const titleOf = ({ key, number }: OutlinePart, language: Language): string =>
  `${number ? `${number}. ` : ''}${reportPartWords[key][language]}`;

/** An empty part begins with one empty paragraph. */
const begun = (paragraphs: readonly string[]): string[] => (paragraphs.length > 0 ? [...paragraphs] : ['']);

/** What of a view is written by people. */
export function writingOf(view: ReportDraft): ReportWriting {
  const { asOf, closing, leadership, papers, assessment, limitations, causes, directions, bases } = view;
  return {
    asOf: asOf ?? '',
    closing,
    leadership: begun(leadership),
    papers: begun(papers),
    assessment: begun(assessment),
    limitations: begun(limitations),
    causes: begun(causes),
    directions: begun(directions),
    bases: begun(bases),
  };
}

/** The parts that are saved, or what is wrong with what is written. */
export function wholeOf(writing: ReportWriting): Whole {
  const parsed = ReportDraft.safeParse({ ...writing, asOf: writing.asOf || null });
  return parsed.success ? { body: parsed.data } : { faults: faultsOfShape(parsed.error.issues) };
}

/** The field of a place in the draft: `/causes/1` → `causes-2`. */
export function fieldOf(pointer: string): string {
  const [, part, at] = pointer.split('/');
  return at === undefined ? (part ?? '') : `${part}-${Number(at) + 1}`;
}

/** The field in which a part is written: `asOf`, `causes-1`. */
export const firstFieldOf = (part: ReportPlace): string => (part === 'asOf' || part === 'closing' ? part : `${part}-1`);

/** In which parts two writings differ, in words. */
export function differencesOf(yours: ReportWriting, theirs: ReportWriting, language: Language): Difference[] {
  const say = (writing: ReportWriting, key: ReportPlace): string => {
    const value = writing[key];
    if (key === 'asOf') return value ? dayInWords(String(value), language) : '';
    return typeof value === 'string' ? value : value.join('\n');
  };
  return REPORT_PLACES.filter((key) => JSON.stringify(yours[key]) !== JSON.stringify(theirs[key])).map((key) => ({
    key,
    label: reportPlaceWords[key][language],
    yours: say(yours, key),
    theirs: say(theirs, key),
  }));
}

/** The writing that the choices make of the two. */
export function merged(yours: ReportWriting, theirs: ReportWriting, choices: Choices): ReportWriting {
  const chosen = REPORT_PLACES.filter((key) => choices[key] === 'yours').map((key) => [key, yours[key]]);
  return { ...theirs, ...(Object.fromEntries(chosen) as Partial<ReportWriting>) };
}

/** How many sections are in the report, and of how many. */
export const acceptedOf = ({ sections }: ReportView): { accepted: number; all: number } => ({
  accepted: sections.filter(({ state }) => state === 'accepted').length,
  all: sections.length,
});
