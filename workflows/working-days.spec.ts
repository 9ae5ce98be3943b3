import { addWorkingDays, isWorkingDay, vietnamDay } from './working-days.js';

const TET = new Set(['2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29']);

describe('working days', () => {
  it.each([
    ['2020-03-14', false], // Saturday
    ['2020-03-16', true],
    ['2020-01-24', false], // Tết
  ])('%s: %s', (day, works) => expect(isWorkingDay(day, TET)).toBe(works));

  it.each([
    ['2020-03-13', 1, '2020-03-16'],
    ['2020-01-22', 1, '2020-01-30'],
    ['2020-11-27', 3, '2020-12-02'],
    ['2020-03-13', 0, '2020-03-13'],
  ])('%s and %i more: %s', (day, count, after) => expect(addWorkingDays(day, count, TET)).toBe(after));

  it('refuses to count backwards', () => expect(() => addWorkingDays('2020-01-01', -1, TET)).toThrow(RangeError));

  it.each([
    ['2020-03-15T16:59:59Z', '2020-03-15'],
    ['2020-03-15T17:00:00Z', '2020-03-16'],
  ])('%s is %s in Vietnam', (instant, day) => expect(vietnamDay(new Date(instant))).toBe(day));
});
