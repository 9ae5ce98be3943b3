import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { eligibility, type Entrant } from '@thidua/workflows/nomination/eligibility';
import { agreed, counted, marked } from '@thidua/workflows/nomination/meeting';
import { roundMachine } from '@thidua/workflows/nomination/round.machine';
import type { Candidate, RoundEvent, RoundFacts, Settlement } from '@thidua/workflows/nomination/round.schema';
import { needed } from '@thidua/workflows/nomination/tally';
import type { RankingRow } from '@thidua/workflows/ranking/ranking.schema';
import type { Aim } from '@thidua/workflows/registration/registration.schema';
import { atCycle } from '../cycle/cycle.procedure.js';
import { procedure, type Beside, type Moment, type RecordRow } from '../platform/door/procedure.js';

/** A row of `round`. */
export interface RoundRow extends RecordRow {
  readonly cycleId: string;
  readonly titleCode: string;
  readonly position: number;
  readonly seats: number;
  readonly candidates: readonly Candidate[];
  readonly attendance: readonly string[];
  readonly settlement: Settlement | null;
  readonly openedAt: string | null;
  readonly decidedAt: string | null;
}

interface Columns {
  readonly rules: CycleRules;
  readonly ranking: readonly RankingRow[] | null;
  readonly earlierWaiting: number;
  readonly earlierTitles: string;
  readonly entrants: readonly (Omit<Entrant, 'rank' | 'total'> & { aim: Aim | null })[];
}

type RoundMoment = Moment<RoundRow, RoundFacts, RoundEvent>;

const FACTS = `
  select r.id, c.rules, k.rows as ranking,
         (select count(*)::int from round e where e.bloc_id = $1 and e.cycle_id = r.cycle_id and e.position < r.position and e.state <> 'decided') as "earlierWaiting",
         coalesce((select string_agg(t ->> 'name', ', ' order by e.position) from round e
            join jsonb_array_elements(c.rules -> 'titles') t on t ->> 'code' = e.title_code
           where e.bloc_id = $1 and e.cycle_id = r.cycle_id and e.position < r.position and e.state <> 'decided'), '') as "earlierTitles",
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'aim', g.aim, 'registration', coalesce(g.state, 'draft'),
                   'blocRole', case when c.head_unit_id = m.unit_id then 'head' when c.deputy_unit_id = m.unit_id then 'deputy' end,
                   'leads', exists (select 1 from bloc_group l where l.bloc_id = $1 and l.cycle_id = m.cycle_id and l.leader_unit_id = m.unit_id),
                   'awarded', exists (select 1 from nominee a where a.bloc_id = $1 and a.cycle_id = m.cycle_id and a.unit_id = m.unit_id and a.round_id <> r.id))
                 order by m.position), '[]')
            from member m left join registration g on g.cycle_id = m.cycle_id and g.unit_id = m.unit_id
           where m.bloc_id = $1 and m.cycle_id = r.cycle_id) as entrants
    from round r join cycle c on c.id = r.cycle_id left join ranking k on k.cycle_id = r.cycle_id and k.state = 'published'
   where r.bloc_id = $1 and r.id = any($2)`;

/** The units of the ranking as this round weighs them, the best first. Before it opens a preview, then frozen. */
function weighed(record: RoundRow, { rules, ranking, entrants }: Columns): Candidate[] {
  return (ranking ?? []).flatMap(({ unitId, rank, total }): Candidate[] => {
    const entrant = entrants.find((candidate) => candidate.unitId === unitId);
    if (!entrant) return [];
    const { eligible, lower, reasons, conflicts } = eligibility({ ...entrant, rank, total }, record.titleCode, rules);
    const weighedNow = {
      eligible,
      lower,
      reasons: reasons.map(({ code, filling }) => ({ code, filling: { ...filling } })),
      conflicts: [...conflicts],
    };
    return [{ unitId, rank, total, aim: entrant.aim, ...weighedNow, nominated: false, tied: false, reason: null, votes: null }];
  });
}

