import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { canonicalJson, sha256 } from '../../platform/journal/canonical.js';
import { REPORT, RULES } from './rules.data.js';

const DAY_MS = 86_400_000;

/** The last days of a year's steps, counted from the day on which its units score themselves for the last time. */
const DEADLINES = {
  registration: -240,
  selfScore: 0,
  peerScore: 10,
  review: 13,
  verification: 20,
  meeting: 25,
  sections: 26,
  documents: 30,
} as const satisfies Readonly<Record<keyof CycleRules['deadlines'], number>>;

/** A year of every bloc; the newest is in the middle of scoring, those before it are closed. */
export interface PlannedYear {
  readonly year: number;
  readonly newest: boolean;
  /** Midnight (Vietnam) of the last day on which units score themselves, ISO 8601; every other day is counted from it. */
  readonly anchor: string;
  readonly rules: CycleRules;
  readonly rulesHash: string;
  readonly report: typeof REPORT & { readonly asOf: string };
}

const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The same day, years before; the 28th of February for the 29th. */
const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${years > 0 ? day.slice(4).replace('-02-29', '-02-28') : day.slice(4)}`;

/**
 * The years up to a day on which units of the newest score themselves for the last time. A year is named after the months in which most of
 * its work lies: in the first four of a calendar year the one before goes on.
 * @param today YYYY-MM-DD
 */
export function calendarOf(today: string, years: number): PlannedYear[] {
  const newest = Number(dayAfter(today, -120).slice(0, 4));
  return Array.from({ length: years }, (_, at): PlannedYear => {
    const before = years - 1 - at;
    const day = yearsBefore(today, before);
    const deadlines = Object.fromEntries(
      Object.entries(DEADLINES).map(([step, days]) => [step, dayAfter(day, days)]),
    ) as CycleRules['deadlines'];
    const rules = { ...RULES, deadlines };
    return {
      year: newest - before,
      newest: before === 0,
      anchor: `${day}T00:00:00+07:00`,
      rules,
      rulesHash: sha256(canonicalJson(rules)),
      report: { ...REPORT, asOf: dayAfter(day, 5) },
    };
  });
}
