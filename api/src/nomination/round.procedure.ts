import { candidatesAfter, roundFacts, type RoundSurroundings } from '@thidua/workflows/nomination/candidates';
import { roundMachine } from '@thidua/workflows/nomination/round.machine';
import type { Candidate, RoundEvent, RoundFacts, Settlement } from '@thidua/workflows/nomination/round.schema';
import { atCycle } from '../cycle/cycle.procedure.js';
import { reasonSumOf, recusalMade, recusalOfUnitWithdrawn } from '../cycle/recusals.js';
import { ENDED_UNITS, YEAR_SETS } from '../cycle/year-sets.js';
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

type RoundMoment = Moment<RoundRow, RoundFacts, RoundEvent>;

// Whoever left the year is no member any more, from the day on which it ended: a decided round keeps those of its day, whatever was
// recorded afterwards.
const FACTS = `
  with page as materialized (select id, cycle_id, position, decided_at from round where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS},
  rounds as materialized (
    select cycle_id, position, state, title_code from round where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  aims as materialized (
    select cycle_id, unit_id, aim, state from registration where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  out as materialized (
    select cycle_id, unit_id from scorecard where bloc_id = $1 and cycle_id = any(array(select cycle_id from page)) and state = 'excluded'),
  awarded as materialized (
    select round_id, cycle_id, unit_id from nominee where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  ${ENDED_UNITS}
  select r.id, c.rules, k.rows as ranking,
         (select count(*)::int from rounds e where e.cycle_id = r.cycle_id and e.position < r.position and e.state <> 'decided') as "earlierWaiting",
         coalesce((select string_agg(t ->> 'name', ', ' order by e.position) from rounds e
            join jsonb_array_elements(c.rules -> 'titles') t on t ->> 'code' = e.title_code
           where e.cycle_id = r.cycle_id and e.position < r.position and e.state <> 'decided'), '') as "earlierTitles",
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'aim', g.aim, 'registration', coalesce(g.state, 'draft'),
                   'blocRole', case when c.head_unit_id = m.unit_id then 'head' when c.deputy_unit_id = m.unit_id then 'deputy' end,
                   'leads', exists (select 1 from groups l where l.cycle_id = m.cycle_id and l.leader_unit_id = m.unit_id),
                   'awarded', exists (select 1 from awarded a where a.cycle_id = m.cycle_id and a.unit_id = m.unit_id and a.round_id <> r.id))
                 order by m.position), '[]')
            from members m left join aims g on g.cycle_id = m.cycle_id and g.unit_id = m.unit_id
           where m.cycle_id = r.cycle_id
             and not exists (select 1 from ended i where i.id = m.unit_id
                   and i.ended_on <= least(business_day(), (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date)
                   and (r.decided_at is null or i.end_entered_at <= r.decided_at))
             and not exists (select 1 from out s where s.cycle_id = r.cycle_id and s.unit_id = m.unit_id)) as entrants,
         (select coalesce(jsonb_agg(x.unit_id), '[]') from recusals x where x.record_id = r.id) as recused
    from page r join years c on c.id = r.cycle_id left join ranking k on k.cycle_id = r.cycle_id and k.state = 'published'`;

/** Facts of a round from its row, its year and the published ranking. */
export const complete = (record: RoundRow, columns: Readonly<Record<string, unknown>>): RoundFacts =>
  roundFacts(record, columns as unknown as RoundSurroundings);

function set(moment: RoundMoment): Readonly<Record<string, unknown>> {
  const { event, now, to } = moment;
  const at = now.toISOString();
  const settlement =
    event.type === 'settle' ? { method: event.method, unitIds: event.unitIds, reason: event.reason, votes: event.votes ?? [] } : null;
  return {
    candidates: candidatesAfter(moment.facts, moment.event),
    ...('attendance' in event ? { attendance: event.attendance } : {}),
    ...(settlement ? { settlement } : {}),
    ...(event.type === 'open' ? { openedAt: at } : {}),
    ...(to === 'decided' ? { decidedAt: at } : {}),
  };
}

/** The journal keeps what the meeting was told and what it decided. */
function entry(moment: RoundMoment): Readonly<Record<string, unknown>> {
  const { event: said, salt } = moment;
  if (said.type === 'recuse' || said.type === 'readmit') return { unitId: said.unitId, ...reasonSumOf({ event: said, salt }) };
  const { type: _type, version: _version, ...told } = moment.event;
  const seats = candidatesAfter(moment.facts, moment.event);
  const of = (claim: 'nominated' | 'tied') => seats.filter((candidate) => candidate[claim]).map(({ unitId }) => unitId);
  return moment.event.type === 'open' ? { candidates: seats.length } : { ...told, nominated: of('nominated'), tied: of('tied') };
}

/** What is written together with a round: who declined to decide or decides again, or who was nominated. */
function beside({ event, ...moment }: RoundMoment): readonly Beside[] {
  if (event.type === 'readmit') return [recusalOfUnitWithdrawn({ ...moment, event })];
  if (event.type !== 'recuse') return nominees({ event, ...moment });
  return [recusalMade({ kind: 'Round', step: 'elect', unitId: event.unitId, aboutUnitId: null }, { ...moment, event })];
}

/** Who was nominated, once the round is decided; the table lets nobody be nominated twice where the titles exclude one another. */
function nominees(moment: RoundMoment): readonly Beside[] {
  if (moment.to !== 'decided') return [];
  const unitIds = candidatesAfter(moment.facts, moment.event).flatMap(({ unitId, nominated }) => (nominated ? [unitId] : []));
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
  // All rounds of the year, in their order: no seat is given in one while another is being opened. Nor does a member end, or come back.
  guardRows: `
    with rounds as (
      select cycle_id from round where bloc_id = $1 and cycle_id = (select cycle_id from round where bloc_id = $1 and id = $2)
       order by position for no key update)
    select 1 from member m join unit i on i.id = m.unit_id
     where m.bloc_id = $1 and m.cycle_id = any(array(select cycle_id from rounds)) order by i.id for share of i`,
  facts: FACTS,
  complete,
  set,
  entry,
  beside,
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
