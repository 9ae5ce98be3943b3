import { z } from 'zod';
import { Centipoints } from '../centipoints.js';
import { RECUSAL_STEPS } from '../cycle/recusal.js';
import { PageQuery } from '../page.js';
import { Reminded, type ReminderFacts } from '../progress/reminder.js';
import { Line, Reason, recordFields, seen } from '../record.js';
import type { ItemPoints } from './scoring.js';

export const SCORECARD_STATES = ['self', 'peer', 'open', 'reviewed', 'verified', 'excluded'] as const;
export type ScorecardState = (typeof SCORECARD_STATES)[number];
/** The states in which a unit may write its own points. */
export const SCORECARD_EDITABLE: readonly ScorecardState[] = ['self'];

const ItemCode = z.string().min(1).max(40);

/** Points for one item, in hundredths. Its maximum stands in the year's criteria. */
export const GivenScore = z.strictObject({ item: ItemCode, points: Centipoints });
export type GivenScore = z.infer<typeof GivenScore>;

/** A unit's own points for an item, and what shows them: a note, a paper's number or a link. */
export const SelfScore = GivenScore.extend({ evidence: Line(0, 500).optional() });
export type SelfScore = z.infer<typeof SelfScore>;

/** Points that differ from the stage before, with the reason. */
export const DifferingScore = GivenScore.extend({ reason: Line(0, 2000).optional() });
export type DifferingScore = z.infer<typeof DifferingScore>;

/** What the officer writes and the head submits. */
export const ScorecardDraft = z.strictObject({ scores: z.array(SelfScore).max(400) });
export type ScorecardDraft = z.infer<typeof ScorecardDraft>;
export const ScorecardEdit = ScorecardDraft.extend(seen);
export type ScorecardEdit = z.infer<typeof ScorecardEdit>;

const judgement = { scores: z.array(DifferingScore).max(400), comment: Line(0, 2000).default('') };

/** What people may send. Unsealing is the program's own event. */
export const ScorecardEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), ...seen }),
  z.strictObject({ type: z.literal('review'), ...seen, ...judgement }),
  z.strictObject({ type: z.literal('verify'), ...seen, ...judgement }),
  z.strictObject({ type: z.literal('return'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('recuse'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('exclude'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('remind'), ...seen }),
]);
export type ScorecardEvent = z.infer<typeof ScorecardEvent>;
/** The program opens the seal when the group's last sheet is in or the deadline has passed. */
export type Unseal = { readonly type: 'unseal'; readonly version: number };
export type AnyScorecardEvent = ScorecardEvent | Unseal;

/** The matrix of one group, or all that the reader may see. */
export const ScorecardQuery = PageQuery.extend({ group: z.coerce.number().int().min(1).max(60).optional() });
export type ScorecardQuery = z.infer<typeof ScorecardQuery>;

/** What the machine of a score card must know. */
export interface ScorecardFacts extends ReminderFacts {
  /** Items without the unit's own points, and which. */
  readonly lacking: number;
  readonly lackingItems: string;
  /** Items with points that ask for evidence and have none, and which. */
  readonly withoutEvidence: number;
  readonly evidenceItems: string;
  /** Peer sheets of this card, those of raters who declined among them. */
  readonly sheets: number;
  /** Sheets of the card's whole group that are still awaited: the group's seals open together. */
  readonly pending: number;
  readonly deadlinePassed: boolean;
  /** Whether the unit has ended by today, or its own head withdrew its registration. */
  readonly gone: boolean;
  /** The last day of peer scoring, as people read it. */
  readonly deadline: string;
  readonly reasonMinimum: number;
  /** Items that peers should have scored and none did: the reviewer's value is the first one that counts, so it is given and explained. */
  readonly unscored: readonly string[];
  /** The points of each item at the stage before the judgement that is due; empty while the card is sealed. */
  readonly before: Readonly<Record<string, number>>;
  /** The submitted sheets; empty while the card is sealed. */
  readonly peers: readonly (readonly ItemPoints[])[];
}

/** Somebody who declined because of a conflict of interest: a unit, or a person where the step is a person's. */
export const RecusalView = z.object({ step: z.enum(RECUSAL_STEPS), by: z.string(), reason: z.string(), at: z.iso.datetime() });
export type RecusalView = z.infer<typeof RecusalView>;

const Source = z.enum(['bloc', 'leader', 'peers']);
export const TotalsView = z.object({
  sections: z.record(z.string(), z.int()),
  base: z.int(),
  bonus: z.int(),
  penalty: z.int(),
  total: z.int(),
});

/** A score card as readers see it. While `sealed`, everything that depends on peers' points is empty. */
export const ScorecardView = z.object({
  ...recordFields,
  year: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  unitShortName: z.string(),
  groupNumber: z.int().nullable(),
  reviewerUnitId: z.uuid().nullable(),
  verifierUnitId: z.uuid().nullable(),
  reviewerName: z.string().nullable(),
  verifierName: z.string().nullable(),
  due: z.object({ self: z.iso.date(), peer: z.iso.date(), review: z.iso.date(), verification: z.iso.date() }),
  sealed: z.boolean(),
  /** The last day of peer scoring is over. */
  peersOver: z.boolean(),
  /** “3 of 4, 1 declined”: all that anybody learns of the sheets while they are sealed. `of` does not count those who declined. */
  sheets: z.object({ submitted: z.int(), of: z.int(), recused: z.int() }),
  /** Who declined to score or to judge, and why; of those who score nothing while it is sealed. */
  recusals: z.array(RecusalView),
  /** The unit's own points; empty for others until it has submitted them. */
  self: z.array(SelfScore),
  selfTotals: TotalsView.nullable(),
  peers: z.array(z.object({ unitId: z.uuid(), unitShortName: z.string(), scores: z.array(GivenScore), total: z.int() })),
  aggregate: z.array(GivenScore),
  leader: z.array(DifferingScore),
  leaderComment: z.string(),
  bloc: z.array(DifferingScore),
  blocComment: z.string(),
  official: z.array(GivenScore.extend({ from: Source })),
  /** Totals of the official points, once every item has one. */
  totals: TotalsView.nullable(),
  /** Why the bloc returned it to the reviewer, while it is returned; why the unit was taken out of the scoring, once it is. */
  reason: z.string().nullable(),
  remindedAt: Reminded,
  submittedAt: z.iso.datetime().nullable(),
  openedAt: z.iso.datetime().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
});
export type ScorecardView = z.infer<typeof ScorecardView>;
