import { said, type Said } from '../wording.js';

const HOURS_AHEAD = 7;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

/** A minute as it is said in Vietnam: `17 giờ 30 ngày 20/12/2020`, `17:30 on 20 December 2020`. */
export function minuteInWords(instant: Date): Said {
  const there = new Date(instant.getTime() + HOURS_AHEAD * 3_600_000);
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  const [hour, minute] = [two(there.getUTCHours()), two(there.getUTCMinutes())];
  return said(`${hour} giờ ${minute} ngày ${two(day)}/${two(month + 1)}/${year}`, `${hour}:${minute} on ${day} ${MONTHS[month]} ${year}`);
}
