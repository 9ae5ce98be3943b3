import { Crowd, IN_TIME_MS, LEAST_UNDER_WAY, MOST_UNDER_WAY } from './crowd.js';

/** A crowd whose time the test moves. */
function begin() {
  let now = 0;
  const crowd = new Crowd(() => now);
  /** Lets in as many as there is room for. */
  const fill = (): object[] => {
    const all: object[] = [];
    for (let who = {}; crowd.enter(who); who = {}) all.push(who);
    return all;
  };
  /** Fills, and answers everybody after so long. @returns how many there was room for */
  const round = (ms: number): number => {
    const all = fill();
    now += ms;
    for (const who of all) crowd.leave(who, true);
    return all.length;
  };
  return { crowd, fill, round };
}

describe('a crowd', () => {
  it('is let in up to a number while it is served in time', () => {
    const { round } = begin();
    expect([round(IN_TIME_MS), round(IN_TIME_MS)]).toEqual([MOST_UNDER_WAY, MOST_UNDER_WAY]);
  });

  it('is let in by fewer at a time when it was not served in time, and never by fewer than are served at once', () => {
    const { round } = begin();
    const rounds = [1, 2, 3, 4].map(() => round(IN_TIME_MS + 1));
    expect(rounds[0]).toBe(MOST_UNDER_WAY);
    expect(rounds[1]).toBeLessThan(MOST_UNDER_WAY / 2);
    expect(rounds[3]).toBe(LEAST_UNDER_WAY);
  });

  it('is let in as before once it is served in time again', () => {
    const { round } = begin();
    for (let n = 0; n < 4; n += 1) round(IN_TIME_MS + 1);
    for (let n = 0; n < 10; n += 1) round(1);
    expect(round(1)).toBe(MOST_UNDER_WAY);
  });

  it('gives back the place of whoever goes before the answer is there, which tells nothing of how long it takes', () => {
    const { crowd, fill, round } = begin();
    const all = fill();
    for (const who of all) crowd.leave(who, false);
    for (const who of all) crowd.leave(who, true); // it has gone already
    expect(round(1)).toBe(MOST_UNDER_WAY);
  });
});
