/** A letter is tried for about a day before it counts as failed. */
export const MAX_ATTEMPTS = 360;
/** The longest wait: after an outage of any length everything is tried again within five minutes. */
const LONGEST_SECONDS = 240;

/**
 * How long to wait after a failed try, in seconds: 1, 2, 4 … up to four minutes, each a quarter more or less so that
 * what failed together does not come back together.
 * @param attempts tries so far, at least 1
 * @param random a number from 0 to 1
 */
export function waitAfter(attempts: number, random: number = Math.random()): number {
  const wait = Math.min(2 ** Math.min(attempts - 1, 30), LONGEST_SECONDS);
  return wait * (0.75 + 0.5 * random);
}
