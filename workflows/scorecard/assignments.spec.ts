import fc from 'fast-check';
import { assignments, assignmentsIn } from './assignments.js';

const names = (count: number) => Array.from({ length: count }, (_, at) => `u${at}`);

describe('who scores whom', () => {
  it('is everybody everybody else in a group of 5: 20 sheets, 4 given and 4 received', () => {
    const made = assignmentsIn(names(5), { mode: 'all' });
    expect(made).toHaveLength(20);
    for (const unit of names(5)) {
      expect(made.filter(({ rater }) => rater === unit)).toHaveLength(4);
      expect(made.filter((sheet) => sheet.unit === unit)).toHaveLength(4);
    }
  });

  it('is nobody where the rules have no peer scores', () => expect(assignmentsIn(names(5), { mode: 'none' })).toEqual([]));

  it('stays inside the group', () => {
    const members = names(7).map((unitId, at) => ({ unitId, groupId: at < 4 ? 'one' : 'two' }));
    const made = assignments(members, { mode: 'all' });
    expect(made).toHaveLength(12 + 6);
    const groupOf = (unit: string) => members.find(({ unitId }) => unitId === unit)!.groupId;
    expect(made.every(({ rater, unit }) => groupOf(rater) === groupOf(unit))).toBe(true);
  });

  it('with k assigned is balanced, never the own unit, never twice, and mutual no more often than must be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 20 }), (count, wanted) => {
        const k = Math.min(wanted, count - 1);
        const made = assignmentsIn(names(count), { mode: 'assigned', k: wanted });
        const pairs = new Set(made.map(({ rater, unit }) => `${rater} ${unit}`));
        expect(pairs.size).toBe(count * k);
        for (const unit of names(count)) {
          expect(pairs.has(`${unit} ${unit}`)).toBe(false);
          expect(made.filter(({ rater }) => rater === unit)).toHaveLength(k);
          expect(made.filter((sheet) => sheet.unit === unit)).toHaveLength(k);
        }
        const mutual = made.filter(({ rater, unit }) => rater < unit && pairs.has(`${unit} ${rater}`)).length;
        expect(mutual).toBe(Math.max(0, count * k - (count * (count - 1)) / 2));
      }),
    );
  });
});
