import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import type { ManifestUnit } from '@thidua/workflows/year/manifest.schema';
import type { Reading } from './manifest-reading.js';

/** Registration and points of every unit, in the order of the report's sections. */
export async function readUnits({ records, secretary }: Reading, cycle: CycleView): Promise<ManifestUnit[]> {
  const registrations = await secretary.all<RegistrationView>(records.list('Registration'), 'manifest.json /units');
  const cards = await secretary.all<ScorecardView>(records.list('Scorecard'), 'manifest.json /units');
  return cycle.members.map(({ unitId, code, name, shortName, groupNumber }) => {
    const registration = registrations.find((one) => one.unitId === unitId)!;
    const card = cards.find((one) => one.unitId === unitId)!;
    return {
      code,
      name,
      shortName,
      group: groupNumber,
      registration: { state: registration.state, aim: registration.aim, aimName: registration.aimName },
      scores: scoresOf(card, (id) => records.codeOf(id)),
    };
  });
}

const scoresOf = (card: ScorecardView, codeOf: (unitId: string) => string): ManifestUnit['scores'] => ({
  state: card.state,
  self: { items: card.self, totals: card.selfTotals },
  peers: card.peers.map(({ unitId, scores, total }) => ({ unit: codeOf(unitId), items: scores, total })),
  aggregate: card.aggregate,
  leader: card.leader,
  bloc: card.bloc,
  official: { items: card.official, totals: card.totals },
});
