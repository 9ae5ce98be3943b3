import { z } from 'zod';

/** An instant of business time with its offset, e.g. `2020-03-02T08:30:00+07:00`. */
export const Moment = z.iso.datetime({ offset: true });

/** How a person is named inside a year file. */
export const PersonId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/)
  .max(80);

/** How a unit is named inside a year file: its code. */
export const UnitCode = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

/**
 * When something is done and, where it is not the person who does it by rule, by whom.
 * The rule (who-acts.ts): unit’s officer and head, reviewer, verifier, secretary, records officer, bloc head.
 */
export const done = { on: Moment, by: PersonId.optional() };

/** An act that needs nothing but its name: the event of the record’s machine. */
export const Plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), ...done });
