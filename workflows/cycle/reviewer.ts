/** The units that carry duties in a year. */
export interface Duties {
  readonly headUnitId: string;
  readonly deputyUnitId: string | null;
}

/**
 * Who reviews a unit's registration and scores: the unit that leads its group; for that unit itself the deputy head's unit,
 * then the head's. Null: a bloc without groups (the secretary reviews), or a person named by the council secretary.
 * Source: design.md “Own-unit fallback”; domain.md 8.1 (5): 2020 had no deputy group leaders.
 */
export function reviewerFor(unitId: string, leaderUnitId: string | null, duties: Duties): string | null {
  if (!leaderUnitId) return null;
  const order = [leaderUnitId, duties.deputyUnitId, duties.headUnitId];
  return order.find((candidate) => candidate && candidate !== unitId) ?? null;
}

/** Who verifies a unit's scores for the bloc: head, deputy head, then the group leaders; neither the unit itself nor its reviewer. */
export function verifierFor(
  unitId: string,
  reviewerUnitId: string | null,
  duties: Duties,
  leaderUnitIds: readonly string[],
): string | null {
  const order = [duties.headUnitId, duties.deputyUnitId, ...leaderUnitIds];
  return order.find((candidate) => candidate && candidate !== unitId && candidate !== reviewerUnitId) ?? null;
}
