import { numberInWords, parseNumber } from './numbers.js';

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
  ])('%j in %s is %j', (typed, language, value) => expect(parseNumber(typed, language)).toBe(value));

  it.each<[number, 'vi' | 'en', string]>([
    [17885, 'vi', '17.885'],
    [13.1, 'vi', '13,1'],
    [17885.25, 'en', '17,885.25'],
  ])('%d is shown in %s as %s, and read back', (value, language, text) => {
    expect(numberInWords(value, language)).toBe(text);
    expect(parseNumber(text, language)).toBe(value);
  });
});
