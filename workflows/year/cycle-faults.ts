import { lintCycle } from '../cycle/criteria-lint.js';
import { fault, type Fault } from './fault.js';
import { actsOf } from './timeline.js';
import type { YearFile } from './year-file.schema.js';

/** The rules, groups and duties of the year, as the program will check them when the year is set up. */
export const ruleFaults = ({ units, cycle }: Pick<YearFile, 'units' | 'cycle'>): Fault[] =>
  lintCycle({ ...cycle, members: units.map(({ code }) => code) }).map(({ pointer, text }) => ({
    // The members of a year file are its units.
    pointer: pointer === '/members' ? '/units' : `/cycle${pointer}`,
    text,
  }));

/** Province, people and year are made first, once, in this order; nothing happens before. */
export function beginningFaults(file: YearFile): Fault[] {
  const [first, ...later] = file.cycle.acts;
  const made = first?.type === 'create' ? Date.parse(first.on) : null;
  if (made === null)
    return [fault('/cycle/acts/0', 'Việc đầu tiên của năm phải là “create”.', 'The first act of the year must be “create”.')];
  const again = later.flatMap(({ type }, at) =>
    type === 'create' ? [fault(`/cycle/acts/${at + 1}`, 'Năm chỉ được lập một lần.', 'The year is set up only once.')] : [],
  );
  const setUp =
    Date.parse(file.setUp.on) > made
      ? [
          fault(
            '/cycle/acts/0/on',
            'Năm được lập trước khi có tỉnh, đơn vị và người.',
            'The year is set up before province, units and people.',
          ),
        ]
      : [];
  const early = actsOf(file)
    .filter(({ kind, type, on }) => kind !== 'Province' && type !== 'create' && Date.parse(on) < made)
    .map(({ pointer }) => fault(`${pointer}/on`, 'Việc này đặt trước khi lập năm.', 'This comes before the year is set up.'));
  return [...again, ...setUp, ...early];
}
