import { MARKERS, OWN_SCOPES } from './probe.js';

/** What a record's own id is, where its place is its id. */
const IDS: Readonly<Record<string, string>> = {
  province: MARKERS['own-province'],
  bloc: MARKERS['own-bloc'],
  cycle: MARKERS['own-year'],
  unit: MARKERS['own-unit'],
};
const UNITS = [MARKERS['own-unit'], 'peer'];
const JUDGES = [MARKERS['own-unit'], null];

/** Every way in which a record can stand to somebody who has all scopes: of the own unit or another's, to be judged by the own or by none. */
export const standings = (kind: string): object[] =>
  UNITS.flatMap((unitId) =>
    JUDGES.flatMap((reviewerUnitId) =>
      JUDGES.flatMap((verifierUnitId) =>
        ['unit', 'council'].map((recipient) => ({
          ...{ ...OWN_SCOPES, unitId, reviewerUnitId, verifierUnitId, raterUnitId: MARKERS['own-unit'], kind: recipient },
          ...{ id: IDS[kind] ?? 'record', principalPostId: MARKERS['own-post'], substitutePostId: MARKERS['own-post'] },
          ...{ councilOnly: false, proposedBy: null, checkedBy: null, reviewedBy: null, reviewedFor: null },
        })),
      ),
    ),
  );
