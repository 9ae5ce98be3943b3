import { z } from 'zod';
import { Centipoints } from '../centipoints.js';
import { Day, Line, Reason } from '../record.js';
import { RegistrationDraft } from '../registration/registration.schema.js';
import { done, Plain, UnitCode } from './act.schema.js';
import { ReportContent, SectionContent } from '../report/content.schema.js';
import { RecipientLine } from '../register/document.schema.js';

/*
 * A script is what happens to one record, in order: each act bears the name of the event that the record’s machine knows,
 * or `edit` (the draft is written) or `create` (the record is made).
 */
const returned = z.strictObject({ type: z.literal('return'), ...done, reason: Reason });
const script = <T extends z.ZodType>(act: T) => z.array(act).min(1).max(40);

const ItemCode = z.string().min(1).max(40);
/** A score that somebody gives an item, in hundredths of a point. */
export const GivenScore = z.strictObject({ item: ItemCode, points: Centipoints });
/** A unit’s own score, with the evidence that it names. */
export const SelfScore = GivenScore.extend({ evidence: Line(3, 300).optional() });
/** A score that differs from the stage before, with the reason. */
export const DifferingScore = GivenScore.extend({ reason: Reason });

export const RegistrationScript = z.strictObject({
  unit: UnitCode,
  acts: script(
    z.discriminatedUnion('type', [
      RegistrationDraft.extend({ type: z.literal('edit'), ...done }),
      Plain('submit'),
      Plain('recall'),
      Plain('accept'),
      returned,
      z.strictObject({ type: z.literal('withdraw'), ...done, reason: Reason }),
    ]),
  ),
});
export type RegistrationScript = z.infer<typeof RegistrationScript>;

const judged = { scores: z.array(DifferingScore).max(400), comment: Line(0, 2000), ...done };

/** The score card of a unit: its own points, the reviewer’s and the bloc’s differences. Unsealing is no act of a person. */
export const ScorecardScript = z.strictObject({
  unit: UnitCode,
  acts: script(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('edit'), ...done, scores: z.array(SelfScore).min(1).max(400) }),
      Plain('submit'),
      z.strictObject({ type: z.literal('review'), ...judged }),
      returned,
      z.strictObject({ type: z.literal('verify'), ...judged }),
    ]),
  ),
});
export type ScorecardScript = z.infer<typeof ScorecardScript>;

/** One peer’s sheet on another unit. */
export const SheetScript = z.strictObject({
  rater: UnitCode,
  rated: UnitCode,
  acts: script(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('edit'), ...done, scores: z.array(GivenScore).min(1).max(400) }),
      Plain('submit'),
    ]),
  ),
});
export type SheetScript = z.infer<typeof SheetScript>;

const Count = z.int().min(0).max(300);
/** Hands raised for a unit; one that registered for a higher title needs the reason. */
const Vote = z.strictObject({ unit: UnitCode, yes: Count, no: Count, abstain: Count, reason: Reason.optional() });
const Votes = z.array(Vote).min(1).max(300);

/** A round of the nomination meeting, for one title. Attendance is the meeting’s. */
export const RoundScript = z.strictObject({
  title: z.string().min(1).max(40),
  acts: script(
    z.discriminatedUnion('type', [
      Plain('open'),
      z.strictObject({
        type: z.literal('consent'),
        ...done,
        nominees: z.array(z.strictObject({ unit: UnitCode, reason: Reason.optional() })).max(300),
      }),
      z.strictObject({ type: z.literal('count'), ...done, votes: Votes }),
      z.strictObject({
        type: z.literal('settle'),
        ...done,
        units: z.array(UnitCode).max(300),
        method: z.enum(['run-off', 'lot', 'leave-open']),
        reason: Reason,
        votes: z
          .array(Vote.omit({ reason: true }))
          .min(1)
          .max(300)
          .optional(),
      }),
    ]),
  ),
});
export type RoundScript = z.infer<typeof RoundScript>;

/** The meeting that nominates: where, which units came, and its rounds in the order of the titles. */
export const Meeting = z.strictObject({
  place: Line(2, 200),
  attendance: z.array(UnitCode).min(1).max(300),
  rounds: z.array(RoundScript).min(1).max(10),
});
export type Meeting = z.infer<typeof Meeting>;

export const SectionScript = z.strictObject({
  unit: UnitCode,
  acts: script(
    z.discriminatedUnion('type', [
      SectionContent.extend({ type: z.literal('edit'), ...done }),
      Plain('submit'),
      Plain('recall'),
      Plain('accept'),
      returned,
      z.strictObject({ type: z.literal('reopen'), ...done, reason: Reason }),
    ]),
  ),
});
export type SectionScript = z.infer<typeof SectionScript>;

export const ReportScript = z.strictObject({
  acts: script(
    z.discriminatedUnion('type', [
      ReportContent.extend({ type: z.literal('edit'), ...done }),
      Plain('freeze'),
      z.strictObject({ type: z.literal('reopen'), ...done, reason: Reason }),
    ]),
  ),
});
export type ReportScript = z.infer<typeof ReportScript>;

/** The way of one document out of the door. */
export const DocumentScript = z.strictObject({
  type: z.enum(['BC', 'BB', 'TTr']),
  acts: script(
    z.discriminatedUnion('type', [
      // Nơi nhận of this document; without it the lines that are usual for its type.
      Plain('create').extend({ recipients: z.array(RecipientLine).min(1).max(20).optional() }),
      Plain('compile'),
      Plain('propose'),
      Plain('pass'),
      returned,
      Plain('prepare'),
      Plain('sign'),
      Plain('issue'),
    ]),
  ),
});
export type DocumentScript = z.infer<typeof DocumentScript>;

export const DispatchScript = z.strictObject({
  lines: z.array(RecipientLine).min(1).max(20),
  /** Addresses that the receiving server refuses, to see what a refusal looks like. */
  refused: z.array(z.email().max(254).toLowerCase()).max(300),
  acts: script(z.discriminatedUnion('type', [Plain('create'), Plain('send')])),
});
export type DispatchScript = z.infer<typeof DispatchScript>;

/** A recipient confirms on the page behind the letter’s link. The council’s standing body gives its incoming number and date. */
export const Receipt = z.strictObject({
  recipient: z.union([z.enum(['council', 'board']), UnitCode]),
  on: done.on,
  name: Line(2, 120),
  incomingNumber: Line(1, 40).optional(),
  incomingDate: Day.optional(),
});
export type Receipt = z.infer<typeof Receipt>;
