import { slopeOf } from './slope.js';

describe('the slope of points', () => {
  it('is that of the line on which they lie, without error', () => {
    expect(slopeOf([0, 1, 2, 5].map((x) => [x, 3 * x - 7]))).toEqual({ slope: 3, error: 0 });
  });

  it('is that of the nearest line, with the error that text books give', () => {
    const { slope, error } = slopeOf([[1, 2], [2, 1], [3, 4], [4, 3]]); // prettier-ignore
    expect(slope).toBeCloseTo(0.6, 12);
    expect(error).toBeCloseTo(Math.sqrt(3.2 / 2 / 5), 12);
  });

  it('has no error where two points are all', () => {
    expect(() => slopeOf([[0, 0], [1, 1]])).toThrow(RangeError); // prettier-ignore
  });
});
