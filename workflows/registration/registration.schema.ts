import { z } from 'zod';
import { Reminded, type ReminderFacts } from '../progress/reminder.js';
import { Line, Reason, recordFields, seen } from '../record.js';

export const REGISTRATION_STATES = ['draft', 'submitted', 'accepted', 'returned', 'withdrawn'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];
/** The states in which a unit may write its draft. */
export const REGISTRATION_EDITABLE: readonly RegistrationState[] = ['draft', 'returned'];
/** The states in which others read what the unit wrote; before and after that the words are the unit's own. */
export const REGISTRATION_SENT: readonly RegistrationState[] = ['submitted', 'accepted'];

/** What a unit aims at: a title of the year's rules, or a level of completion. */
export const Aim = z.strictObject({ kind: z.enum(['title', 'level']), code: z.string().min(1).max(40) });
export type Aim = z.infer<typeof Aim>;

/** A target with its unit of measure, last year's value beside it, and how it will be shown. */
export const Target = z.strictObject({
  name: Line(3, 300),
  unit: Line(1, 60),
  planned: Line(1, 60),
  previous: Line(0, 60),
  evidence: Line(0, 300),
});
export type Target = z.infer<typeof Target>;

/** What the officer writes and the head submits. */
export const RegistrationDraft = z.strictObject({ aim: Aim.nullable(), targets: z.array(Target).max(60), note: Line(0, 2000) });
export type RegistrationDraft = z.infer<typeof RegistrationDraft>;
export const RegistrationEdit = RegistrationDraft.extend(seen);
export type RegistrationEdit = z.infer<typeof RegistrationEdit>;

export const RegistrationEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit'), ...seen }),
  z.strictObject({ type: z.literal('recall'), ...seen }),
  z.strictObject({ type: z.literal('accept'), ...seen }),
  z.strictObject({ type: z.literal('return'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('recuse'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('withdraw'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('remind'), ...seen }),
]);
export type RegistrationEvent = z.infer<typeof RegistrationEvent>;

/** What the machine of a registration must know. */
export interface RegistrationFacts extends ReminderFacts {
  /** The year takes registrations: it is open and its list is not compiled. */
  readonly cycleOpen: boolean;
  readonly deadlinePassed: boolean;
  /** The last day to submit, as people read it. */
  readonly deadline: string;
  /** The aim is a title or level of the year's rules. */
  readonly aimKnown: boolean;
  readonly targets: number;
  readonly targetsWithoutEvidence: number;
}

export const RegistrationView = z.object({
  ...recordFields,
  unitId: z.uuid(),
  unitName: z.string(),
  unitShortName: z.string(),
  groupNumber: z.int().nullable(),
  reviewerUnitId: z.uuid().nullable(),
  reviewerName: z.string().nullable(),
  aim: Aim.nullable(),
  aimName: z.string().nullable(),
  targets: z.array(Target),
  note: z.string(),
  /** Why it was returned, while it is. */
  reason: z.string().nullable(),
  remindedAt: Reminded,
  submittedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  due: z.iso.date(),
});
export type RegistrationView = z.infer<typeof RegistrationView>;
