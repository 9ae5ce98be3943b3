import { withoutEnd } from '../../platform/pdf/ending.js';

const BLANKS = ' \u00a0\t\r\n';

/** How official papers write days, hours, counts and lists (Nghị định 30/2020/NĐ-CP, Phụ lục I). */

const partsOf = (day: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

/** Below ten with a leading zero, as counts, days and hours are written. */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Months have a leading zero only for 1 and 2, so that nobody can make 11 or 12 of them. */
const monthDigits = (month: number): string => (month <= 2 ? twoDigits(month) : String(month));

/** `2026-02-05` → `ngày 05 tháng 02 năm 2026` */
export function longDay(day: string): string {
  const [year, month, date] = partsOf(day);
  return `ngày ${twoDigits(date)} tháng ${monthDigits(month)} năm ${year}`;
}

/** The day of an instant in Vietnam: `ngày 05 tháng 02 năm 2026` */
export const longDayAt = (instant: string): string => longDay(there(instant).day);

/** `2026-06-30` → `30/6/2026` */
export function shortDay(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${twoDigits(date)}/${monthDigits(month)}/${year}`;
}

/** An instant on the wall clock of Vietnam (UTC+7 all year). */
function there(instant: string): { day: string; hour: string } {
  const moved = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return { day: moved.slice(0, 10), hour: `${moved.slice(11, 13)} giờ ${moved.slice(14, 16)}` };
}

/** `08 giờ 45, ngày 10 tháng 12 năm 2020` */
export function hourAndDay(instant: string): string {
  const { day, hour } = there(instant);
  return `${hour}, ${longDay(day)}`;
}

/** `08 giờ 45 ngày 10/12/2020` */
export function shortHourAndDay(instant: string): string {
  const { day, hour } = there(instant);
  return `${hour} ngày ${shortDay(day)}`;
}

/** `05 đơn vị`: number and noun are not parted at a line’s end. */
export const countOf = (count: number, noun: string): string => `${twoDigits(count)}\u00a0${noun}`;

/** `a, b và c` */
export const joined = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} và ${items.at(-1)}`;

/** The first letter small, for a sentence that goes on; names and abbreviations keep theirs. */
export const goingOn = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;

/** The first letter a capital. */
export const beginning = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Ends with a full stop, whatever it ended with. */
export const sentence = (text: string): string => `${withoutEnd(text.trim(), `.;,:/${BLANKS}`)}.`;

/** The end of a document’s text: `./.` */
export const lastSentence = (text: string): string => `${sentence(text).slice(0, -1)}./.`;

/** Items of a list, each ended by `;` and the last by a full stop. */
export const listed = (items: readonly string[]): string[] =>
  items.map((item, at) => withoutEnd(item.trim(), `.;,${BLANKS}`) + (at === items.length - 1 ? '.' : ';'));

/** 1 → `I`; annexes and parts are counted so. */
export function roman(number: number): string {
  const signs: readonly (readonly [number, string])[] = [[50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]; // prettier-ignore
  let left = number;
  let text = '';
  for (const [value, sign] of signs) for (; left >= value; left -= value) text += sign;
  return text;
}
