import { SESSION_IDLE_MINUTES, SESSION_WARNING_MINUTES } from '@thidua/workflows/account/account.schema';

const MINUTE = 60_000;
/** The minutes left at which somebody who does not see the clock is told (ux.md P20). */
const TOLD_AT: readonly number[] = [SESSION_WARNING_MINUTES, 2, 1];

/** How long a page has not been used, in words of its session. */
export interface Idleness {
  /** Whole minutes left once it is time to warn; null before. */
  readonly minutesLeft: number | null;
  readonly ended: boolean;
}

/** @param idle milliseconds without use */
export function idlenessAfter(idle: number): Idleness {
  const left = SESSION_IDLE_MINUTES * MINUTE - idle;
  const warns = left <= SESSION_WARNING_MINUTES * MINUTE;
  return { minutesLeft: warns ? Math.max(0, Math.ceil(left / MINUTE)) : null, ended: left <= 0 };
}

/** Whether to tell, when the minutes left have changed. */
export const isTold = (minutesLeft: number | null, before: number | null): boolean =>
  minutesLeft !== null && minutesLeft !== before && TOLD_AT.includes(minutesLeft);
