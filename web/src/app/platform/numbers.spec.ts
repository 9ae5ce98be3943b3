import fc from 'fast-check';
import { isScaled, numberInWords, numberRefused, parseNumber, readNumber, scaledTwice, understood } from './numbers.js';

describe('a figure that was typed', () => {
  it.each<[string, 'vi' | 'en', number | null]>([
    ['13,1', 'vi', 13.1],
    ['13.1', 'vi', 13.1],
    ['1.234', 'vi', 1234],
    ['1,234', 'vi', 1.234],
    ['1.234.567', 'vi', 1234567],
    ['1.234,5', 'vi', 1234.5],
    ['1,234.5', 'vi', 1234.5],
    [' 276 113 ', 'vi', 276113],
    ['−5', 'vi', -5],
    ['0', 'vi', 0],
    ['1,234', 'en', 1234],
    ['1.234', 'en', 1.234],
    ['1,234.5', 'en', 1234.5],
    ['', 'vi', null],
    ['13,', 'vi', null],
    ['mười', 'vi', null],
    ['5%', 'vi', null],
    ['13,1 tỷ', 'vi', 13_100_000_000],
    ['13.1 Tỉ', 'vi', 13_100_000_000],
    ['729,9 triệu', 'vi', 729_900_000],
    ['35 nghìn', 'vi', 35_000],
    ['35k', 'vi', 35_000],
    ['1.234,5 tỷ', 'vi', 1_234_500_000_000],
    ['0,234 tỷ', 'vi', 234_000_000],
    ['13.1 billion', 'en', 13_100_000_000],
    ['2 million', 'en', 2_000_000],
    ['1234.5', 'vi', 1234.5],
    ['0.234', 'vi', 0.234],
    ['12345.678', 'vi', 12345.678],
    ['1.234.56', 'vi', null],
    ['1.23.456', 'vi', null],
    ['13 1', 'vi', null],
    ['13tr', 'vi', null],
    ['13 m', 'en', null],
    ['tỷ', 'vi', null],
    ['1.234 tỷ', 'vi', null],
    ['1,234 tỷ', 'vi', null],
    ['0,1234567', 'vi', null],
    ['99999999999999999999', 'vi', null],
  ])('%j in %s is %j', (typed, language, value) => expect(parseNumber(typed, language)).toBe(value));

  it.each<[number, 'vi' | 'en', string]>([
    [17885, 'vi', '17.885'],
    [13.1, 'vi', '13,1'],
    [17885.25, 'en', '17,885.25'],
  ])('%d is shown in %s as %s, and read back', (value, language, text) => {
    expect(numberInWords(value, language)).toBe(text);
    expect(parseNumber(text, language)).toBe(value);
  });

  it('is refused with both numbers that it may be', () => {
    expect(readNumber('1.234 tỷ', 'vi')).toEqual({ why: 'unclear', either: 1_234_000_000, or: 1_234_000_000_000 });
    expect(numberRefused('1.234 tỷ', 'vi')).toBe('Chưa rõ là 1.234.000.000 hay 1.234.000.000.000. Viết một trong hai số đó.');
    expect(numberRefused('mười', 'vi')).toBe('Nhập một số, ví dụ 13,1 hoặc 13,1 tỷ.');
    expect(numberRefused('0,1234567', 'vi')).toContain('nhiều nhất 6 chữ số lẻ');
    expect(numberRefused('13,1 tỷ', 'vi')).toBeNull();
  });

  it.each([
    ['13,1 tỷ', '13.100.000.000'],
    ['1234.5', '1.234,5'],
    ['13,1', ''],
    ['mười', ''],
  ])('%j says what was understood, where it is not what stands there: %j', (typed, shown) => expect(understood(typed, 'vi')).toBe(shown));

  it.each([
    ['13,1 tỷ', 'tỷ đồng', true],
    ['13,1 tỷ', 'đồng', false],
    ['13,1', 'tỷ đồng', false],
    ['13,1 tỷ', 'lượt kiểm tra', false],
  ])('%j with the unit %j multiplies twice: %j', (typed, unit, twice) => expect(scaledTwice(typed, unit) !== null).toBe(twice));

  it('is scaled by a whole word only', () =>
    expect(['tỷ đồng', 'triệu đồng', 'ktv', 'kg'].map(isScaled)).toEqual([true, true, false, false]));

  const signs = fc.stringMatching(/^-?\d{1,9}(?:[., ]\d{1,7}){0,3}(?: ?(?:nghìn|triệu|tỷ|k|million))?$/);
  it.each(['vi', 'en'] as const)('is shown in %s as what is read back as the same number', (language) =>
    fc.assert(
      fc.property(signs, (typed) => {
        const value = parseNumber(typed, language);
        if (value !== null) expect(parseNumber(numberInWords(value, language), language)).toBe(value);
      }),
      { numRuns: 2_000 },
    ),
  );
});