/** Facts of a round from its row, its year and the published ranking. */
export function complete(record: RoundRow, columns: Readonly<Record<string, unknown>>): RoundFacts {
  const read = columns as unknown as Columns;
  const members = read.entrants.map(({ unitId }) => unitId);
  const candidates = record.state === 'draft' ? weighed(record, read) : record.candidates;
  return {
    rankingPublished: read.ranking !== null,
    earlierWaiting: read.earlierWaiting,
    earlierTitles: read.earlierTitles,
    seats: record.seats,
    seatsOpen: record.seats - candidates.filter(({ nominated }) => nominated).length,
    method: read.rules.nomination.method,
    rules: read.rules.nomination,
    members,
    memberCount: members.length,
    quorum: needed(members.length, read.rules.nomination.quorum),
    candidates,
  };
}

/** The candidates after the event: frozen when the round opens, marked when the meeting decides. */
function candidatesAfter({ event, facts }: RoundMoment): Candidate[] {
  switch (event.type) {
    case 'open':
      return [...facts.candidates];
    case 'consent':
      return marked(facts.candidates, agreed(facts, event), event.nominees);
    case 'count':
      return marked(facts.candidates, counted(facts, event), event.votes);
    case 'settle':
      return marked(facts.candidates, { elected: event.unitIds, tied: [] }, []);
  }
}

function set(moment: RoundMoment): Readonly<Record<string, unknown>> {
  const { event, now, to } = moment;
  const at = now.toISOString();
  const settlement =
    event.type === 'settle' ? { method: event.method, unitIds: event.unitIds, reason: event.reason, votes: event.votes ?? [] } : null;
  return {
    candidates: candidatesAfter(moment),
    ...('attendance' in event ? { attendance: event.attendance } : {}),
    ...(settlement ? { settlement } : {}),
    ...(event.type === 'open' ? { openedAt: at } : {}),
    ...(to === 'decided' ? { decidedAt: at } : {}),
  };
}

/** The journal keeps what the meeting was told and what it decided. */
function entry(moment: RoundMoment): Readonly<Record<string, unknown>> {
  const { type: _type, version: _version, ...told } = moment.event;
  const seats = candidatesAfter(moment);
  const of = (claim: 'nominated' | 'tied') => seats.filter((candidate) => candidate[claim]).map(({ unitId }) => unitId);
  return moment.event.type === 'open' ? { candidates: seats.length } : { ...told, nominated: of('nominated'), tied: of('tied') };
}

/** Who was nominated, once the round is decided; the table lets nobody be nominated twice where the titles exclude one another. */
function nominees(moment: RoundMoment): readonly Beside[] {
  if (moment.to !== 'decided') return [];
  const unitIds = candidatesAfter(moment).flatMap(({ unitId, nominated }) => (nominated ? [unitId] : []));
  return [
    {
      name: 'nominees_made',
      sql: `insert into nominee (id, bloc_id, province_id, cycle_id, round_id, unit_id, exclusive)
        select gen_random_uuid(), u.bloc_id, u.province_id, u.cycle_id, u.id, n::uuid, $2::boolean from u, jsonb_array_elements_text($1::jsonb) n`,
      values: [JSON.stringify(unitIds), moment.facts.rules.exclusive],
    },
  ];
}

export const roundProcedure = procedure<RoundRow, RoundFacts, RoundEvent>({
  kind: 'Round',
  table: 'round',
  machine: roundMachine,
  // All rounds of the year, in their order: no seat is given in one while another is being opened.
  guardRows:
    'select 1 from round where bloc_id = $1 and cycle_id = (select cycle_id from round where bloc_id = $1 and id = $2) order by position for no key update',
  facts: FACTS,
  complete,
  set,
  entry,
  beside: nominees,
});

// A compiled year has a round for each title, the highest first.
atCycle('compile', ({ record }) => [
  {
    name: 'rounds_made',
    sql: `insert into round (id, bloc_id, province_id, cycle_id, title_code, position, seats)
      select gen_random_uuid(), u.bloc_id, u.province_id, u.id, t.code, t.position, t.seats
        from u, jsonb_to_recordset($1::jsonb) t(code text, position int, seats int)`,
    values: [JSON.stringify(record.rules.titles.map(({ code, seats }, at) => ({ code, seats, position: at + 1 })))],
  },
]);
