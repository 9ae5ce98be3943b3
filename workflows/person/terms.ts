import type { HeldRole } from '../actor.js';
import { standsAlone } from './person.permissions.js';
import type { ProblemCode } from '../problem.js';
import type { Standing } from './person.schema.js';

/** A term: a post from a day on, up to and with a day (null: without an end). Days as `YYYY-MM-DD`, which sort as they follow. */
export interface Term {
  readonly role: HeldRole;
  readonly unitId: string | null;
  readonly cycleId: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Where a term stands on a day, read in Vietnam: rights begin with its first day and end with its last. */
export function standingOf({ from, to }: Pick<Term, 'from' | 'to'>, today: string): Standing {
  if (from > today) return 'coming';
  return to !== null && to < today ? 'ended' : 'held';
}

const meet = (a: Term, b: Term): boolean => a.from <= (b.to ?? '9999-12-31') && b.from <= (a.to ?? '9999-12-31');

/**
 * What forbids giving a post to somebody who holds, held or will hold others: it ends before it begins, they hold the same one in the same
 * days, or they are administrator beside anything else (an administrator neither scores, votes nor signs: domain.md 10.14).
 * @returns the refusal's name, or null
 */
export function termRefusal(term: Term, others: readonly Term[]): ProblemCode | null {
  if (term.to !== null && term.to < term.from) return 'needs-later-end';
  const meeting = others.filter((other) => meet(term, other));
  if (meeting.some((other) => standsAlone(other.role) !== standsAlone(term.role))) return 'administrator-alone';
  const same = meeting.some((other) => other.role === term.role && other.unitId === term.unitId && other.cycleId === term.cycleId);
  return same ? 'post-held-already' : null;
}
