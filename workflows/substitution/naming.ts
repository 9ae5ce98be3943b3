import type { Unmet } from '../problem.js';

/** What must be known before somebody is named. */
export interface NamingFacts {
  /** The post is one that the person who names holds today; what one does in another's stead is none. */
  readonly ownPost: boolean;
  /** The other's post fits the manner today. */
  readonly fits: boolean;
  /** The other has named this very person for the same time. */
  readonly loops: boolean;
  /** Who stands in already, for the same post, area and time; empty where nobody does. */
  readonly other: string;
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

/** A clock that is asked twice in one minute is not in the past. */
const A_MINUTE = 60_000;
/** An authorisation is for a limited time (NĐ 30/2020 Art. 13): no longer than a year, leap day included. */
const A_YEAR = 366 * 24 * 60 * A_MINUTE;

const soundPeriod = ({ from, to, now }: NamingFacts): boolean =>
  from.getTime() > now.getTime() - A_MINUTE && to > now && to > from && to.getTime() - from.getTime() <= A_YEAR;

/** What stands against naming somebody; nothing where they may be named. */
export function unmetForNaming(facts: NamingFacts): Unmet[] {
  const { ownPost, fits, loops, other } = facts;
  return [
    ...(ownPost ? [] : [{ code: 'needs-own-post' } as const]),
    ...(soundPeriod(facts) ? [] : [{ code: 'needs-sound-period', pointer: '/to' } as const]),
    ...(fits || !ownPost ? [] : [{ code: 'needs-fitting-post', pointer: '/substitutePostId' } as const]),
    ...(loops ? [{ code: 'needs-no-loop' } as const] : []),
    ...(other === '' ? [] : [{ code: 'needs-no-other-substitute', filling: { other } } as const]),
  ];
}
