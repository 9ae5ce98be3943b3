import { z } from 'zod';
import { CycleRules, type NominationRules } from '../cycle/rules.schema.js';
import { Reason, recordFields, seen } from '../record.js';
import { Aim } from '../registration/registration.schema.js';

export const ROUND_STATES = ['draft', 'open', 'tied', 'decided'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

const Hands = z.int().min(0).max(300);
/** Hands raised for one unit; a unit that registered for a higher title needs the reason. */
export const Vote = z.strictObject({ unitId: z.uuid(), yes: Hands, no: Hands, abstain: Hands, reason: Reason.optional() });
export type Vote = z.infer<typeof Vote>;
const MOST_UNITS = 300;
/** Hands raised where those who stood equal are voted on again: their reasons were given when they were counted first. */
const RunOffVote = Vote.omit({ reason: true });
/** A unit on which the meeting agrees, with the reason where one is owed. */
export const Nominee = z.strictObject({ unitId: z.uuid(), reason: Reason.optional() });
export type Nominee = z.infer<typeof Nominee>;
/** The member units that take part in the meeting. */
const attendance = { attendance: z.array(z.uuid()).min(1).max(300) };

export const RoundEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), ...seen }),
  z.strictObject({ type: z.literal('recuse'), ...seen, unitId: z.uuid(), reason: Reason }),
  z.strictObject({ type: z.literal('readmit'), ...seen, unitId: z.uuid(), reason: Reason }),
  z.strictObject({ type: z.literal('consent'), ...seen, ...attendance, nominees: z.array(Nominee).max(300) }),
  z.strictObject({ type: z.literal('count'), ...seen, ...attendance, votes: z.array(Vote).min(1).max(MOST_UNITS) }),
  z.strictObject({
    type: z.literal('settle'),
    ...seen,
    unitIds: z.array(z.uuid()).max(300),
    method: z.enum(['run-off', 'lot', 'leave-open']),
    reason: Reason,
    votes: z.array(RunOffVote).min(1).max(MOST_UNITS).optional(),
  }),
]);
export type RoundEvent = z.infer<typeof RoundEvent>;
export type ConsentEvent = Extract<RoundEvent, { type: 'consent' }>;
export type CountEvent = Extract<RoundEvent, { type: 'count' }>;
export type SettleEvent = Extract<RoundEvent, { type: 'settle' }>;
export type RecuseEvent = Extract<RoundEvent, { type: 'recuse' }>;
export type ReadmitEvent = Extract<RoundEvent, { type: 'readmit' }>;

/** A unit in a round as it is kept: frozen when the round opens, then with what the meeting did. */
export const Candidate = z.object({
  unitId: z.uuid(),
  rank: z.int(),
  total: z.int(),
  aim: Aim.nullable(),
  eligible: z.boolean(),
  lower: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), filling: z.record(z.string(), z.union([z.string(), z.number()])) })),
  conflicts: z.array(z.enum(['head', 'deputy', 'leader'])),
  nominated: z.boolean(),
  tied: z.boolean(),
  reason: z.string().nullable(),
  votes: z.object({ yes: z.int(), no: z.int(), abstain: z.int() }).nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/** How a tie at the line was settled. What was once kept beside a vote is not shown. */
export const Settlement = z.object({
  method: z.enum(['run-off', 'lot', 'leave-open']),
  unitIds: z.array(z.uuid()),
  reason: z.string(),
  votes: z.array(z.object(RunOffVote.shape)),
});
export type Settlement = z.infer<typeof Settlement>;

/** What the machine of a round must know. */
export interface RoundFacts {
  readonly rankingPublished: boolean;
  /** Rounds of higher titles that are not decided, and which. */
  readonly earlierWaiting: number;
  readonly earlierTitles: string;
  readonly seats: number;
  readonly seatsOpen: number;
  readonly method: NominationRules['method'];
  readonly rules: NominationRules;
  /** Ids of the member units that decide in this round: all of the year but those that declined. The threshold is taken of them. */
  readonly members: readonly string[];
  /** Ids of those that declined. */
  readonly declined: readonly string[];
  /** All members, those that declined among them: the quorum is taken of them. */
  readonly memberCount: number;
  readonly quorum: number;
  readonly candidates: readonly Candidate[];
  /** Ids of the units that took part when hands were counted or consent was found: equals are settled by the same meeting. */
  readonly attended: readonly string[];
}

/** A round of the nomination meeting as readers see it. Before it opens its candidates are a preview, once the ranking is published. */
export const RoundView = z.object({
  ...recordFields,
  year: z.int(),
  position: z.int(),
  title: CycleRules.shape.titles.element,
  nomination: CycleRules.shape.nomination,
  due: z.iso.date(),
  seats: z.int(),
  /** Seats that nobody has. */
  seatsOpen: z.int(),
  /** All members of the year that have not left it; the quorum is taken of them. */
  members: z.int(),
  quorum: z.int(),
  /** The members that decide on this title and may be present. */
  electors: z.array(z.object({ unitId: z.uuid(), unitShortName: z.string() })),
  /** Units that take no part in deciding this title, with their reasons; `electors` does not name them, `members` counts them. */
  recusals: z.array(z.object({ unitId: z.uuid(), unitShortName: z.string(), reason: z.string(), at: z.iso.datetime() })),
  attendance: z.array(z.object({ unitId: z.uuid(), unitShortName: z.string() })),
  candidates: z.array(
    Candidate.omit({ reasons: true, conflicts: true }).extend({
      unitName: z.string(),
      unitShortName: z.string(),
      groupNumber: z.int().nullable(),
      aimName: z.string().nullable(),
      reasons: z.array(z.string()),
      conflicts: z.array(z.string()),
    }),
  ),
  settlement: Settlement.nullable(),
  openedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type RoundView = z.infer<typeof RoundView>;
