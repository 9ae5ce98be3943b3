import { longDate, numberAndSymbol, placeAndDate, placeAndOpenDate } from './forms.js';

describe('the form of an official document', () => {
  it.each([
    ['2026-02-05T03:00:00Z', 'ngày 05 tháng 02 năm 2026'],
    ['2020-12-15T03:00:00Z', 'ngày 15 tháng 12 năm 2020'],
    ['2020-03-09T03:00:00Z', 'ngày 09 tháng 3 năm 2020'],
    ['2019-12-31T17:00:00Z', 'ngày 01 tháng 01 năm 2020'], // midnight in Vietnam
    ['2019-12-31T16:59:59Z', 'ngày 31 tháng 12 năm 2019'],
  ])('writes the day of %s as “%s”', (moment, text) => {
    expect(longDate(new Date(moment))).toBe(text);
    expect(placeAndDate('Bắc Giang', new Date(moment))).toBe(`Bắc Giang, ${text}`);
  });

  it.each([
    [4, 'Số: 04/BC-KTĐ'],
    [123, 'Số: 123/BC-KTĐ'],
  ])('writes number %s as “%s”', (number, text) => {
    expect(numberAndSymbol(number, 'BC-KTĐ')).toBe(text);
  });

  it('leaves room where number and day are not given yet', () => {
    expect(numberAndSymbol(undefined, 'BC-KTĐ')).toMatch(/^Số: \u00a0+\/BC-KTĐ$/);
    expect(placeAndOpenDate('Bắc Giang', new Date('2020-12-15T03:00:00Z'))).toMatch(/^Bắc Giang, ngày\u00a0+tháng\u00a0+năm 2020$/);
  });
});
