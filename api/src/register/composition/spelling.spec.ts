import { countOf, goingOn, hourAndDay, joined, lastSentence, listed, longDay, roman, shortDay } from './spelling.js';

describe('days and hours as official papers write them', () => {
  it.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026', '05/02/2026'],
    ['2026-03-15', 'ngày 15 tháng 3 năm 2026', '15/3/2026'],
    ['2020-12-09', 'ngày 09 tháng 12 năm 2020', '09/12/2020'],
  ])('%s', (day, long, short) => expect([longDay(day), shortDay(day)]).toEqual([long, short]));

  it('on the wall clock of Vietnam, also over midnight', () => {
    expect(hourAndDay('2020-12-10T01:45:00Z')).toBe('08 giờ 45, ngày 10 tháng 12 năm 2020');
    expect(hourAndDay('2020-12-09T17:30:00Z')).toBe('00 giờ 30, ngày 10 tháng 12 năm 2020');
  });
});

describe('counts and lists', () => {
  it('have a leading zero below ten, and are not parted from their noun', () =>
    expect([countOf(5, 'đơn vị'), countOf(18, 'đơn vị')]).toEqual(['05\u00a0đơn vị', '18\u00a0đơn vị']));
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a và b'],
    [['a', 'b', 'c'], 'a, b và c'],
    [[], ''],
  ])('%j is told as “%s”', (items, told) => expect(joined(items)).toBe(told));
  it('end their items with ; and the last with a full stop', () => expect(listed(['Một.', 'Hai;', 'Ba'])).toEqual(['Một;', 'Hai;', 'Ba.']));
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
  ])('%i is %s', (number, sign) => expect(roman(number)).toBe(sign));
});

describe('sentences', () => {
  it.each(['Trên đây là báo cáo', 'Trên đây là báo cáo.', 'Trên đây là báo cáo./.'])('“%s” ends the text with ./.', (text) =>
    expect(lastSentence(text)).toBe('Trên đây là báo cáo./.'),
  );
  it.each([
    ['Tổng kết năm', 'tổng kết năm'],
    ['Đăng ký', 'đăng ký'],
    ['UBND tỉnh', 'UBND tỉnh'],
  ])('“%s” goes on as “%s”', (text, on) => expect(goingOn(text)).toBe(on));
});
