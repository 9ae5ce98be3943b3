import { z } from 'zod';
import { TieStep } from '../cycle/rules.schema.js';
import { recordFields, seen } from '../record.js';
import type { Said } from '../wording.js';

export const RANKING_STATES = ['open', 'published'] as const;
export type RankingState = (typeof RANKING_STATES)[number];

export const RankingEvent = z.discriminatedUnion('type', [z.strictObject({ type: z.literal('publish'), ...seen })]);
export type RankingEvent = z.infer<typeof RankingEvent>;

/** What the machine of a ranking must know. */
export interface RankingFacts {
  /** Units whose scores the bloc has not verified yet, and which. */
  readonly waitingCards: number;
  readonly waitingUnits: Said;
}

/** A row of the ranking as it is frozen; points in hundredths. */
export const RankingRow = z.object({
  unitId: z.uuid(),
  sections: z.record(z.string(), z.int()),
  base: z.int(),
  bonus: z.int(),
  penalty: z.int(),
  total: z.int(),
  previousRank: z.int().nullable(),
  rank: z.int(),
  brokenBy: z.object({ step: TieStep, number: z.int(), mine: z.int(), other: z.int() }).nullable(),
  tiedWith: z.array(z.uuid()),
});
export type RankingRow = z.infer<typeof RankingRow>;

/** A member that has no rank this year, and why: it withdrew its registration, or was taken out of the scoring. */
export const Unranked = z.object({ unitId: z.uuid(), why: z.enum(['withdrawn', 'excluded']), reason: z.string() });
export type Unranked = z.infer<typeof Unranked>;

/** The ranking of a year. Before it is published its rows are a preview, and empty until every card is verified. */
export const RankingView = z.object({
  ...recordFields,
  year: z.int(),
  tieChain: z.array(TieStep),
  rows: z.array(RankingRow.extend({ unitName: z.string(), unitShortName: z.string(), groupNumber: z.int().nullable() })),
  unranked: z.array(Unranked.extend({ unitName: z.string(), unitShortName: z.string(), groupNumber: z.int().nullable() })),
  publishedAt: z.iso.datetime().nullable(),
});
export type RankingView = z.infer<typeof RankingView>;
