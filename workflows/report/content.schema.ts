import { z } from 'zod';
import { Day, Line } from '../record.js';

/** A number that a report prints: no more digits than are exact. */
const Figure = z.number().min(-999_999_999_999_999).max(999_999_999_999_999);

/** Against what a figure stands: growth, share of the plan, or by how much it is above the target. */
export const Comparison = z.strictObject({
  kind: z.enum(['increase', 'ofPlan', 'aboveTarget']),
  value: Figure,
  unit: Line(1, 60),
  qualifier: z.enum(['exact', 'over', 'nearly', 'about']).optional(),
  base: Line(2, 200),
});

/** A figure of a unit’s section: “trên 13,1 tỷ đồng” is value 13.1, unit `tỷ đồng`, qualifier `over`. */
export const Indicator = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(80),
  label: Line(3, 300),
  value: Figure,
  unit: Line(1, 60),
  qualifier: z.enum(['exact', 'over', 'nearly', 'about']),
  comparison: Comparison.optional(),
  /** The denominator of “8/10”. */
  outOf: Figure.optional(),
  /** The key of the total of which this is a part. */
  partOf: z.string().max(80).optional(),
  note: Line(3, 300).optional(),
});
export type Indicator = z.infer<typeof Indicator>;

/** An award that a unit received or gave. A count that nobody stated is null. */
export const SectionAward = z.strictObject({
  direction: z.enum(['received', 'given']),
  name: Line(3, 200),
  issuer: Line(2, 200).nullable(),
  recipients: Line(2, 200),
  count: z.int().min(1).max(1_000_000).nullable(),
});
export type SectionAward = z.infer<typeof SectionAward>;

/** A unit’s section of the report. */
export const SectionContent = z.strictObject({
  paragraphs: z.array(Line(20, 4000)).min(1).max(20),
  indicators: z.array(Indicator).max(80),
  awards: z.array(SectionAward).max(40),
});
export type SectionContent = z.infer<typeof SectionContent>;

const Paragraphs = z.array(Line(10, 4000)).min(1).max(40);

/** The head’s own parts of the report. `bases` are the papers named in the opening, one a line. */
export const ReportContent = z.strictObject({
  asOf: Day,
  leadership: Paragraphs,
  papers: Paragraphs,
  assessment: Paragraphs,
  limitations: Paragraphs,
  causes: Paragraphs,
  directions: Paragraphs,
  bases: Paragraphs,
  closing: Line(10, 2000),
});
export type ReportContent = z.infer<typeof ReportContent>;
