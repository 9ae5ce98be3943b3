import fc from 'fast-check';
import type { CriteriaTable } from '../cycle/rules.schema.js';
import { Problem } from '../problem.js';
import { said } from '../wording.js';
import { faultsOf, refuseFaulty } from './points.js';
import { agreedByLeader, aggregate, beforeReview, beforeVerification, official, totals, unanswered } from './scoring.js';

const item = (code: string, max: number) => ({ code, name: `Tiêu chí ${code}`, max, evidence: false });
const table: CriteriaTable = {
  scale: 10_000,
  sections: [
    { code: 'I', name: 'Nhóm I', max: 4_000, items: [item('I.1', 2_000), item('I.2', 2_000)] },
    { code: 'II', name: 'Nhóm II', max: 6_000, items: [item('II.1', 3_000), item('II.2', 3_000)] },
  ],
  bonus: { cap: 500, items: [item('V.1', 400), item('V.2', 400)] },
  penalty: { cap: 1_000, items: [item('VI.1', 800), item('VI.2', 800)] },
};
const rules = { criteria: table, aggregate: 'mean' as const };
const CODES = ['I.1', 'I.2', 'II.1', 'II.2', 'V.1', 'V.2', 'VI.1', 'VI.2'];
const scores = (...points: number[]) => points.map((value, at) => ({ item: CODES[at]!, points: value }));

describe('the aggregate of the peers, in hundredths', () => {
  it.each([
    ['agg-4', [7_000, 8_800, 9_000, 9_100], 8_475, 8_900],
    ['agg-5', [6_000, 8_800, 8_900, 9_000, 9_900], 8_520, 8_900],
    ['one rater', [8_801], 8_801, 8_801],
    ['two raters, half up', [100, 101], 101, 101],
    ['three raters, rounded once', [100, 100, 101], 100, 100],
    ['a targeted attack', [6_000, 9_000, 9_000], 8_000, 9_000],
    ['an odd number in no order', [9_000, 600, 10_000, 8_000, 7_000], 6_920, 8_000],
    ['an even number in no order', [9_000, 600, 10_000, 8_000], 6_900, 8_500],
  ])('%s', (_, values, mean, median) => {
    expect([aggregate(values, 'mean'), aggregate(values, 'median')]).toEqual([mean, median]);
  });

  it('is nothing where nobody scored', () => expect(aggregate([], 'mean')).toBeNull());

  it('does not depend on the order of the raters and lies between the lowest and the highest', () => {
    const given = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        given.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }))),
        fc.constantFrom('mean' as const, 'median' as const),
        ([values, shuffled], rule) => {
          const found = aggregate(values, rule)!;
          expect(aggregate(shuffled, rule)).toBe(found);
          expect(Number.isInteger(found)).toBe(true);
          expect(found).toBeGreaterThanOrEqual(Math.min(...values));
          expect(found).toBeLessThanOrEqual(Math.max(...values));
        },
      ),
    );
  });
});

describe('the total', () => {
  it('score-table: 18.50 + 17.00 + 27.25 + 28.00, bonus 7.00 capped at 5.00, penalty 2.50', () => {
    expect(totals(table, scores(1_850, 1_700, 2_725, 2_800, 300, 400, 250, 0))).toEqual({
      sections: { I: 3_550, II: 5_525 },
      base: 9_075,
      bonus: 500,
      penalty: 250,
      total: 9_325,
    });
  });

  it('holds the penalty under its cap too', () => {
    expect(totals(table, scores(0, 0, 0, 0, 0, 0, 800, 800))).toMatchObject({ penalty: 1_000, total: -1_000 });
  });

  it('is base + min(bonus, cap) − min(penalty, cap) for any points', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(800), { minLength: 8, maxLength: 8 }), (points) => {
        const [a, b, c, d, e, f, g, h] = points as [number, number, number, number, number, number, number, number];
        expect(totals(table, scores(...points)).total).toBe(a + b + c + d + Math.min(e + f, 500) - Math.min(g + h, 1_000));
      }),
    );
  });
});

describe('the official score of an item', () => {
  const peers = [scores(1_000, 2_000), scores(1_001, 1_000)];

  it('is the bloc’s value, else the leader’s, else the aggregate of the peers who submitted', () => {
    const judged = { peers, leader: [{ item: 'I.2', points: 1_800 }], bloc: [] };
    expect(official(rules, judged)).toEqual([
      { item: 'I.1', points: 1_001, from: 'peers' },
      { item: 'I.2', points: 1_800, from: 'leader' },
    ]);
    expect(official(rules, { ...judged, bloc: [{ item: 'I.2', points: 0 }] })[1]).toEqual({ item: 'I.2', points: 0, from: 'bloc' });
  });

  it('stands beside the value of the stage before, from which a judge may differ with a reason', () => {
    const own = scores(2_000, 2_000, 3_000);
    expect(beforeReview(rules, own, peers)).toEqual({ 'I.1': 1_001, 'I.2': 1_500, 'II.1': 3_000 });
    expect(beforeVerification(rules, { peers, leader: [{ item: 'I.1', points: 900 }] })).toEqual({ 'I.1': 900, 'I.2': 1_500 });
  });

  it('of an item that no peer scored is what the leader agrees to: the unit’s own points unless another value is sent', () => {
    const kept = agreedByLeader(rules, scores(1_000, 1_000), [], [{ item: 'I.2', points: 500, reason: 'Thiếu minh chứng.' }]);
    expect(official(rules, { peers: [], leader: kept, bloc: [] }).map(({ points, from }) => [points, from])).toEqual([
      [1_000, 'leader'],
      [500, 'leader'],
    ]);
  });
});

describe('points that are sent', () => {
  it('must answer every item: unanswered is neither 0 nor full', () => {
    expect(unanswered(table, scores(0, 2_000, 0, 0, 0, 0))).toEqual(['VI.1', 'VI.2']);
  });

  it.each([
    [
      'above the maximum',
      [{ item: 'I.1', points: 2_001 }],
      { code: 'points-out-of-range', filling: { item: 'I.1', points: said('20,01', '20.01'), max: said('20,00', '20.00') } },
      '/scores/0/points',
    ],
    [
      'below nothing',
      [{ item: 'VI.1', points: -1 }],
      { code: 'points-out-of-range', filling: { item: 'VI.1', points: said('−0,01', '−0.01'), max: said('8,00', '8.00') } },
      '/scores/0/points',
    ],
    [
      'for an item that does not exist',
      [
        { item: 'I.1', points: 0 },
        { item: 'X', points: 1 },
      ],
      { code: 'unknown-item', filling: { item: 'X' } },
      '/scores/1/item',
    ],
    [
      'twice for one item',
      [
        { item: 'I.1', points: 0 },
        { item: 'I.1', points: 1 },
      ],
      { code: 'repeated-item', filling: { item: 'I.1' } },
      '/scores/1/item',
    ],
  ])('are refused %s, with the cell named', (_, sent, fault, pointer) => {
    expect(faultsOf(table, sent)).toEqual([{ ...fault, pointer }]);
    expect(() => refuseFaulty(table, sent)).toThrow(Problem);
  });

  it('pass where every one is within its maximum', () => expect(() => refuseFaulty(table, scores(2_000, 0, 3_000))).not.toThrow());
});
