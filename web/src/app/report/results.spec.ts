import type { Target } from '@thidua/workflows/registration/registration.schema';
import type { Indicator } from '@thidua/workflows/report/content.schema';
import { resultsPicture } from './results-picture.js';
import { resultsOf } from './results.js';

const figure = (more: Partial<Indicator> = {}): Indicator => ({
  key: 'a',
  label: 'Diễn đàn trẻ em',
  value: 14,
  unit: 'diễn đàn',
  qualifier: 'exact',
  ...more,
});
const target = (more: Partial<Target> = {}): Target => ({
  name: 'Diễn đàn trẻ em',
  unit: 'diễn đàn',
  planned: '5',
  previous: '7',
  evidence: '',
  ...more,
});
type Comparison = NonNullable<Indicator['comparison']>;
const stated = (kind: Comparison['kind'], value: number, unit: string, base: string) => ({ comparison: { kind, value, unit, base } });

describe('a result', () => {
  it('stands against the target of the same name and unit, which comes before what the section says of itself', () => {
    const [result] = resultsOf([figure(stated('ofPlan', 270, '%', 'kế hoạch năm'))], [target()], 2020);
    expect(result).toMatchObject({ plan: { value: 5, share: 280 }, previous: { value: 7, share: 200 } });
  });

  it.each([
    ['another name', target({ name: 'Diễn đàn' })],
    ['another unit', target({ unit: 'cuộc' })],
    ['a plan that is no number', target({ planned: 'tất cả', previous: '' })],
  ])('does not stand against a target with %s', (_, other) => {
    expect(resultsOf([figure()], [other], 2020)).toEqual([]);
  });

  it('reads a target as it was typed in Vietnamese: 1.200 is twelve hundred', () => {
    expect(resultsOf([figure({ value: 1500 })], [target({ planned: '1.200', previous: '11,5' })], 2020)[0]).toMatchObject({
      plan: { value: 1200, share: 125 },
      previous: { value: 11.5 },
    });
  });

  it.each<[string, Partial<Indicator>, object | null]>([
    ['its share of the plan', stated('ofPlan', 120.5, '%', 'kế hoạch năm'), { plan: { value: null, share: 120.5 }, previous: null }],
    [
      'how much more it is than the year before',
      stated('increase', 4, 'diễn đàn', 'năm 2019'),
      { plan: null, previous: { value: 10, share: 140 } },
    ],
    [
      'by what share it is more than the same time',
      stated('increase', 29.6, '%', 'cùng kỳ'),
      { plan: null, previous: { value: null, share: 129.6 } },
    ],
    ['more than another year', stated('increase', 4, 'diễn đàn', 'năm 2018'), null],
    ['more than nobody says what', stated('increase', 4, 'diễn đàn', 'không nêu mốc so sánh'), null],
    ['above an aim that is no plan of the year', stated('aboveTarget', 6, 'diễn đàn', 'mục tiêu 5 năm'), null],
    ['a share that rose by per cent, of points or of parts', { unit: '%', ...stated('increase', 2, '%', 'cùng kỳ') }, null],
  ])('without a target stands against what the section says: %s', (_, more, result) => {
    expect(resultsOf([figure(more)], [], 2020)).toMatchObject(result ? [result] : []);
  });
});

describe('the picture of results', () => {
  const results = resultsOf(
    [figure(), figure({ key: 'b', label: 'Gói tài trợ', unit: 'gói', value: 9, ...stated('ofPlan', 90, '%', 'kế hoạch') })],
    [target()],
    2020,
  );
  const made = resultsPicture(results, { year: 2020, unit: 'Hội Đông y' }, 'vi');

  it('says how many reach the plan and how many are higher than before', () => {
    expect(made.finding).toBe('1 trên 2 số liệu đạt từ 100% kế hoạch trở lên. 1 trên 1 số liệu cao hơn năm trước.');
    expect(made.file).toBe('ket-qua-2020-hoi-dong-y');
  });

  it('has a table of the same figures, and no number where none is known', () => {
    expect(made.rows).toEqual(
      [
        ['Diễn đàn trẻ em', 'diễn đàn', '14\u00a0diễn đàn', '5', '7', '280', '200'],
        ['Gói tài trợ', 'gói', '9\u00a0gói', '–', '–', '90', '–'],
      ].map((row) => row.map((text) => expect.objectContaining({ text }))),
    );
    expect(made.rows[0]!.slice(2).map(({ figure: number }) => number)).toEqual([14, 5, 7, 280, 200]);
  });
});
