import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { reviewerFor, verifierFor } from '@thidua/workflows/cycle/reviewer';
import { randomUUID } from 'node:crypto';

/** Rows of `bloc_group` and `member` as the set-up writes them, with who reviews and who verifies each unit. */
export function memberRows(
  draft: CycleDraft,
  unitIds: ReadonlyMap<string, string>,
  reviewer: typeof reviewerFor,
  verifier: typeof verifierFor,
) {
  const idOf = (code: string) => unitIds.get(code)!;
  const duties = { headUnitId: idOf(draft.head), deputyUnitId: draft.deputy ? idOf(draft.deputy) : null };
  const groups = draft.groups.map((group) => ({
    id: randomUUID(),
    number: group.number,
    name: group.name,
    leader_unit_id: idOf(group.leader),
    units: group.units,
  }));
  const leaders = groups.map((group) => group.leader_unit_id);
  const members = draft.members.map((code, at) => {
    const group = groups.find((candidate) => candidate.units.includes(code));
    const reviewerUnitId = reviewer(idOf(code), group?.leader_unit_id ?? null, duties);
    return {
      unit_id: idOf(code),
      group_id: group?.id ?? null,
      position: at + 1,
      reviewer_unit_id: reviewerUnitId,
      verifier_unit_id: verifier(idOf(code), reviewerUnitId, duties, leaders),
    };
  });
  return { groups: groups.map(({ units: _units, ...row }) => row), members };
}
