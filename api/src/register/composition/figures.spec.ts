import type { Indicator } from '@thidua/workflows/report/content.schema';
import { amountText, awardText, comparisonText, figureText, numberText, unstated, unstatedAwards } from './figures.js';

const figure = (change: Partial<Indicator>): Indicator => ({ key: 'k', label: 'Hội viên', value: 17_885, unit: 'hội viên', qualifier: 'exact', ...change }); // prettier-ignore

describe('a figure as the report prints it', () => {
  it.each([
    [17_885, 'người', '17.885'],
    [13.1, 'tỷ đồng', '13,1'],
    [5, 'hội nghị', '05'],
    [0, 'vụ', '00'],
    [5, '%', '5'],
    [2, 'tỷ đồng', '2'],
    [10, 'lớp', '10'],
  ])('%d %s is %s', (value, unit, text) => expect(numberText(value, unit)).toBe(text));

  it.each<[Partial<Indicator>, string]>([
    [{ value: 13.1, unit: 'tỷ đồng', qualifier: 'over' }, 'trên 13,1'],
    [{ value: 200, qualifier: 'nearly' }, 'gần 200'],
    [{ value: 8, unit: 'hội', outOf: 10 }, '08/10'],
  ])('%j is %s', (change, text) => expect(amountText(figure(change))).toBe(text));

  it.each<[NonNullable<Indicator['comparison']>, string]>([
    [{ kind: 'increase', value: 29.6, unit: '%', base: 'năm 2019' }, 'tăng 29,6% so với năm 2019'],
    [{ kind: 'increase', value: -3, unit: 'chi hội', base: 'năm 2019' }, 'giảm 03\u00a0chi hội so với năm 2019'],
    [{ kind: 'ofPlan', value: 140, unit: '%', base: 'kế hoạch năm' }, 'đạt 140% kế hoạch năm'],
    [{ kind: 'ofPlan', value: 140, unit: '%', base: 'không nêu' }, 'đạt 140% kế hoạch'],
    [{ kind: 'aboveTarget', value: 6.9, unit: '%', base: 'mục tiêu' }, 'vượt 6,9% so với mục tiêu'],
  ])('%j is told as “%s”', (comparison, text) => expect(comparisonText(figure({ comparison }))).toBe(text));

  it('is an item of a list with its name, value, unit and comparison', () =>
    expect(figureText(figure({ comparison: { kind: 'increase', value: 2, unit: '%', base: 'năm 2019' } }))).toBe(
      'Hội viên: 17.885\u00a0hội viên, tăng 2% so với năm 2019',
    ));
});

describe('no number stands twice in one section', () => {
  const told = ['Hội có 17.885 hội viên, tổ chức 5 hội nghị và trao 03 tập thể.'];
  it.each<[string, Partial<Indicator>, number]>([
    ['told with its unit', {}, 0],
    ['told without its zero', { value: 5, unit: 'hội nghị' }, 0],
    ['of another unit', { value: 5, unit: 'lớp' }, 1],
    ['a part of a longer number', { value: 885, unit: 'hội viên' }, 1],
    ['not told', { value: 18_000 }, 1],
  ])('a figure %s', (_, change, left) => expect(unstated(told, [figure(change)])).toHaveLength(left));

  it('an award that is told is not told again', () => {
    const award = { direction: 'received', name: 'Bằng khen', issuer: 'Trung ương Hội', recipients: 'tập thể', count: 3 } as const;
    expect(unstatedAwards(told, [], [award])).toEqual([]);
    expect(unstatedAwards(['Không nói đến.'], [], [award])).toEqual([award]);
    expect(awardText(award)).toBe('03\u00a0tập thể được Trung ương Hội tặng Bằng khen');
  });
});
