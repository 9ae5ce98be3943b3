import { z } from 'zod';
import { Day, Line, Reason, recordFields, seen } from '../record.js';
import type { Said } from '../wording.js';

export const REPORT_STATES = ['draft', 'frozen'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

const Paragraphs = z.array(Line(0, 4000)).max(40);

/** The head's own parts while they are written: `asOf` is the day to which the figures count, `bases` the papers named in the opening. */
export const ReportDraft = z.strictObject({
  asOf: Day.nullable(),
  leadership: Paragraphs,
  papers: Paragraphs,
  assessment: Paragraphs,
  limitations: Paragraphs,
  causes: Paragraphs,
  directions: Paragraphs,
  bases: Paragraphs,
  closing: Line(0, 2000),
});
export type ReportDraft = z.infer<typeof ReportDraft>;
/** A report of which nothing is written yet. */
export const EMPTY_REPORT: ReportDraft = {
  asOf: null,
  leadership: [],
  papers: [],
  assessment: [],
  limitations: [],
  causes: [],
  directions: [],
  bases: [],
  closing: '',
};
export const ReportEdit = ReportDraft.extend(seen);
export type ReportEdit = z.infer<typeof ReportEdit>;

/** The parts in the order in which they are printed. */
export const REPORT_PARTS = ['bases', 'leadership', 'papers', 'assessment', 'limitations', 'causes', 'directions'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];
/** Where the head writes: the parts, the day of the figures and the last sentence. */
export const REPORT_PLACES = ['asOf', ...REPORT_PARTS, 'closing'] as const;
export type ReportPlace = (typeof REPORT_PLACES)[number];

export const ReportEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('freeze'), ...seen }),
  z.strictObject({ type: z.literal('reopen'), ...seen, reason: Reason }),
]);
export type ReportEvent = z.infer<typeof ReportEvent>;

/** What the machine of a report must know. */
export interface ReportFacts {
  /** Sections that are not accepted yet, and whose. */
  readonly waitingSections: number;
  readonly waitingUnits: Said;
  /** Parts of the head that are empty, by their names as people read them. */
  readonly missingParts: number;
  readonly missingPartNames: Said;
  /** Rounds of the meeting that are not decided. */
  readonly waitingRounds: number;
  /** A report document has its number and waits for its signature: nothing may change under it. */
  readonly underSignature: boolean;
}

/** A thing to look at before the report is frozen: it stops nobody, it says what an attentive reader will notice, and where. */
export const ReportFinding = z.object({
  rule: z.string(),
  part: z.enum(REPORT_PLACES).nullable(),
  sectionId: z.uuid().nullable(),
  where: z.string(),
  sentence: z.string(),
});
export type ReportFinding = z.infer<typeof ReportFinding>;

/** The year-end report as its compilers see it: the head's own parts, and how the units' sections stand. */
export const ReportView = z.object({
  ...recordFields,
  year: z.int(),
  due: z.iso.date(),
  ...ReportDraft.shape,
  sections: z.array(
    z.object({ id: z.uuid(), unitId: z.uuid(), unitShortName: z.string(), number: z.string(), state: z.string(), words: z.int() }),
  ),
  findings: z.array(ReportFinding),
  /** Why it was opened again, while it is. */
  reason: z.string().nullable(),
  frozenAt: z.iso.datetime().nullable(),
});
export type ReportView = z.infer<typeof ReportView>;
