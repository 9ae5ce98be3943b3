import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { ManifestRank, ManifestRound } from '@thidua/workflows/year/manifest.schema';
import type { Reading } from './manifest-reading.js';

/** The published ranking with the steps that broke its ties. */
export async function readRanking({ records, secretary }: Reading): Promise<ManifestRank[]> {
  const [ranking] = await secretary.all<RankingView>(records.list('Ranking'), 'manifest.json /ranking');
  return (ranking?.rows ?? []).map(({ unitId, unitName: _name, unitShortName: _short, groupNumber: _group, tiedWith, ...row }) => ({
    unit: records.codeOf(unitId),
    ...row,
    tiedWith: tiedWith.map((id) => records.codeOf(id)),
  }));
}

/** The rounds of the meeting: eligibility with its reasons, and who was nominated. */
export async function readRounds({ records, secretary }: Reading): Promise<ManifestRound[]> {
  const codeOf = (id: string) => records.codeOf(id);
  const rounds = await secretary.all<RoundView>(records.list('Round'), 'manifest.json /rounds');
  return rounds.map(({ title, state, seats, attendance, candidates, settlement }) => ({
    title: title.code,
    state,
    seats,
    attendance: attendance.map(({ unitId }) => codeOf(unitId)),
    candidates: candidates.map((candidate) => candidateOf(candidate, codeOf)),
    settlement: settlement && {
      method: settlement.method,
      reason: settlement.reason,
      units: settlement.unitIds.map(codeOf),
      votes: settlement.votes.map(({ unitId, ...hands }) => ({ unit: codeOf(unitId), ...hands })),
    },
  }));
}

function candidateOf(candidate: RoundView['candidates'][number], codeOf: (id: string) => string): ManifestRound['candidates'][number] {
  const { unitId, unitName: _name, unitShortName: _short, groupNumber: _group, aimName: _aim, ...row } = candidate;
  return { unit: codeOf(unitId), ...row };
}
