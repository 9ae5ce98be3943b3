import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { rankingMachine } from '@thidua/workflows/ranking/ranking.machine';
import { rank, type Contender, type Ranked } from '@thidua/workflows/ranking/ranking';
import type { RankingEvent, RankingFacts, RankingRow } from '@thidua/workflows/ranking/ranking.schema';
import { totals, type ItemPoints } from '@thidua/workflows/scorecard/scoring';
import { atCycle } from '../cycle/cycle.procedure.js';
import { nameOn, namesOf, TODAY, YEAR_SETS } from '../cycle/year-sets.js';
import { procedure, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';
import { fewNames } from '@thidua/workflows/wording';

/** A row of `ranking`. */
export interface RankingRecord extends RecordRow {
  readonly cycleId: string;
  readonly rows: readonly RankingRow[];
  readonly publishedAt: string | null;
}

/** The rows that a publication freezes; empty until every card is verified. */
type Facts = RankingFacts & { readonly ranked: readonly Ranked[] };

interface Columns {
  readonly rules: CycleRules;
  readonly waitingCards: number;
  readonly waitingUnits: readonly string[];
  readonly cards: readonly { unitId: string; scores: ItemPoints[]; previousRank: number | null }[];
}

const FACTS = `
  with page as materialized (select id, cycle_id from ranking where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS},
  cards as materialized (
    select cycle_id, unit_id, state, official_scores from scorecard where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  waiting as materialized (select cycle_id, unit_id from cards where state not in ('verified', 'excluded')),
  ${namesOf('select unit_id from waiting')}
  select k.id, c.rules,
         (select count(*)::int from waiting s where s.cycle_id = k.cycle_id) as "waitingCards",
         coalesce((select jsonb_agg(n.short_name order by m.position) from waiting s
            join members m on m.cycle_id = s.cycle_id and m.unit_id = s.unit_id ${nameOn('s.unit_id', 'n', TODAY)}
           where s.cycle_id = k.cycle_id), '[]') as "waitingUnits",
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'scores', s.official_scores, 'previousRank', p.rank) order by m.position), '[]')
            from cards s
            join members m on m.cycle_id = s.cycle_id and m.unit_id = s.unit_id
            left join (select x ->> 'unitId' as unit, (x ->> 'rank')::int as rank
                         from cycle pc join ranking pk on pk.cycle_id = pc.id and pk.state = 'published', jsonb_array_elements(pk.rows) x
                        where pc.bloc_id = $1 and pc.year = c.year - 1) p on p.unit = s.unit_id::text
           where s.cycle_id = k.cycle_id and s.state = 'verified') as cards
    from page k join years c on c.id = k.cycle_id`;

/** The ranking of verified cards: a preview before it is published, what is frozen when it is. */
export function complete(_: RankingRecord, columns: Readonly<Record<string, unknown>>): Facts {
  const { rules, waitingCards, waitingUnits, cards } = columns as unknown as Columns;
  const contenders = cards.map(({ unitId, scores, previousRank }): Contender => ({
    unitId,
    previousRank,
    ...totals(rules.criteria, scores),
  }));
  return { waitingCards, waitingUnits: fewNames(waitingUnits), ranked: waitingCards === 0 ? rank(contenders, rules.tieChain) : [] };
}

export const rankingProcedure = procedure<RankingRecord, Facts, RankingEvent>({
  kind: 'Ranking',
  table: 'ranking',
  machine: rankingMachine,
  guardRows:
    'select 1 from scorecard s join ranking k on k.cycle_id = s.cycle_id where k.bloc_id = $1 and k.id = $2 order by s.id for share of s',
  facts: FACTS,
  complete,
  set: ({ facts, now }) => ({ rows: facts.ranked, publishedAt: now.toISOString() }),
  entry: ({ facts }) => ({ rows: sha256(canonicalJson(facts.ranked)), units: facts.ranked.length }),
});

// A compiled year has one ranking to come.
atCycle('compile', () => [
  {
    name: 'ranking_made',
    sql: 'insert into ranking (id, bloc_id, province_id, cycle_id) select gen_random_uuid(), u.bloc_id, u.province_id, u.id from u',
    values: [],
  },
]);
