import { isNumberAndSymbol, numberAndSymbol, printedNumber } from './numbering.js';

describe('the number of a document', () => {
  it.each([
    [1, '01'],
    [9, '09'],
    [10, '10'],
    [318, '318'],
  ])('%i is printed %s', (number, printed) => expect(printedNumber(number)).toBe(printed));

  it('stands before its symbol: type and issuer without a space', () =>
    expect(numberAndSymbol(4, 'BC', 'KTĐCTCHCTS1')).toBe('04/BC-KTĐCTCHCTS1'));

  it.each([
    ['04/BC-KTĐCTCHCTS1', true],
    ['112/TTr-KTĐ', true],
    ['4/BC-KTĐ', false],
    ['04 /BC-KTĐ', false],
    ['04/BC - KTĐ', false],
    ['04/CV-KTĐ', false],
    ['04/BC-ktđ', false],
    ['04/BC-', false],
    ['Số: 04/BC-KTĐ', false],
  ])('%s is one: %s', (text, is) => expect(isNumberAndSymbol(text)).toBe(is));
});
