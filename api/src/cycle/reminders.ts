import { may, type Rights } from '@thidua/workflows/ability';
import { reminderFacts, reminderFilling, type ReminderFacts } from '@thidua/workflows/progress/reminder';
import type { Actor } from '@thidua/workflows/actor';

/** The columns that a record has of which units are reminded. */
export interface RemindedRow {
  readonly remindedAt: string | null;
}

/** What `REMINDER` reads beside them. */
export interface ReminderColumns {
  readonly reminderBy: string | null;
}

/** The set `reminders`: who reminded of the records of a page, which has `reminded_by`. */
export const REMINDERS = `reminders as materialized (select id, name from person where id = any(array(select reminded_by from page)))`;

/** SQL of who reminded of a row last, by name, as `reminderBy`. @param r alias of a row with `reminded_by` */
export const reminderBy = (r: string): string => `(select by.name from reminders by where by.id = ${r}.reminded_by) as "reminderBy"`;

/** What the machine must know of a record's reminders. */
export const lastReminder = ({ remindedAt }: RemindedRow, { reminderBy }: ReminderColumns, now: Date): ReminderFacts =>
  reminderFacts({ remindedAt, reminderBy }, now);

/** What a reminder sets. */
export const reminded = ({ actor, now }: { readonly actor: Actor; readonly now: Date }) => ({
  remindedAt: now.toISOString(),
  remindedBy: actor.personId,
});

/** What a reminder's letter says. @param due the last day, `YYYY-MM-DD` */
export const toldByReminder = (due: string, { actor, now }: { readonly actor: Actor; readonly now: Date }) =>
  reminderFilling(due, actor.name, now);

/** When a unit was reminded of a record that it has not sent: for whoever writes it, and whoever reminds of it. */
export function remindedAt(rights: Rights, kind: string, unsent: boolean, record: RemindedRow): string | null {
  const concerned = unsent && (may(rights, 'remind', kind, record) || may(rights, 'edit', kind, record));
  return concerned && record.remindedAt ? new Date(record.remindedAt).toISOString() : null;
}
