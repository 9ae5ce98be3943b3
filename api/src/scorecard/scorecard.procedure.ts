import { formatPoints } from '@thidua/workflows/centipoints';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { assignments } from '@thidua/workflows/scorecard/assignments';
import { scorecardLetters } from '@thidua/workflows/scorecard/scorecard.letters';
import { scorecardMachine } from '@thidua/workflows/scorecard/scorecard.machine';
import {
  SCORECARD_EDITABLE,
  type AnyScorecardEvent,
  type DifferingScore,
  type ScorecardFacts,
  type SelfScore,
} from '@thidua/workflows/scorecard/scorecard.schema';
import { hasLeft, scorecardFacts, type CardSheets } from '@thidua/workflows/scorecard/scorecard.facts';
import { agreedByLeader, official, totals } from '@thidua/workflows/scorecard/scoring';
import { atCycle } from '../cycle/cycle.procedure.js';
import { benchOf, newJudges, reasonSumOf, recusalMade, type BenchColumns } from '../cycle/recusals.js';
import {
  lastReminder,
  reminded,
  reminderBy,
  REMINDERS,
  toldByReminder,
  type ReminderColumns,
  type RemindedRow,
} from '../cycle/reminders.js';
import { BLOC_NAME, ENDED_UNITS, nameOn, namesOf, TODAY, YEAR_SETS } from '../cycle/year-sets.js';
import { procedure, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';
import { CARD_SETS, CARD_UNITS } from './card-sets.js';

/** A row of `scorecard`. */
export interface ScorecardRow extends RecordRow, RemindedRow {
  readonly cycleId: string;
  readonly unitId: string;
  readonly groupId: string | null;
  readonly reviewerUnitId: string | null;
  readonly verifierUnitId: string | null;
  readonly selfScores: readonly SelfScore[];
  readonly leaderScores: readonly DifferingScore[];
  readonly leaderComment: string;
  readonly blocScores: readonly DifferingScore[];
  readonly blocComment: string;
  readonly reason: string | null;
  readonly submittedAt: string | null;
  readonly openedAt: string | null;
  readonly reviewedAt: string | null;
  readonly verifiedAt: string | null;
}

/** What the year and the letters add to the facts. */
interface CardColumns extends BenchColumns, ReminderColumns {
  readonly rules: CycleRules;
  readonly year: number;
  readonly unitName: string;
  readonly blocName: string;
  readonly reviewerName: string | null;
  readonly verifierName: string | null;
  readonly endedOn: string | null;
  readonly registration: string | null;
}

type Facts = ScorecardFacts & CardColumns;
type CardMoment = Moment<ScorecardRow, Facts, AnyScorecardEvent>;

// The sheets of a sealed card are counted, their values are not even read. A group's cards open together: its awaited sheets are counted once.
// Nobody waits for a sheet that was declined, nor for one by or on a unit that is out of the scoring.
const FACTS = `
  with page as materialized (
    select id, cycle_id, unit_id, group_id, reviewer_unit_id, verifier_unit_id, state, reminded_by from scorecard where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${CARD_SETS}, ${namesOf(CARD_UNITS)}, ${REMINDERS},
  pending as materialized (
    select o.cycle_id, o.group_id, count(*)::int as pending from sheets h join cards o on o.id = h.scorecard_id
      left join cards r on r.cycle_id = h.cycle_id and r.unit_id = h.rater_unit_id
     where h.state = 'draft' and o.state <> 'excluded' and r.state is distinct from 'excluded' group by 1, 2),
  ${ENDED_UNITS},
  withdrawn as materialized (
    select cycle_id, unit_id, state from registration where bloc_id = $1 and cycle_id = any(array(select cycle_id from page)) and state = 'withdrawn')
  select s.id, c.rules, c.year, ${BLOC_NAME} as "blocName", n.short_name as "unitName", rn.short_name as "reviewerName", vn.short_name as "verifierName",
        ${benchOf('s')}, ${reminderBy('s')},
         i.ended_on::text as "endedOn", e.state as registration,
         (select count(*)::int from sheets h where h.scorecard_id = s.id) as sheets,
         coalesce(w.pending, 0) as pending,
         case when s.state in ('self', 'peer', 'excluded') then '[]' else (select coalesce(jsonb_agg(h.scores order by h.rater_unit_id), '[]')
            from sheet h where h.bloc_id = $1 and h.scorecard_id = s.id and h.state = 'submitted') end as peers
    from page s join years c on c.id = s.cycle_id
    left join ended i on i.id = s.unit_id
    left join withdrawn e on e.cycle_id = s.cycle_id and e.unit_id = s.unit_id
    left join pending w on w.cycle_id = s.cycle_id and w.group_id is not distinct from s.group_id
    ${nameOn('s.unit_id', 'n', TODAY)} ${nameOn('s.reviewer_unit_id', 'rn', TODAY)} ${nameOn('s.verifier_unit_id', 'vn', TODAY)}`;

// A card is saved some hundred times in a second on the last evening, and the sheets of its group are nothing to it.
const EDIT_FACTS = 'select s.id, c.rules from scorecard s join cycle c on c.id = s.cycle_id where s.bloc_id = $1 and s.id = any($2)';

function complete(record: ScorecardRow, columns: Readonly<Record<string, unknown>>, now: Date): Facts {
  const { sheets, pending, peers, ...year } = columns as unknown as CardColumns & CardSheets;
  const gone = hasLeft(year.endedOn, year.registration, now);
  const reminder = lastReminder(record, year, now);
  return { ...year, ...scorecardFacts({ ...record, gone, reminder }, { sheets, pending, peers }, year.rules, now) };
}

/** What the bloc's verification freezes: the official points of every item and their totals. */
function verified({ record, facts, event }: CardMoment): Readonly<Record<string, unknown>> {
  const bloc = 'scores' in event ? event.scores : [];
  const scores = official(facts.rules, { peers: facts.peers, leader: record.leaderScores, bloc });
  const { base, bonus, penalty, total } = totals(facts.rules.criteria, scores);
  return { blocScores: bloc, officialScores: scores, base, bonus, penalty, total };
}

/** The unit whose turn it is to judge; null where a person does. */
const judgeOf = ({ state, reviewerUnitId, verifierUnitId }: ScorecardRow): string | null =>
  state === 'open' ? reviewerUnitId : verifierUnitId;

/** Who judges once a unit declines; and, when the card opens, once whoever declined this unit in an earlier step is passed over. */
function judges({ event, record, facts, to }: CardMoment) {
  if (event.type === 'recuse') return newJudges(facts, record, judgeOf(record));
  return to === 'open' && event.type !== 'return' ? newJudges(facts, record, null) : null;
}

function set(moment: CardMoment): Readonly<Record<string, unknown>> {
  const { event, record, facts, actor, post, now, to } = moment;
  const at = now.toISOString();
  switch (event.type) {
    case 'submit':
      return { submittedAt: at, ...(to === 'open' ? { openedAt: at } : {}), ...judges(moment) };
    case 'unseal':
      return { openedAt: at, ...judges(moment) };
    case 'recuse':
      return { ...judges(moment) };
    case 'remind':
      return reminded(moment);
    case 'review': {
      const leaderScores = agreedByLeader(facts.rules, record.selfScores, facts.peers, event.scores);
      const reviewed = { reviewedBy: actor.personId, reviewedFor: post?.standsFor?.personId ?? null, reviewedAt: at };
      return { leaderScores, leaderComment: event.comment, ...reviewed, reason: null };
    }
    case 'verify':
      return { ...verified(moment), blocComment: event.comment, verifiedAt: at };
    case 'return':
    case 'exclude':
      return { reason: event.reason };
  }
}

/** Every value that a judge changes enters the journal with the one before and the reason. */
function entry(moment: CardMoment): Readonly<Record<string, unknown>> {
  const { event, record, facts } = moment;
  const passed = judges(moment);
  const moved = passed ? { judges: passed } : {};
  if (event.type === 'submit') return { content: sha256(canonicalJson(record.selfScores)), ...moved };
  if (event.type === 'unseal') return { sheets: facts.sheets, pendingInGroup: facts.pending, ...moved };
  if (event.type === 'recuse') return { ...reasonSumOf({ ...moment, event }), ...moved };
  if (event.type === 'remind') return {};
  if ('reason' in event) return { reason: event.reason, ...moved };
  const changes = event.scores
    .filter(({ item, points }) => points !== facts.before[item])
    .map(({ item, points, reason }) => {
      const previous = facts.before[item];
      return {
        what: item,
        before: previous === undefined ? null : formatPoints(previous),
        after: formatPoints(points),
        reason: reason ?? null,
      };
    });
  return { changes, comment: event.comment };
}

/** A unit that declines is passed over; where no unit judges, the person who declines is recused and another of the post judges. */
function beside({ event, record, ...moment }: CardMoment) {
  if (event.type !== 'recuse') return [];
  const step = record.state === 'open' ? 'review' : 'verify';
  return [recusalMade({ kind: 'Scorecard', step, unitId: judgeOf(record), aboutUnitId: record.unitId }, { ...moment, event })];
}

export const scorecardProcedure = procedure<ScorecardRow, Facts, AnyScorecardEvent>({
  kind: 'Scorecard',
  table: 'scorecard',
  machine: scorecardMachine,
  editable: SCORECARD_EDITABLE,
  // Sheets are submitted under a share lock of their card, so that none is counted while another goes in; nor does the unit end, or come
  // back, while its card is taken out.
  guardRows: `select 1 from scorecard s join unit i on i.id = s.unit_id where s.bloc_id = $1 and s.id = $2
    for no key update of s for share of i`,
  facts: FACTS,
  editFacts: EDIT_FACTS,
  complete,
  set,
  entry,
  beside,
  letters: scorecardLetters,
  letterFacts: ({ facts, event, record, actor, now }) => ({
    by: (record.state === 'open' ? facts.reviewerName : facts.verifierName) ?? actor.name,
    unit: facts.unitName,
    year: String(facts.year),
    bloc: facts.blocName,
    ...('reason' in event ? { reason: event.reason } : {}),
    ...(event.type === 'remind' ? toldByReminder(facts.rules.deadlines.selfScore, { actor, now }) : {}),
  }),
});

// Every member of a compiled year that did not withdraw has a card to fill, its peers a sheet each, and the seal a day on which it opens.
atCycle('compile', ({ record, facts }) => {
  const sheets = assignments(facts.roster, record.rules.peers);
  return [
    {
      name: 'cards_made',
      sql: `insert into scorecard (id, bloc_id, province_id, cycle_id, unit_id, group_id, reviewer_unit_id, verifier_unit_id)
        select gen_random_uuid(), u.bloc_id, u.province_id, u.id, m.unit_id, m.group_id, m.reviewer_unit_id, m.verifier_unit_id
          from u join member m on m.cycle_id = u.id where m.unit_id = any($1::uuid[]) returning *`,
      values: [facts.roster.map(({ unitId }) => unitId)],
    },
    {
      name: 'sheets_made',
      sql: `insert into sheet (id, bloc_id, province_id, cycle_id, scorecard_id, rater_unit_id, unit_id)
        select gen_random_uuid(), s.bloc_id, s.province_id, s.cycle_id, s.id, a.rater, a.unit
          from cards_made s join jsonb_to_recordset($1::jsonb) a(rater uuid, unit uuid) on a.unit = s.unit_id`,
      values: [JSON.stringify(sheets)],
    },
    {
      name: 'seals_made',
      sql: `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at)
        select gen_random_uuid(), s.bloc_id, s.province_id, 'Scorecard', s.id, 'unseal', ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
          from cards_made s where $2::boolean`,
      values: [record.rules.deadlines.peerScore, sheets.length > 0],
    },
  ];
});
