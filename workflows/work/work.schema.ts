import { z } from 'zod';
import { Day } from '../record.js';

/** One piece of work: what to do with which record, why it is the reader's, until when. */
export const WorkItem = z.object({
  kind: z.string(),
  id: z.uuid(),
  event: z.string(),
  /** Whether something has been written already: whoever opens it goes on, or begins. */
  begun: z.boolean(),
  /** Verb and object, as the button says it. */
  title: z.string(),
  sentence: z.string(),
  due: Day.nullable(),
  /** Days left until it is due; negative when it is late. */
  daysLeft: z.int().nullable(),
  /** For whom the reader does it in that person’s stead; null where it is the reader’s own. */
  onBehalfOf: z.string().nullable(),
  /** The page of the record below `/:lang/:bloc/:year`. */
  link: z.string(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** A step of the year, as the column beside the work shows it. */
export const YearStep = z.object({ key: z.string(), name: z.string(), due: Day, state: z.enum(['done', 'current', 'ahead']) });
export type YearStep = z.infer<typeof YearStep>;

/** What waits for the reader, what the reader waits for, and where the year stands. */
export const Work = z.object({
  today: Day,
  cycleState: z.string().nullable(),
  waiting: z.array(WorkItem),
  others: z.array(WorkItem),
  steps: z.array(YearStep),
});
export type Work = z.infer<typeof Work>;
