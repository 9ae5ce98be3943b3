import { z } from 'zod';
import { said } from './wording.js';

/** A reason as people write it: trimmed, NFC, never empty. */
export const Reason = z.string().trim().min(10).max(2000);

/** A line of text that people type, kept in NFC. */
export const Line = (least: number, most: number) => z.string().trim().normalize('NFC').min(least).max(most);

const NO_SUCH_DAY = { params: { said: said('Không có ngày này.', 'There is no such day.') } };
/** The calendar has no year 0, though ISO 8601 writes one; PostgreSQL knows none either. */
const hasYear = (text: string): boolean => !text.startsWith('0000');

/** A calendar day, `YYYY-MM-DD`, as read in Vietnam. */
export const Day = z.iso.date().refine(hasYear, NO_SUCH_DAY);

/** A moment with its offset, as people name one. */
export const Instant = z.iso.datetime({ offset: true }).max(40).refine(hasYear, NO_SUCH_DAY);

/** That a time does not end before it begins. @returns the check of a shape with `from` and `to` */
export const inOrder = (value: { readonly from: string; readonly to?: string | undefined }, context: z.RefinementCtx): void => {
  if (value.to !== undefined && value.to < value.from)
    context.addIssue({
      code: 'custom',
      path: ['to'],
      params: { said: said('Ngày kết thúc trước ngày bắt đầu.', 'The last day is before the first.') },
    });
};

/** Something that must hold first: its code, what is the matter, what to do next. */
export const Need = z.object({ code: z.string(), detail: z.string(), next: z.string(), pointer: z.string().optional() });
export type Need = z.infer<typeof Need>;

/** An event that the reader may send. With no needs it will work; with needs it is shown, off, with its reasons. */
export const Action = z.object({ type: z.string(), needs: z.array(Need) });
export type Action = z.infer<typeof Action>;

/** What every view of a record holds. */
export const recordFields = {
  id: z.uuid(),
  version: z.int().nonnegative(),
  state: z.string(),
  actions: z.array(Action),
};

/** What making a record answers. */
export const Made = z.object({ id: z.uuid(), version: z.int() });
export type Made = z.infer<typeof Made>;

/** Every event and edit carries the version that the person saw. */
export const seen = { version: z.int().nonnegative() };

/** One line of a record's history, in words. */
export const HistoryEntry = z.object({
  n: z.int(),
  at: z.iso.datetime(),
  sentence: z.string(),
  actor: z.string(),
  /** Who it was, since two people may bear one name; null for the program and the bearer of a link. */
  personId: z.uuid().nullable(),
  /** Who had written the draft that the event sends off. */
  enteredBy: z.object({ personId: z.uuid(), name: z.string() }).nullable(),
  capacity: z.string().nullable(),
  /** In whose stead it was done. */
  onBehalfOf: z.object({ personId: z.uuid(), name: z.string() }).nullable().default(null),
  reason: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  changes: z.array(
    z.object({
      what: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      reason: z.string().nullable().default(null),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export const History = z.object({ items: z.array(HistoryEntry) });
export type History = z.infer<typeof History>;
