import type { Indicator } from './content.schema.js';

/** Đồng and its thousands, as people write sums of money. */
const MONEY: Readonly<Record<string, number>> = { đồng: 1, 'nghìn đồng': 1e3, 'triệu đồng': 1e6, 'tỷ đồng': 1e9 };

/** The value of a figure in another unit, or null where the two do not measure the same. */
export function valueIn({ value, unit }: Pick<Indicator, 'value' | 'unit'>, other: string): number | null {
  if (unit === other) return value;
  const [from, to] = [MONEY[unit], MONEY[other]];
  return from !== undefined && to !== undefined ? (value * from) / to : null;
}

/** By which factor a value may lie below and above what is said, for each qualifier. */
const ROOM = { exact: [0.995, 1.005], over: [1, 1.1], nearly: [0.9, 1], about: [0.95, 1.05] } as const;

/** Whether a value fits what a figure says of it: “trên 55,1” fits 55,12 and does not fit 54. */
export function withinQualifier(value: number, { value: told, qualifier }: Pick<Indicator, 'value' | 'qualifier'>): boolean {
  const [least, most] = ROOM[qualifier];
  return value >= told * least && value <= told * most;
}

const SAME = 6;
const words = (label: string): string[] => label.normalize('NFC').toLocaleLowerCase('vi').split(/\s+/u);

/** Labels that begin with the same six words, or are the same. */
function alike(one: string, other: string): boolean {
  const [a, b] = [words(one), words(other)];
  return a.join(' ') === b.join(' ') || (a.length >= SAME && a.slice(0, SAME).join(' ') === b.slice(0, SAME).join(' '));
}

const CLOSE = 0.05;

/**
 * Figures of one unit that seem to mean one thing and differ: of the same label, or of labels that begin alike with values that are
 * close together (498 and 489 million for one thing). A part beside its total is no such pair. Source: domain.md 7.6 (I13).
 */
export function repeatedPairs(indicators: readonly Indicator[]): [Indicator, Indicator][] {
  return indicators.flatMap((one, at) =>
    indicators.slice(at + 1).flatMap((other): [Indicator, Indicator][] => {
      if (one.partOf === other.key || other.partOf === one.key || !alike(one.label, other.label)) return [];
      const value = valueIn(other, one.unit);
      if (value === null || value === one.value) return [];
      const same = words(one.label).join(' ') === words(other.label).join(' ');
      const close = Math.abs(value - one.value) <= CLOSE * Math.max(Math.abs(value), Math.abs(one.value));
      return same || close ? [[one, other]] : [];
    }),
  );
}
