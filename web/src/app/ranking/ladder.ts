import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import { tieStepName } from '@thidua/workflows/ranking/ranking.words';
import type { Language } from '@thidua/workflows/wording';

/** A unit on the ladder: its rank and points, and, once the meeting is prepared, what it registered, may get and gets. */
export interface LadderRow {
  readonly unitId: string;
  readonly name: string;
  readonly group: number | null;
  readonly rank: number;
  readonly tied: boolean;
  /** How a tie was broken, or with whom it stands. */
  readonly notes: readonly string[];
  readonly parts: { readonly base: number; readonly bonus: number; readonly penalty: number } | null;
  readonly total: number;
  readonly aim: string | null;
  /** Null while no round has looked at it. */
  readonly eligible: boolean | null;
  readonly reasons: readonly string[];
  readonly conflicts: readonly string[];
  /** The titles that it is nominated for. */
  readonly honours: readonly string[];
  /** It waits for the meeting at the last seat. */
  readonly waits: boolean;
  /** What was said for the minutes, and how hands were raised. */
  readonly said: readonly string[];
}

type Ranked = RankingView['rows'][number];
type Candidate = RoundView['candidates'][number];

/** The ladder of a ranking, with what the rounds of the meeting say about each unit. */
export function ladderOf(ranking: RankingView, rounds: readonly RoundView[], language: Language): LadderRow[] {
  return ranking.rows.map((row) => {
    const seen = rounds.flatMap((round) => {
      const unit = round.candidates.find(({ unitId }) => unitId === row.unitId);
      return unit ? [{ round, unit }] : [];
    });
    const aimed = seen.find(({ round, unit }) => unit.aim?.code === round.title.code) ?? seen[0];
    return {
      ...nobody(row),
      name: row.unitShortName,
      tied: row.tiedWith.length > 0,
      notes: tieInWords(row, ranking.rows, language),
      parts: { base: row.base, bonus: row.bonus, penalty: row.penalty },
      aim: aimed?.unit.aimName ?? null,
      eligible: aimed ? aimed.unit.eligible : null,
      reasons: aimed && !aimed.unit.eligible ? aimed.unit.reasons : [],
      conflicts: aimed?.unit.conflicts ?? [],
      honours: seen.flatMap(({ round, unit }) => (unit.nominated ? [round.title.shortName] : [])),
      waits: seen.some(({ unit }) => unit.tied),
      said: seen.flatMap(({ unit }) => (unit.reason ? [unit.reason] : [])),
    };
  });
}

/** The ladder of one round: its candidates by rank. */
export const candidatesOf = (round: RoundView): LadderRow[] =>
  round.candidates.map((unit) => ({
    ...nobody(unit),
    name: unit.unitShortName,
    tied: round.candidates.some(({ unitId, rank }) => unitId !== unit.unitId && rank === unit.rank),
    aim: unit.aimName,
    eligible: unit.eligible,
    reasons: unit.reasons,
    conflicts: unit.conflicts,
    honours: unit.nominated ? [round.title.shortName] : [],
    waits: unit.tied,
    said: [...(unit.reason ? [unit.reason] : []), ...(unit.votes ? [votesInWords(unit.votes)] : [])],
  }));

/** What every row has, before more is known of it. */
const nobody = ({ unitId, groupNumber, rank, total }: { unitId: string; groupNumber: number | null; rank: number; total: number }) => ({
  unitId,
  group: groupNumber,
  rank,
  total,
  notes: [],
  parts: null,
});

const votesInWords = ({ yes, no, abstain }: NonNullable<Candidate['votes']>): string =>
  $localize`:@@round.votes:${yes}:yes: tán thành, ${no}:no: không, ${abstain}:abstain: không ý kiến`;

/** Who shares the rank, or by which step of the chain the unit stands above or below one with an equal total. */
function tieInWords(row: Ranked, rows: readonly Ranked[], language: Language): string[] {
  const { brokenBy, rank, tiedWith, total } = row;
  if (tiedWith.length > 0)
    return [$localize`:@@ranking.tiedWith:Đồng hạng với ${namesOf(rows, ({ unitId }) => tiedWith.includes(unitId))}:units:`];
  if (!brokenBy) return [];
  const step = tieStepName(brokenBy.step)[language];
  const equals = rows.filter((other) => other !== row && other.total === total);
  const above = equals.map((other) => other.rank).filter((other) => other < rank);
  // The step parted it from the unit above, or, if it stands first among equals, from the one below: as `rank` compares them.
  if (above.length > 0) {
    const better = namesOf(equals, (other) => other.rank === Math.max(...above));
    return [$localize`:@@ranking.below:Bằng điểm, xếp dưới vì ${better}:units: có ${step}:step: (bước ${brokenBy.number}:number:)`];
  }
  const worse = namesOf(equals, (other) => other.rank === Math.min(...equals.map((one) => one.rank)));
  return [$localize`:@@ranking.above:Bằng điểm, xếp trên ${worse}:units: vì có ${step}:step: (bước ${brokenBy.number}:number:)`];
}

const namesOf = (rows: readonly Ranked[], holds: (row: Ranked) => boolean): string =>
  rows
    .filter(holds)
    .map(({ unitShortName }) => unitShortName)
    .join(', ');

const FIVE_POINTS = 500;

/** The ends of the scale on which totals are shown, in whole fives: it never begins at 0, and says so by its labels. */
export function scaleOf(totals: readonly number[]): { readonly low: number; readonly high: number } {
  const low = Math.floor(Math.min(...totals) / FIVE_POINTS) * FIVE_POINTS;
  const high = Math.ceil(Math.max(...totals) / FIVE_POINTS) * FIVE_POINTS;
  return { low, high: Math.max(high, low + FIVE_POINTS) };
}
