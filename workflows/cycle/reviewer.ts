/** The units that carry duties in a year. */
export interface Duties {
  readonly headUnitId: string;
  readonly deputyUnitId: string | null;
}

/** The first unit of an order that may judge: not the unit itself, none that is passed over. */
const firstFit = (order: readonly (string | null)[], passedOver: readonly (string | null)[]): string | null =>
  order.find((candidate) => candidate && !passedOver.includes(candidate)) ?? null;

/**
 * Who reviews a unit's registration and scores: the unit that leads its group; for that unit itself the deputy head's unit,
 * then the head's; units that are recused from it are passed over. Null: a bloc without groups (the secretary reviews), or a person named
 * by the council secretary.
 * Source: design.md “Own-unit fallback”; domain.md 8.1 (5): 2020 had no deputy group leaders.
 */
export function reviewerFor(unitId: string, leaderUnitId: string | null, duties: Duties, recused: readonly string[] = []): string | null {
  if (!leaderUnitId) return null;
  return firstFit([leaderUnitId, duties.deputyUnitId, duties.headUnitId], [unitId, ...recused]);
}

/** Who verifies a unit's scores for the bloc: head, deputy head, then the group leaders; neither the unit itself, nor its reviewer, nor one that is recused. */
export function verifierFor(
  unitId: string,
  reviewerUnitId: string | null,
  duties: Duties,
  leaderUnitIds: readonly string[],
  recused: readonly string[] = [],
): string | null {
  return firstFit([duties.headUnitId, duties.deputyUnitId, ...leaderUnitIds], [unitId, reviewerUnitId, ...recused]);
}

/** What the order of judges of a unit follows from. */
export interface Bench {
  readonly unitId: string;
  readonly leaderUnitId: string | null;
  readonly leaderUnitIds: readonly string[];
  readonly duties: Duties;
  /** The units that are recused from this unit in the year, in whatever step. */
  readonly recused: readonly string[];
}

/** Who reviews and who verifies a unit. */
export interface Judges {
  readonly reviewerUnitId: string | null;
  readonly verifierUnitId: string | null;
}

/** The judges of a unit once those that are recused are passed over: whoever can stay stays, since what one began another need not redo. */
export function judgesAfter({ unitId, leaderUnitId, leaderUnitIds, duties, recused }: Bench, before: Judges): Judges {
  const stays = (judge: string | null): boolean => judge === null || !recused.includes(judge);
  const reviewerUnitId = stays(before.reviewerUnitId) ? before.reviewerUnitId : reviewerFor(unitId, leaderUnitId, duties, recused);
  const verifierStays = stays(before.verifierUnitId) && (before.verifierUnitId === null || before.verifierUnitId !== reviewerUnitId);
  return {
    reviewerUnitId,
    verifierUnitId: verifierStays ? before.verifierUnitId : verifierFor(unitId, reviewerUnitId, duties, leaderUnitIds, recused),
  };
}
