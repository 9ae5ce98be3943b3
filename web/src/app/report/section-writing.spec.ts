import { NEW_INDICATOR, wholeOf, type IndicatorWriting } from './section-writing.js';

const figure = (more: Partial<IndicatorWriting>): IndicatorWriting => ({
  ...NEW_INDICATOR,
  key: 'van-dong',
  label: 'Tiền vận động',
  unit: 'đồng',
  value: '1',
  ...more,
});
const saved = (more: Partial<IndicatorWriting>) => wholeOf({ paragraphs: [], indicators: [figure(more)], awards: [] }, 'vi');

describe('a figure of the report as people write it', () => {
  it('is saved as the number that it says', () =>
    expect(saved({ value: '13,1 tỷ', outOf: '20 tỷ' })).toMatchObject({
      body: { indicators: [{ value: 13_100_000_000, outOf: 20_000_000_000, unit: 'đồng' }] },
    }));

  it.each<[string, Partial<IndicatorWriting>, string, string]>([
    ['what may be two numbers', { value: '1.234 tỷ' }, 'value', 'Chưa rõ là 1.234.000.000 hay 1.234.000.000.000.'],
    ['what is no number', { value: 'nhiều' }, 'value', 'Nhập một số'],
    ['a total that is no number', { outOf: 'tất cả' }, 'outOf', 'Nhập một số'],
    ['a word that the unit says already', { value: '13,1 tỷ', unit: 'tỷ đồng' }, 'value', 'Đơn vị tính đã là “tỷ đồng”.'],
    [
      'a comparison that is no number',
      { comparison: { kind: 'increase', value: 'gấp đôi', unit: '%', qualifier: 'exact', base: 'năm 2019' } },
      'comparison/value',
      'Nhập một số',
    ],
  ])('is refused at its field: %s', (_, more, place, sentence) => {
    const whole = saved(more);
    const faults = 'faults' in whole ? whole.faults : new Map<string, string>();
    expect([...faults.keys()]).toEqual([`/indicators/0/${place}`]);
    expect(faults.get(`/indicators/0/${place}`)).toContain(sentence);
  });
});
