import { idlenessAfter, isTold } from './idle.js';

const minutes = (count: number) => count * 60_000;

describe('a page that is not used', () => {
  it.each([
    [0, null, false],
    [minutes(25) - 1, null, false],
    [minutes(25), 5, false],
    [minutes(28), 2, false],
    [minutes(29) + 1, 1, false],
    [minutes(30) - 1, 1, false],
    [minutes(30), 0, true],
    [minutes(300), 0, true],
  ])('after %s ms: minutes left %s, ended %s', (idle, minutesLeft, ended) => {
    expect(idlenessAfter(idle)).toEqual({ minutesLeft, ended });
  });

  it('tells those who do not see the clock at 5, 2 and 1 minutes, each once', () => {
    const steps = [null, 5, 5, 4, 3, 2, 1, 1, 0] as const;
    expect(steps.filter((left, at) => isTold(left, steps[at - 1] ?? null))).toEqual([5, 2, 1]);
  });
});
