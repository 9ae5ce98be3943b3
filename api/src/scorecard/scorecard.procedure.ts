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
import { scorecardFacts, type CardSheets } from '@thidua/workflows/scorecard/scorecard.facts';
import { agreedByLeader, official, totals } from '@thidua/workflows/scorecard/scoring';
import { atCycle } from '../cycle/cycle.procedure.js';
import { procedure, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';
import { unitName } from '../unit/unit-name.js';

/** A row of `scorecard`. */
export interface ScorecardRow extends RecordRow {
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
interface CardColumns {
  readonly rules: CycleRules;
  readonly year: number;
  readonly unitName: string;
  readonly blocName: string;
}

type Facts = ScorecardFacts & CardColumns;
type CardMoment = Moment<ScorecardRow, Facts, AnyScorecardEvent>;

// The sheets of a sealed card are counted, their values are not even read. A group's cards open together: its missing sheets are counted once.
const FACTS = `
  select s.id, c.rules, c.year, b.short_name as "blocName", n.short_name as "unitName",
         (select count(*)::int from sheet h where h.bloc_id = $1 and h.scorecard_id = s.id) as sheets,
         coalesce(w.pending, 0) as pending,
         case when s.state in ('self', 'peer') then '[]' else (select coalesce(jsonb_agg(h.scores order by h.rater_unit_id), '[]')
            from sheet h where h.bloc_id = $1 and h.scorecard_id = s.id and h.state = 'submitted') end as peers
    from scorecard s join cycle c on c.id = s.cycle_id join bloc b on b.id = s.bloc_id ${unitName('s.unit_id', 'n')}
    left join (select o.cycle_id, o.group_id, count(*)::int as pending from sheet h join scorecard o on o.id = h.scorecard_id
                where h.bloc_id = $1 and h.state <> 'submitted' group by 1, 2) w
      on w.cycle_id = s.cycle_id and w.group_id is not distinct from s.group_id
   where s.bloc_id = $1 and s.id = any($2)`;

function complete(record: ScorecardRow, columns: Readonly<Record<string, unknown>>, now: Date): Facts {
  const { sheets, pending, peers, ...year } = columns as unknown as CardColumns & CardSheets;
  return { ...year, ...scorecardFacts(record, { sheets, pending, peers }, year.rules, now) };
}

/** What the bloc's verification freezes: the official points of every item and their totals. */
function verified({ record, facts, event }: CardMoment): Readonly<Record<string, unknown>> {
  const bloc = 'scores' in event ? event.scores : [];
  const scores = official(facts.rules, { peers: facts.peers, leader: record.leaderScores, bloc });
  const { base, bonus, penalty, total } = totals(facts.rules.criteria, scores);
  return { blocScores: bloc, officialScores: scores, base, bonus, penalty, total };
}

function set(moment: CardMoment): Readonly<Record<string, unknown>> {
  const { event, record, facts, actor, post, now, to } = moment;
  const at = now.toISOString();
  switch (event.type) {
    case 'submit':
      return { submittedAt: at, ...(to === 'open' ? { openedAt: at } : {}) };
    case 'unseal':
      return { openedAt: at };
    case 'review': {
      const leaderScores = agreedByLeader(facts.rules, record.selfScores, facts.peers, event.scores);
      const reviewed = { reviewedBy: actor.personId, reviewedFor: post?.standsFor?.personId ?? null, reviewedAt: at };
      return { leaderScores, leaderComment: event.comment, ...reviewed, reason: null };
    }
    case 'verify':
      return { ...verified(moment), blocComment: event.comment, verifiedAt: at };
    case 'return':
      return { reason: event.reason };
  }
}

/** Every value that a judge changes enters the journal with the one before and the reason. */
function entry({ event, record, facts }: CardMoment): Readonly<Record<string, unknown>> {
  if (event.type === 'submit') return { content: sha256(canonicalJson(record.selfScores)) };
  if (event.type === 'return') return { reason: event.reason };
  if (event.type === 'unseal') return { sheets: facts.sheets, pendingInGroup: facts.pending };
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

export const scorecardProcedure = procedure<ScorecardRow, Facts, AnyScorecardEvent>({
  kind: 'Scorecard',
  table: 'scorecard',
  machine: scorecardMachine,
  editable: SCORECARD_EDITABLE,
  // Sheets are submitted under a share lock of their card, so that none is counted while another goes in.
  guardRows: 'select 1 from scorecard where bloc_id = $1 and id = $2 for no key update',
  facts: FACTS,
  complete,
  set,
  entry,
  letters: scorecardLetters,
  letterFacts: ({ facts, event }) => ({
    unit: facts.unitName,
    year: String(facts.year),
    bloc: facts.blocName,
    ...('reason' in event ? { reason: event.reason } : {}),
  }),
});

// Every member of a compiled year has a card to fill, its peers a sheet each, and the seal a day on which it opens.
atCycle('compile', ({ record, facts }) => {
  const sheets = assignments(facts.roster, record.rules.peers);
  return [
    {
      name: 'cards_made',
      sql: `insert into scorecard (id, bloc_id, province_id, cycle_id, unit_id, group_id, reviewer_unit_id, verifier_unit_id)
        select gen_random_uuid(), u.bloc_id, u.province_id, u.id, m.unit_id, m.group_id, m.reviewer_unit_id, m.verifier_unit_id
          from u join member m on m.cycle_id = u.id returning *`,
      values: [],
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
