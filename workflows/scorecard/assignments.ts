import type { PeerRule } from '../cycle/rules.schema.js';

/** One unit scores another. */
export interface Assignment {
  readonly rater: string;
  readonly unit: string;
}

/**
 * Who scores whom inside one group (or the bloc without groups), units in the order of the report's sections.
 * `all`: everybody everybody else. `assigned`: each unit scores the k units that follow it in the ring, so that each gives and
 * receives k, and pairs that score one another arise only where k is half the group or more, and then as few as possible.
 * Never a unit itself. Source: scoring.md 2 (7); domain.md 2.2.
 */
export function assignmentsIn(units: readonly string[], rule: PeerRule): Assignment[] {
  if (rule.mode === 'none') return [];
  const given = Math.min(rule.mode === 'all' ? units.length : rule.k, units.length - 1);
  return units.flatMap((rater, at) =>
    Array.from({ length: Math.max(given, 0) }, (_, step) => ({ rater, unit: units[(at + step + 1) % units.length]! })),
  );
}

/** Who scores whom in a year: each group by itself. A bloc without groups is one group. */
export function assignments(members: readonly { unitId: string; groupId: string | null }[], rule: PeerRule): Assignment[] {
  const groups = new Map<string | null, string[]>();
  for (const { unitId, groupId } of members) groups.set(groupId, [...(groups.get(groupId) ?? []), unitId]);
  return [...groups.values()].flatMap((units) => assignmentsIn(units, rule));
}
