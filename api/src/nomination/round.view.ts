import { erasedReason } from '@thidua/workflows/cycle/recusal';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { conflictInWords, reasonInWords, type EligibilityReason } from '@thidua/workflows/nomination/eligibility';
import { Settlement, type Candidate, type RoundFacts, type RoundView } from '@thidua/workflows/nomination/round.schema';
import type { Aim } from '@thidua/workflows/registration/registration.schema';
import type { Language } from '@thidua/workflows/wording';
import { namesOf, UNITS_OF_YEAR, YEAR_SETS } from '../cycle/year-sets.js';
import type { RoundRow } from './round.procedure.js';

interface UnitNames {
  readonly unitName: string;
  readonly unitShortName: string;
  readonly groupNumber: number | null;
}

/** What a round's view reads beside the round itself. */
export interface RoundColumns {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly rules: CycleRules;
  readonly units: Readonly<Record<string, UnitNames>>;
  readonly recusals: readonly { readonly unitId: string; readonly reason: string | null; readonly at: string }[];
}

/** The rounds that a condition on `r` selects, the highest title first. */
export const selectRounds = (where: string): string => `
  with page as materialized (select r.* from round r where r.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${namesOf('select unit_id from members')}, units as materialized (select c.id as cycle_id, ${UNITS_OF_YEAR} as units from years c)
  select to_jsonb(r) as record, c.year, c.rules, u.units,
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', x.unit_id, 'reason', x.reason, 'at', x.declared_at) order by x.declared_at, x.id), '[]')
            from recusals x where x.record_id = r.id) as recusals
    from page r join years c on c.id = r.cycle_id join units u on u.cycle_id = r.cycle_id
   order by r.position`;

const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);

/** The name of an aim in the year's rules. */
function nameOfAim(rules: CycleRules, aim: Aim | null): string | null {
  if (!aim) return null;
  const known = aim.kind === 'title' ? rules.titles : rules.completionLevels;
  return known.find(({ code }) => code === aim.code)?.name ?? null;
}

const candidateView = (candidate: Candidate, row: RoundColumns, language: Language): RoundView['candidates'][number] => ({
  ...candidate,
  ...row.units[candidate.unitId]!,
  aimName: nameOfAim(row.rules, candidate.aim),
  reasons: candidate.reasons.map((reason) => reasonInWords(reason as EligibilityReason, language)),
  conflicts: candidate.conflicts.map((conflict) => conflictInWords(conflict, language)),
});

/** A round as its reader sees it, in the reader's language. */
export function roundView(
  row: RoundColumns,
  record: RoundRow,
  facts: RoundFacts,
  actions: RoundView['actions'],
  language: Language,
): RoundView {
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    position: record.position,
    title: row.rules.titles.find(({ code }) => code === record.titleCode)!,
    nomination: row.rules.nomination,
    due: row.rules.deadlines.meeting,
    seats: record.seats,
    seatsOpen: facts.seatsOpen,
    members: facts.memberCount,
    quorum: facts.quorum,
    electors: facts.members.map((unitId) => ({ unitId, unitShortName: row.units[unitId]?.unitShortName ?? '' })),
    recusals: row.recusals.map(({ unitId, reason, at }) => ({
      unitId,
      unitShortName: row.units[unitId]?.unitShortName ?? '',
      reason: reason ?? erasedReason[language],
      at: new Date(at).toISOString(),
    })),
    attendance: record.attendance.map((unitId) => ({ unitId, unitShortName: row.units[unitId]?.unitShortName ?? '' })),
    candidates: facts.candidates.map((candidate) => candidateView(candidate, row, language)),
    settlement: record.settlement && Settlement.parse(record.settlement),
    openedAt: instant(record.openedAt),
    decidedAt: instant(record.decidedAt),
  };
}
