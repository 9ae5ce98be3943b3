import { refusal, said } from '../wording.js';

/** What it is called to remind a unit, of whatever record. */
export const REMIND = said('Nhắc đơn vị', 'Remind the unit');

export const progressWords = {
  kinds: {},
  states: {},
  events: {},
  problems: {
    'needs-day-since-reminder': refusal(
      409,
      said('Đã nhắc lúc {lastReminder}; người nhắc: {lastReminderBy}.', 'Reminded at {lastReminder} by {lastReminderBy}.'),
      said('Mỗi ngày nhắc một lần; mai nhắc lại được.', 'Once a day; you can remind again tomorrow.'),
    ),
  },
} as const;
