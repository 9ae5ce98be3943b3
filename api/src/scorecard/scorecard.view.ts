import { erasedReason } from '@thidua/workflows/cycle/recusal';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { isSealed, peersAreLate } from '@thidua/workflows/scorecard/scorecard.facts';
import type { RecusalView, ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { aggregated, official, totals, unanswered, type ItemPoints } from '@thidua/workflows/scorecard/scoring';
import type { Language } from '@thidua/workflows/wording';
import { RECUSED_BY, recusedNames } from '../cycle/recusals.js';
import { nameOn, namesOf, YEAR_SETS } from '../cycle/year-sets.js';
import { CARD_SETS, CARD_UNITS } from './card-sets.js';
import type { ScorecardRow } from './scorecard.procedure.js';

/** What the list of cards reads beside the card itself. The sheets of a sealed card are counted, not read. */
export interface CardColumns {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly rules: CycleRules;
  readonly position: number;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly groupNumber: number | null;
  readonly reviewerName: string | null;
  readonly verifierName: string | null;
  readonly submitted: number;
  readonly of: number;
  readonly recused: number;
  readonly recusals: readonly (Omit<RecusalView, 'reason'> & { readonly reason: string | null })[];
  readonly peers: readonly { unitId: string; unitShortName: string; scores: ItemPoints[] }[];
}

/**
 * The cards that a condition on `s` selects, in the order of the report's sections.
 * @param shown a further condition, on the card's member `m` and group `g`
 */
export const selectCards = (where: string, shown: string, limit: number): string => `
  with page as materialized (select s.* from scorecard s where s.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${CARD_SETS}, ${namesOf(`${CARD_UNITS} union select unit_id from members`)},
  counted as materialized (
    select h.scorecard_id, count(*) filter (where h.state = 'submitted' or (h.state = 'draft' and r.state is distinct from 'excluded'))::int as of,
           count(*) filter (where h.state = 'submitted')::int as submitted, count(*) filter (where h.state = 'recused')::int as recused
      from sheets h left join cards r on r.cycle_id = h.cycle_id and r.unit_id = h.rater_unit_id group by 1)
  select to_jsonb(s) as record, c.year, c.rules, m.position, n.name as "unitName", n.short_name as "unitShortName", g.number as "groupNumber",
         rn.short_name as "reviewerName", vn.short_name as "verifierName",
         coalesce(k.of, 0) as of, coalesce(k.submitted, 0) as submitted, coalesce(k.recused, 0) as recused,
         (select coalesce(jsonb_agg(jsonb_build_object('step', x.step, 'by', ${RECUSED_BY}, 'reason', x.reason, 'at', x.declared_at) order by x.declared_at, x.id), '[]')
            from recusals x ${recusedNames}
           where x.cycle_id = s.cycle_id and x.about_unit_id = s.unit_id
             and (x.step <> 'score' or s.state not in ('self', 'peer', 'excluded'))) as recusals,
         case when s.state in ('self', 'peer', 'excluded') then '[]' else (
           select coalesce(jsonb_agg(jsonb_build_object('unitId', h.rater_unit_id, 'unitShortName', hn.short_name, 'scores', h.scores) order by hm.position), '[]')
             from sheet h join members hm on hm.cycle_id = h.cycle_id and hm.unit_id = h.rater_unit_id ${nameOn('h.rater_unit_id', 'hn')}
            where h.bloc_id = $1 and h.scorecard_id = s.id and h.state = 'submitted') end as peers
    from page s
    join years c on c.id = s.cycle_id
    join members m on m.cycle_id = s.cycle_id and m.unit_id = s.unit_id
    left join groups g on g.id = s.group_id
    left join counted k on k.scorecard_id = s.id
    ${nameOn('s.unit_id', 'n')} ${nameOn('s.reviewer_unit_id', 'rn')} ${nameOn('s.verifier_unit_id', 'vn')}
   where ${shown} order by m.position limit ${limit}`;

const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);

/** Totals once every item has points, else null: a half-filled card has no total. */
const wholeTotals = (rules: CycleRules, scores: readonly ItemPoints[]): ScorecardView['totals'] =>
  unanswered(rules.criteria, scores).length === 0 ? totals(rules.criteria, scores) : null;

/** What depends on the peers' sheets: nothing of it while the card is sealed. */
function judged(row: CardColumns, record: ScorecardRow) {
  if (isSealed(record.state))
    return { peers: [], aggregate: [], leader: [], leaderComment: '', bloc: [], blocComment: '', official: [], totals: null };
  const sheets = row.peers.map(({ scores }) => scores);
  const scores = official(row.rules, { peers: sheets, leader: record.leaderScores, bloc: record.blocScores });
  return {
    peers: row.peers.map((peer) => ({ ...peer, total: totals(row.rules.criteria, peer.scores).total })),
    aggregate: aggregated(row.rules, sheets),
    leader: [...record.leaderScores],
    leaderComment: record.leaderComment,
    bloc: [...record.blocScores],
    blocComment: record.blocComment,
    official: scores,
    totals: wholeTotals(row.rules, scores),
  };
}

/** Who reads a card, and when. */
export interface CardReading {
  readonly actions: ScorecardView['actions'];
  /** Whether the reader may see the unit's own points before they are submitted. */
  readonly own: boolean;
  /** When the unit was last reminded, for whoever is told. */
  readonly remindedAt: string | null;
  readonly now: Date;
  readonly language: Language;
}

/** A card as its reader sees it. */
export function scorecardView(
  row: CardColumns,
  record: ScorecardRow,
  { actions, own, remindedAt, now, language }: CardReading,
): ScorecardView {
  // What a unit never sent stays its own, also where the unit was taken out before it did.
  const self = own || (record.state !== 'self' && record.submittedAt !== null) ? [...record.selfScores] : [];
  const { selfScore, peerScore, review, verification } = row.rules.deadlines;
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    unitId: record.unitId,
    unitName: row.unitName,
    unitShortName: row.unitShortName,
    groupNumber: row.groupNumber,
    reviewerUnitId: record.reviewerUnitId,
    verifierUnitId: record.verifierUnitId,
    reviewerName: row.reviewerName,
    verifierName: row.verifierName,
    due: { self: selfScore, peer: peerScore, review, verification },
    sealed: isSealed(record.state),
    peersOver: peersAreLate(row.rules, now),
    sheets: { submitted: row.submitted, of: row.of, recused: row.recused },
    recusals: row.recusals.map(({ reason, at, ...recusal }) => ({
      ...recusal,
      reason: reason ?? erasedReason[language],
      at: new Date(at).toISOString(),
    })),
    self,
    selfTotals: wholeTotals(row.rules, self),
    ...judged(row, record),
    reason: record.reason,
    remindedAt,
    submittedAt: instant(record.submittedAt),
    openedAt: instant(record.openedAt),
    reviewedAt: instant(record.reviewedAt),
    verifiedAt: instant(record.verifiedAt),
  };
}
