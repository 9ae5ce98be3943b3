import { z } from 'zod';
import { Centipoints } from '../centipoints.js';
import { Day, Line } from '../record.js';

/** A short code that people read and documents cite; its length stands in the pattern, which a step of the tie chain keeps too. */
const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/);

/** A title that units of the bloc may register for and be nominated for, with its seats (the quota of the year). */
export const TitleRule = z.strictObject({
  code: Code,
  name: Line(3, 200),
  shortName: Line(2, 80),
  authority: Line(3, 200),
  seats: z.int().min(1).max(300),
});
export type TitleRule = z.infer<typeof TitleRule>;

/** A level of completion, for units that register no title (“hoàn thành tốt nhiệm vụ”). */
export const CompletionLevel = z.strictObject({ code: Code, name: Line(3, 200) });

/** One line of the criteria table; `max` in hundredths of a point. */
export const CriteriaItem = z.strictObject({
  code: Code,
  name: Line(3, 500),
  max: Centipoints.min(1),
  evidence: z.boolean().default(false),
});
export type CriteriaItem = z.infer<typeof CriteriaItem>;
export const CriteriaSection = z.strictObject({
  code: Code,
  name: Line(3, 300),
  max: Centipoints.min(1),
  items: z.array(CriteriaItem).min(1).max(60),
});
const CappedItems = z.strictObject({ cap: Centipoints, items: z.array(CriteriaItem).max(40) });

/** The criteria table: sections of items, bonus under a cap, penalty under a cap. Sums are checked by `criteria-lint`. */
export const CriteriaTable = z.strictObject({
  scale: Centipoints.min(100),
  sections: z.array(CriteriaSection).min(1).max(20),
  bonus: CappedItems,
  penalty: CappedItems,
});
export type CriteriaTable = z.infer<typeof CriteriaTable>;

/** A share as a quotient of integers: no float decides a quorum (scoring.md 4.3, I-14). */
export const Share = z.strictObject({ p: z.int().min(0).max(1000), q: z.int().min(1).max(1000) });
export type Share = z.infer<typeof Share>;

/** A step of the chain that breaks ties; `higher-section:I` names the section. The chain always ends in the meeting's decision. */
export const TieStep = z.union([
  z.enum(['lower-penalty', 'higher-bonus', 'previous-rank', 'meeting']),
  z.templateLiteral(['higher-section:', Code]),
]);
export type TieStep = z.infer<typeof TieStep>;

/** How a year nominates. `lowerTitleWithReason`: a unit may be nominated for a lower title than it registered, with a reason. */
export const NominationRules = z.strictObject({
  method: z.enum(['consent', 'show-of-hands']),
  /** Nobody is no meeting: at least one part. */
  quorum: Share.extend({ p: Share.shape.p.min(1) }),
  threshold: Share.extend({ strict: z.boolean(), base: z.enum(['members', 'present', 'yes-no']) }),
  exclusive: z.boolean(),
  lowerTitleWithReason: z.boolean(),
  minimumTotal: Centipoints,
});
export type NominationRules = z.infer<typeof NominationRules>;

/** The last days of the year's steps; a step ends at midnight (Vietnam) of its day. */
export const Deadlines = z.strictObject({
  registration: Day,
  selfScore: Day,
  peerScore: Day,
  review: Day,
  verification: Day,
  meeting: Day,
  sections: Day,
  documents: Day,
});
export type Deadlines = z.infer<typeof Deadlines>;

/** Who scores whom: all in the group (groups up to 12), k assigned raters each, or nobody. */
export const PeerRule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('all') }),
  z.strictObject({ mode: z.literal('assigned'), k: z.int().min(1).max(20) }),
  z.strictObject({ mode: z.literal('none') }),
]);
export type PeerRule = z.infer<typeof PeerRule>;

/** Everything in which blocs differ, frozen with a hash when the cycle opens. Titles stand highest first. */
export const CycleRules = z.strictObject({
  titles: z.array(TitleRule).min(1).max(10),
  completionLevels: z.array(CompletionLevel).max(10),
  criteria: CriteriaTable,
  aggregate: z.enum(['mean', 'median']),
  peers: PeerRule,
  tieChain: z.array(TieStep).min(1).max(8),
  nomination: NominationRules,
  deadlines: Deadlines,
  peerMarksInMinutes: z.boolean(),
  reasonMinimum: z.int().min(10).max(500),
  numberSeries: z.enum(['bloc', 'head-unit']),
  /** Whose seal a document bears that the head of the deputy’s unit signs for the bloc’s head; without it that of the head’s unit. */
  sealOfSubstitute: z.enum(['head-unit', 'deputy-unit']).optional(),
});
export type CycleRules = z.infer<typeof CycleRules>;
