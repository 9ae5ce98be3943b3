import fc from 'fast-check';
import type { NominationRules } from '../cycle/rules.schema.js';
import { fillSeats } from './quota.js';
import { needed, passes, reaches } from './tally.js';

describe('thresholds, in whole numbers', () => {
  it.each([
    [18, 2, 3, 12],
    [18, 3, 4, 14],
    [18, 80, 100, 15],
    [17, 80, 100, 14],
    [18, 90, 100, 17],
    [16, 2, 3, 11],
  ])('of %i at least %i/%i needs %s', (whole, p, q, need) => expect(needed(whole, { p, q })).toBe(need));

  it.each([
    [5, 3],
    [6, 4],
    [7, 4],
  ])('majority-strict: of %i more than half needs %i', (whole, need) => expect(needed(whole, { p: 1, q: 2 }, true)).toBe(need));

  it('what is needed is the least that reaches', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 100, max: 200 }),
        fc.boolean(),
        (whole, p, q, strict) => {
          const need = needed(whole, { p, q }, strict);
          expect(reaches(need, whole, { p, q }, strict)).toBe(true);
          if (need > 0) expect(reaches(need - 1, whole, { p, q }, strict)).toBe(false);
        },
      ),
    );
  });

  // abstain-bases: 18 members, 16 present, 11 yes, 1 no, 2 abstain, at least 75 %.
  it.each([
    ['members', false],
    ['present', false],
    ['yes-no', true],
  ] as const)('the base “%s” decides the answer', (base, passed) => {
    const rules = { threshold: { p: 3, q: 4, strict: false, base } } as NominationRules;
    expect(passes(rules, 18, 16, { yes: 11, no: 1, abstain: 2 })).toBe(passed);
  });

  // 6 of the 10 hands that are raised for yes or no: 60 % of them, though twice the share that they have of their difference.
  it('hands raised against count among those raised', () => {
    const rules = { threshold: { p: 3, q: 4, strict: false, base: 'yes-no' } } as NominationRules;
    expect(passes(rules, 18, 16, { yes: 6, no: 4, abstain: 6 })).toBe(false);
  });

  it('where no hand is raised for it nothing passes, however low the threshold: nought is no share of nought', () => {
    const rules = { threshold: { p: 3, q: 4, strict: false, base: 'yes-no' } } as NominationRules;
    expect(passes(rules, 18, 16, { yes: 0, no: 0, abstain: 16 })).toBe(false);
  });
});

describe('seats', () => {
  const claims = (...votes: number[]) => votes.map((merit, at) => ({ unitId: String(at), merit }));
  it.each([
    ['quota-boundary-tie', [5, 7, 4, 4, 4, 2, 1], 3, ['1', '0'], ['2', '3', '4'], 1],
    ['quota-no-tie', [9, 7, 6, 5], 2, ['0', '1'], [], 0],
    ['equals who all fit', [5, 5, 1], 2, ['0', '1'], [], 0],
    ['more seats than claims', [5], 3, ['0'], [], 2],
    ['nobody', [], 2, [], [], 2],
    ['all equal', [3, 3, 3], 2, [], ['0', '1', '2'], 2],
  ])('%s', (_, votes, seats, elected, tied, open) => expect(fillSeats(claims(...votes), seats)).toEqual({ elected, tied, open }));

  const made = fc.array(fc.nat(6), { maxLength: 15 });
  it('I-11, I-12, I-13: never more than the quota, never fewer votes before more, equals at the line are tied', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 1, max: 6 }), (votes, seats) => {
        const { elected, tied, open } = fillSeats(claims(...votes), seats);
        expect(elected.length + open).toBe(seats);
        if (tied.length > 0) expect(tied.length).toBeGreaterThan(open);
        const of = (unitId: string) => votes[Number(unitId)]!;
        const out = votes.map((_, at) => String(at)).filter((unitId) => !elected.includes(unitId));
        for (const winner of elected) for (const loser of out) expect(of(winner)).toBeGreaterThan(of(loser));
        if (tied.length === 0) expect(elected.length).toBe(Math.min(seats, votes.length));
      }),
    );
  });
  it('I-13: permuting the claims permutes the result', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 1, max: 6 }), (votes, seats) => {
        const [there, back] = [claims(...votes), claims(...votes).reverse()].map((order) => fillSeats(order, seats));
        expect([...back!.elected].sort()).toEqual([...there!.elected].sort());
        expect([...back!.tied].sort()).toEqual([...there!.tied].sort());
      }),
    );
  });
});
