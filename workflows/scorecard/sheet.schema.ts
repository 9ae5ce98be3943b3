import { z } from 'zod';
import { Line, Reason, recordFields, seen } from '../record.js';
import { GivenScore, SelfScore } from './scorecard.schema.js';

export const SHEET_STATES = ['draft', 'submitted', 'recused'] as const;
export type SheetState = (typeof SHEET_STATES)[number];
/** The states in which a rater may write a sheet. */
export const SHEET_EDITABLE: readonly SheetState[] = ['draft'];

/** What a rater's officer writes and its head submits. */
export const SheetDraft = z.strictObject({ scores: z.array(GivenScore).max(400), note: Line(0, 2000).default('') });
export type SheetDraft = z.infer<typeof SheetDraft>;
export const SheetEdit = SheetDraft.extend(seen);
export type SheetEdit = z.infer<typeof SheetEdit>;

export const SheetEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), ...seen }),
  z.strictObject({ type: z.literal('recuse'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('reopen'), ...seen }),
]);
export type SheetEvent = z.infer<typeof SheetEvent>;

/** What the machine of a peer sheet must know. */
export interface SheetFacts {
  readonly lacking: number;
  readonly lackingItems: string;
  /** The rated unit has submitted its own points. */
  readonly selfSubmitted: boolean;
  /** The card is not open and the last day of peer scoring is not over: peers may score. */
  readonly stillTaken: boolean;
  /** Neither the rater nor the rated unit is out of the year's scoring. */
  readonly takingPart: boolean;
}

/** A peer sheet as its rater sees it; nobody else reads one. */
export const SheetView = z.object({
  ...recordFields,
  year: z.int(),
  scorecardId: z.uuid(),
  raterUnitId: z.uuid(),
  raterShortName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  unitShortName: z.string(),
  groupNumber: z.int().nullable(),
  due: z.iso.date(),
  /** Whether sheets on this unit are still taken: the last day is not over, and its card is not open. */
  taken: z.boolean(),
  /** The rated unit's own points, once it has submitted them. */
  self: z.array(SelfScore),
  scores: z.array(GivenScore),
  note: z.string(),
  /** Why the rater declined to score this unit, while it does. */
  reason: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
});
export type SheetView = z.infer<typeof SheetView>;
