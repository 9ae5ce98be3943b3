import { MAX_ATTEMPTS, waitAfter } from './back-off.js';

describe('the wait after a failed try', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [8, 128],
    [9, 240],
    [100, 240],
    [1_000_000, 240],
  ])('number %s is %s seconds, a quarter more or less', (attempts, seconds) => {
    expect(waitAfter(attempts, 0.5)).toBe(seconds);
    expect([waitAfter(attempts, 0), waitAfter(attempts, 1)]).toEqual([seconds * 0.75, seconds * 1.25]);
  });

  it('adds up to about a day before a letter counts as failed', () => {
    const hours = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => waitAfter(n + 1, 0.5)).reduce((sum, wait) => sum + wait, 0) / 3600;
    expect(Math.round(hours)).toBe(23);
  });
});
