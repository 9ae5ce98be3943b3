import { z } from 'zod';
import { Reminded, type ReminderFacts } from '../progress/reminder.js';
import { Line, Reason, recordFields, seen } from '../record.js';
import { Indicator, SectionAward } from './content.schema.js';

export const SECTION_STATES = ['draft', 'submitted', 'accepted', 'returned'] as const;
export type SectionState = (typeof SECTION_STATES)[number];
/** The states in which others read what the unit wrote; until it is sent, and once it is returned, the words are the unit's own. */
export const SECTION_SENT: readonly SectionState[] = ['submitted', 'accepted'];

/** What the officer writes: like the content that is submitted, but nothing need be there yet. */
export const SectionDraft = z.strictObject({
  paragraphs: z.array(Line(0, 4000)).max(20),
  indicators: z.array(Indicator).max(80),
  awards: z.array(SectionAward).max(40),
});
export type SectionDraft = z.infer<typeof SectionDraft>;
/** A section of which nothing is written yet. */
export const EMPTY_SECTION: SectionDraft = { paragraphs: [], indicators: [], awards: [] };
export const SectionEdit = SectionDraft.extend(seen);
export type SectionEdit = z.infer<typeof SectionEdit>;

export const SectionEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), ...seen }),
  z.strictObject({ type: z.literal('recall'), ...seen }),
  z.strictObject({ type: z.literal('accept'), ...seen }),
  z.strictObject({ type: z.literal('return'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('reopen'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('remind'), ...seen }),
]);
export type SectionEvent = z.infer<typeof SectionEvent>;

/** Words that a section of the report should have: fewer say too little, more are not read. A finding, not a need (R21 of domain.md, Annex B). */
export const SECTION_WORDS = { least: 150, most: 600 } as const;

/** What the machine of a section must know. */
export interface SectionFacts extends ReminderFacts {
  /** The report still takes sections: it is not frozen. */
  readonly reportOpen: boolean;
  /** Paragraphs with text. */
  readonly paragraphs: number;
  /** Keys of indicators that stand twice. */
  readonly repeatedKeys: string;
}

/** A unit's section as readers see it; `number` is its place in the report, `3.4`. */
export const SectionView = z.object({
  ...recordFields,
  year: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  unitShortName: z.string(),
  groupNumber: z.int().nullable(),
  number: z.string(),
  due: z.iso.date(),
  ...SectionDraft.shape,
  words: z.int(),
  /** Why it was returned or opened again, while it is. */
  reason: z.string().nullable(),
  remindedAt: Reminded,
  submittedAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
});
export type SectionView = z.infer<typeof SectionView>;
