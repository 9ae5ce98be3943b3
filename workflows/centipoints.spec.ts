import { divideHalfUp, formatPoints, parsePoints } from './centipoints.js';

describe('points', () => {
  it.each([
    ['18,5', 1850],
    ['18.50', 1850],
    ['18', 1800],
    [' 0,05 ', 5],
    ['0', 0],
    ['-1', null],
    ['1e309', null],
    ['10,505', null],
    ['10,5,0', null],
    ['', null],
  ])('“%s” is read as %s', (text, points) => expect(parsePoints(text)).toBe(points));

  it.each([
    [1850, '18,50', '18.50'],
    [5, '0,05', '0.05'],
    [123456, '1.234,56', '1,234.56'],
    [-250, '−2,50', '−2.50'],
  ])('%i is written %s', (points, vi, en) => expect([formatPoints(points), formatPoints(points, 'en')]).toEqual([vi, en]));

  it.each([
    [1, 2, 1],
    [3, 2, 2],
    [10, 4, 3],
    [33, 10, 3],
    [35, 10, 4],
    [0, 3, 0],
  ])('%i ÷ %i rounds half up to %i', (numerator, denominator, result) => expect(divideHalfUp(numerator, denominator)).toBe(result));
});
