import { vietnamDay } from '../working-days.js';
import type { YearFile } from './year-file.schema.js';

type Named = Pick<YearFile, 'units'>;

/** The name that a unit of the file bears on a day; undefined where it has none that day. */
export const nameOn = (unit: YearFile['units'][number], day: string) =>
  unit.names.filter(({ from, to }) => from <= day && (to === undefined || day <= to)).sort((a, b) => (a.from < b.from ? 1 : -1))[0];

/** The short name of a unit at an instant, or its code where it has none. */
export function shortNameOf(file: Named, code: string, on: Date): string {
  const unit = file.units.find((candidate) => candidate.code === code);
  return (unit && nameOn(unit, vietnamDay(on))?.shortName) ?? code;
}
