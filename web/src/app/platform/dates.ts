import type { Language } from '@thidua/workflows/wording';

const ZONE = 'Asia/Ho_Chi_Minh';
const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const DAY: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'long', year: 'numeric' },
};

const noon = (day: string) => new Date(`${day}T05:00:00Z`); // noon in Vietnam: no zone moves it to another day

/** A calendar day as people write it: `2020-03-20` → “20/03/2020”, “20 March 2020”. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { ...DAY[language], timeZone: ZONE }).format(noon(day));

/** Day and month only: “20/03”, “20 Mar”. */
export const shortDay = (day: string, language: Language): string =>
  language === 'vi' ? dayInWords(day, language).slice(0, 5) : dayInWords(day, language).replace(/^(\d+ \p{L}{3}).*$/u, '$1');

/** A day with its weekday, for deadlines: “thứ Sáu 20/03/2020”, “Chủ nhật 15/03/2020”, “Friday 20 March 2020”. */
export function weekdayInWords(day: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', timeZone: ZONE }).format(noon(day));
  const name = language === 'vi' ? weekday.replace(/^Thứ/, 'thứ').replace('Chủ Nhật', 'Chủ nhật') : weekday;
  return `${name} ${dayInWords(day, language)}`;
}

/** An instant as read in Vietnam: “18/03/2020 15:20”, “18 March 2020 15:20”. No line ends between the day and its time. */
export const instantInWords = (instant: string, language: Language): string =>
  `${dayInWords(dayOf(instant), language)}\u00a0${timeInWords(instant, language)}`;

/** The time of day of an instant in Vietnam: “15:20”. */
export const timeInWords = (instant: string | Date, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE }).format(
    new Date(instant),
  );

/** The calendar day of an instant in Vietnam, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

/** Whole days from one calendar day to another; negative when it has passed. */
export const daysUntil = (day: string, today: string): number => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
