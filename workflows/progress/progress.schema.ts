import { z } from 'zod';
import { Action, Day } from '../record.js';
import { YearStep } from '../work/work.schema.js';
import { Reminded } from './reminder.js';

/** The steps of a year that every unit goes through by itself, in their order; their days are deadlines of the year's rules. */
export const PROGRESS_STEPS = ['registration', 'selfScore', 'peerScore', 'review', 'verification', 'sections'] as const;
export const ProgressStep = z.enum(PROGRESS_STEPS);
export type ProgressStep = z.infer<typeof ProgressStep>;

/** How a step stands: behind the unit, somebody's turn, not begun, or none of the unit's. */
export const ProgressLook = z.enum(['done', 'waiting', 'ahead', 'out']);
export type ProgressLook = z.infer<typeof ProgressLook>;

/** One step of one unit, told from the record that the reader may read. */
export const ProgressCell = z.object({
  step: ProgressStep,
  look: ProgressLook,
  words: z.string(),
  /** Whether the unit's part is done: of what is scored and judged, whether it is open, agreed, verified. */
  passed: z.boolean(),
  /** Days left for whoever's turn it is; negative when it is late, null where no day binds. */
  daysLeft: z.int().nullable(),
  kind: z.string(),
  id: z.uuid(),
  /** The page of the record below `/:lang/:bloc/:year`. */
  link: z.string(),
  /** Reminding the unit, where the reader may: with no needs it will work. */
  remind: Action.nullable(),
  remindedAt: Reminded,
});
export type ProgressCell = z.infer<typeof ProgressCell>;

/** A unit of the year with the steps that the reader may read. */
export const ProgressRow = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  unitShortName: z.string(),
  groupNumber: z.int().nullable(),
  /** Whether the reader belongs to it. */
  own: z.boolean(),
  cells: z.array(ProgressCell),
});
export type ProgressRow = z.infer<typeof ProgressRow>;

/** A step in a group of which the reader may read every unit; `looks` in the order of the rows. */
export const GroupProgress = z.object({
  groupNumber: z.int().nullable(),
  passed: z.int(),
  of: z.int(),
  looks: z.array(ProgressLook),
});
export type GroupProgress = z.infer<typeof GroupProgress>;

/** A step over all units that the reader may read; `words` where these are whole groups. */
export const StepProgress = z.object({
  step: ProgressStep,
  name: z.string(),
  due: Day,
  words: z.string().nullable(),
  groups: z.array(GroupProgress),
});
export type StepProgress = z.infer<typeof StepProgress>;

/** Where a year of a bloc stands, as its reader may know it. Steps that no record tells of are not there. */
export const Progress = z.object({
  today: Day,
  calendar: z.array(YearStep),
  steps: z.array(StepProgress),
  rows: z.array(ProgressRow),
});
export type Progress = z.infer<typeof Progress>;
