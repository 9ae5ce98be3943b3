import type { Language } from './wording.js';

/** Days of a calendar year on which nobody works, `YYYY-MM-DD`; the lunar ones are data, since they move. */
export type Holidays = ReadonlySet<string>;

const DAY = 86_400_000;
const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Whether a day is a working day: Monday to Friday and no holiday. */
export function isWorkingDay(day: string, holidays: Holidays): boolean {
  const weekday = new Date(toTime(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day that lies `count` working days after `day`. @throws RangeError when count is negative. */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  if (count < 0) throw new RangeError('count must not be negative');
  let time = toTime(day);
  for (let left = count; left > 0;) {
    time += DAY;
    if (isWorkingDay(toDay(time), holidays)) left -= 1;
  }
  return toDay(time);
}

/** A day as Vietnamese papers write it: `2020-06-01` → `01/06/2020`. */
export const dayWritten = (day: string): string => day.split('-').reverse().join('/');

/** The calendar day in Vietnam (UTC+7, no summer time) at an instant. */
export const vietnamDay = (instant: Date): string => toDay(instant.getTime() + 7 * 3_600_000);

/** The time of day in Vietnam at an instant, `09:42`. */
export const vietnamTime = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const IN_ENGLISH = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A deadline with its weekday: `2020-03-15` → `Chủ nhật 15/03/2020`, `Sunday 15 March 2020`. */
export function weekdayWritten(day: string, language: Language): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (language === 'vi') return `${WEEKDAYS[noon.getUTCDay()]} ${dayWritten(day)}`;
  return IN_ENGLISH.format(noon).replace(',', '');
}
