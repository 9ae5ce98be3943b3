/** Fixed expressions of Nghị định 30/2020/NĐ-CP, Phụ lục I, as they are printed. */

/** Day, month and year in Vietnam (UTC+7 all year). */
function dayOf(moment: Date): [day: number, month: number, year: number] {
  const there = new Date(moment.getTime() + 7 * 3_600_000);
  return [there.getUTCDate(), there.getUTCMonth() + 1, there.getUTCFullYear()];
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `ngày 05 tháng 02 năm 2026`: a leading zero for days below 10 and for the months 1 and 2 alone. */
export function longDate(moment: Date): string {
  const [day, month, year] = dayOf(moment);
  return `ngày ${twoDigits(day)} tháng ${month <= 2 ? twoDigits(month) : month} năm ${year}`;
}

/** `Bắc Giang, ngày 05 tháng 02 năm 2026` */
export const placeAndDate = (place: string, moment: Date): string => `${place}, ${longDate(moment)}`;

/** Before a date is given: room for it, as in a draft on paper. */
export function placeAndOpenDate(place: string, moment: Date): string {
  const [, , year] = dayOf(moment);
  const room = '\u00a0'.repeat(6);
  return `${place}, ngày${room}tháng${room}năm ${year}`;
}

/** `Số: 04/BC-KTĐCTCHCTS1`: below 10 with a leading zero; before a number is given with room for it. @param symbol `BC-KTĐCTCHCTS1` */
export const numberAndSymbol = (number: number | undefined, symbol: string): string =>
  `Số: ${number === undefined ? '\u00a0'.repeat(6) : twoDigits(number)}/${symbol}`;
