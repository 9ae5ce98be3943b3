import { z } from 'zod';
import type { Letter, LetterWriter } from '../letter.js';
import { fill, said, type Said } from '../wording.js';
import { vietnamDay, vietnamTime, weekdayWritten } from '../working-days.js';

/** When the unit was last reminded of a record; null where it never was, and for whoever neither writes it nor may remind. */
export const Reminded = z.iso.datetime().nullable();

/** What the machine of a record of which units are reminded must know of it. */
export interface ReminderFacts {
  /** Whether the unit was reminded today. */
  readonly remindedToday: boolean;
  /** When it was reminded last, as people read it, and by whom; empty where it never was. */
  readonly lastReminder: string;
  readonly lastReminderBy: string;
}

/** A record of which nobody was reminded. */
export const NO_REMINDER: ReminderFacts = { remindedToday: false, lastReminder: '', lastReminderBy: '' };

/** What a record says, with its last reminder where one is known. */
export interface MayBeReminded {
  readonly reminder?: ReminderFacts;
}

/** A record as far as its reminders are known. */
export interface RemindedColumns {
  readonly remindedAt: string | null;
  readonly reminderBy: string | null;
}

/** Facts of the last reminder, from its columns and the business day. A day is that of Vietnam. */
export function reminderFacts({ remindedAt, reminderBy }: RemindedColumns, now: Date): ReminderFacts {
  if (remindedAt === null) return NO_REMINDER;
  const at = new Date(remindedAt);
  const day = vietnamDay(at);
  const written = `${vietnamTime(at)}, ${day.split('-').reverse().join('/')}`;
  return { remindedToday: day === vietnamDay(now), lastReminder: written, lastReminderBy: reminderBy ?? '' };
}

/** What the program fills into a reminder: `due` is a calendar day; `late` is empty until it has passed. */
export const reminderFilling = (due: string, by: string, now: Date) => ({ due, by, late: vietnamDay(now) > due ? 'late' : '' });

const SUBJECT = said('[{bloc} {year}] Nhắc {unit} gửi {what}', '[{bloc} {year}] A reminder to {unit}: send the {what}');
const OPEN = said('Khối đang chờ {unit} gửi {what} năm {year}.', 'The bloc waits for {unit} to send the {what} of {year}.');
const DUE = said('Hạn gửi: {day}.', 'It is due on {day}.');
const LATE = said('Hạn gửi đã qua: {day}. Đề nghị đơn vị gửi sớm.', 'It was due on {day}. Please send it soon.');
const BY = said(
  'Người nhắc: {by}. Thư này chỉ nhắc hạn, không nói gì về nội dung.',
  'Reminded by {by}. This letter is about the date only.',
);

/** A reminder of what a unit has not sent: what, until when, by whom. Nothing of what is written in it. */
export const reminderOf =
  (what: Said): LetterWriter =>
  (facts, language): Letter => {
    const filling = { ...facts, what, day: weekdayWritten(facts.due!, language) };
    const say = (sentence: Said) => fill(sentence, language, filling);
    return { subject: say(SUBJECT), paragraphs: [say(OPEN), say(facts.late ? LATE : DUE), say(BY)] };
  };
