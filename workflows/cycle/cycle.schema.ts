import { z } from 'zod';
import { Day, Line, Reason, recordFields, seen } from '../record.js';
import { CycleRules } from './rules.schema.js';
import type { Said } from '../wording.js';

export const CYCLE_STATES = ['draft', 'open', 'compiled', 'closed'] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

const UnitCode = z.string().max(80);

/** A group of the bloc and the unit that leads it. */
export const GroupDraft = z.strictObject({
  number: z.int().min(1).max(60),
  name: Line(2, 80),
  leader: UnitCode,
  units: z.array(UnitCode).min(2).max(100),
});

/** A campaign (đợt thi đua) of the year, as the report prints it. */
export const Campaign = z.strictObject({
  number: z.int().min(1).max(99),
  from: Day,
  to: Day,
  theme: Line(3, 500),
  occasions: z.array(Line(3, 400)).max(30),
});

/** A movement (phong trào) that the bloc takes part in; a year is null where no period is stated. */
export const Movement = z.strictObject({
  name: Line(3, 300),
  from: z.int().min(1945).max(2200).nullable(),
  to: z.int().min(1945).max(2200).nullable(),
});

/** The pledge of the year (giao ước thi đua), as the report prints it. */
export const Pledge = z.strictObject({ signedOn: Day, place: Line(2, 200), text: z.array(Line(3, 2000)).max(40) });

/** A legal basis or a paper that the report cites. */
export const LegalBasis = z.strictObject({
  type: Line(2, 80),
  number: Line(1, 80),
  date: Day.nullable(),
  issuer: Line(2, 200),
  subject: Line(3, 500),
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/** A year of a bloc as it is set up: members in the order of the report's sections, groups or none, head and deputy head units. */
export const CycleDraft = z.strictObject({
  year: z.int().min(1945).max(2200),
  head: UnitCode,
  deputy: UnitCode.nullable(),
  members: z.array(UnitCode).min(3).max(300),
  groups: z.array(GroupDraft).max(60),
  rules: CycleRules,
  pledge: Pledge.nullable(),
  campaigns: z.array(Campaign).max(12),
  movements: z.array(Movement).max(40),
  legalBases: z.array(LegalBasis).max(60),
  /** What is invented in this year's data, said to every reader; empty for a real year. */
  invented: z.array(Line(3, 300)).max(40),
});
export type CycleDraft = z.infer<typeof CycleDraft>;

export const CycleEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), ...seen }),
  z.strictObject({ type: z.literal('compile'), ...seen }),
  z.strictObject({ type: z.literal('close'), ...seen }),
  z.strictObject({ type: z.literal('reopen'), ...seen, reason: Reason }),
]);
export type CycleEvent = z.infer<typeof CycleEvent>;

/** What the machine of a cycle must know. */
export interface CycleFacts {
  readonly members: number;
  /** Faults of criteria table, groups and deadlines found by the linter. */
  readonly faults: number;
  readonly faultList: string;
  readonly waitingRegistrations: number;
  readonly waitingUnits: Said;
  readonly openDocuments: number;
  /** Issued documents, and those of them that no dispatch has carried and none replaces. */
  readonly issuedDocuments: number;
  readonly unsentDocuments: number;
}

/** A member of the year as readers see it. */
export const Member = z.object({
  unitId: z.uuid(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  groupId: z.uuid().nullable(),
  groupNumber: z.int().nullable(),
  position: z.int(),
  leads: z.boolean(),
  blocRole: z.enum(['head', 'deputy']).nullable(),
});
export type Member = z.infer<typeof Member>;

export const CycleView = z.object({
  ...recordFields,
  year: z.int(),
  rules: CycleRules,
  rulesHash: z.string().nullable(),
  members: z.array(Member),
  groups: z.array(z.object({ id: z.uuid(), number: z.int(), name: z.string(), leaderUnitId: z.uuid() })),
  pledge: Pledge.nullable(),
  campaigns: z.array(Campaign),
  movements: z.array(Movement),
  legalBases: z.array(LegalBasis),
  invented: z.array(z.string()),
});
export type CycleView = z.infer<typeof CycleView>;
