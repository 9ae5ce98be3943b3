import { actorSql, atSql, diceSql, recordsSql, SYSTEM, type Step } from './chained.js';
import { arraySql, constantSql, numberSql, objectSql, plainSql, type Sql } from './canonical-sql.js';
import {
  formattedSql,
  ITEMS,
  meanSql,
  officialScoresSql,
  ownScoresSql,
  peerMarksSql,
  scoresSql,
  selfMarksSql,
  totalsSql,
} from './marks.js';
import type { Stage } from './scheme.js';

/** Half of a score card that was begun. */
const BEGUN = ITEMS.length / 2;

// How far each group of the newest year is: its units score themselves, or one another; its seals are open; some cards are reviewed.
const STAGE = `case when not newest then 4 when ${diceSql('group_id', 'stage')} < 90 then 0 when ${diceSql('group_id', 'stage')} < 190 then 1
  when ${diceSql('group_id', 'stage')} < 236 then 2 else 3 end`;

/** Every card, how many of its steps were done, and the points that its unit gives itself. */
const CARDS = `
  create temp table sim_card on commit drop as
    select m.*, (case stage when 0 then (${diceSql('card_id', 'submitted')} < 128)::int when 3 then 2 + (${diceSql('card_id', 'reviewed')} < 128)::int else stage end) as entries,
           ${diceSql('card_id', 'begun')} < 160 as begun, ${selfMarksSql} as own
      from (select *, ${STAGE} as stage, sha256(uuid_send(card_id)) as of_card, ${diceSql('card_id', 'quality')} as quality from sim_member offset 0) m`;

// Whoever leads a group is the last to score in it: no seal that should be open is closed.
const SHEETS = `
  create temp table sim_sheet on commit drop as
    select s.*, ${peerMarksSql} as marks from (
      select pg_temp.made_id('sheet ' || c.card_id || ' ' || r.unit_id) as id, c.bloc_id, c.province_id, c.cycle_id, c.card_id as scorecard_id, r.unit_id as rater_unit_id,
             c.unit_id, c.anchor, c.own, sha256(uuid_send(pg_temp.made_id('sheet ' || c.card_id || ' ' || r.unit_id))) as of_sheet,
             (c.stage >= 2 or c.entries = 1 and not r.leads and pg_temp.dice(c.card_id, r.u::text) < case c.stage when 0 then 60 else 150 end)::int as entries,
             c.entries > 0 as begun
        from sim_card c join sim_member r on r.group_id = c.group_id and r.unit_id <> c.unit_id offset 0) s`;

const MEANS = `
  create temp table sim_mean on commit drop as
    select scorecard_id, ${meanSql('marks')} as mean, count(*)::int as sheets from sim_sheet where entries = 1 group by 1`;

const REASONS = {
  leader: 'Nhóm đối chiếu với chỉ tiêu đã đăng ký: một chỉ tiêu chưa đủ minh chứng.',
  bloc: 'Khối thẩm định: số hội viên tăng trong báo cáo chưa khớp với sổ theo dõi.',
} as const;
const COMMENTS = { leader: 'Nhóm đã trao đổi với đơn vị.', bloc: 'Khối thẩm định, thống nhất với nhóm.' } as const;

/** A judge who differs in one item: what is kept, and what the journal says of it. `at` is the item's place. */
function differing(judge: 'leader' | 'bloc', at: number) {
  const { code } = ITEMS[at]!;
  const [before, after] = [`s.mean[${at + 1}]`, `(s.mean[${at + 1}] - 25)`];
  const said = constantSql(REASONS[judge]);
  const score = objectSql({ item: constantSql(code), points: numberSql(after), reason: said });
  const change = objectSql({
    what: constantSql(code),
    before: plainSql(formattedSql(before)),
    after: plainSql(formattedSql(after)),
    reason: said,
  });
  const when = (json: Sql): Sql => `case when s.${judge}_differs then ${arraySql([json])} else '[]' end`;
  return { scores: when(score), changes: when(change) };
}

/** The leader differs in the first item of every eighth card, the bloc in the second of every thirteenth. */
const LEADER = differing('leader', 0);
const BLOC = differing('bloc', 1);

const judge = (unit: Sql): Sql => actorSql('unit-head', unit, { unit });

const SUBMIT: Step = {
  event: 'submit',
  from: 'self',
  to: 'peer',
  actor: judge('s.unit_id'),
  at: atSql(`-8 + ${diceSql('s.id', 'day')} / 64`, 8, `${diceSql('s.id', 'minute')} * 2`),
  version: '3',
  members: { content: plainSql('pg_temp.sum_of(s.own_text)'), enteredBy: plainSql('s.entered_by') },
};
const UNSEAL: Step = {
  event: 'unseal',
  from: 'peer',
  to: 'open',
  actor: SYSTEM,
  at: atSql('-1', 9),
  version: '4',
  members: { sheets: numberSql('s.sheets'), pendingInGroup: constantSql(0) },
};
const REVIEW: Step = {
  event: 'review',
  from: 'open',
  to: 'reviewed',
  actor: judge('s.reviewer_unit_id'),
  at: atSql('case when s.newest then -1 else 12 end', 14, diceSql('s.id', 'minute')),
  version: '5',
  members: { changes: LEADER.changes, comment: constantSql(COMMENTS.leader) },
};
const VERIFY: Step = {
  event: 'verify',
  from: 'reviewed',
  to: 'verified',
  actor: judge('s.verifier_unit_id'),
  at: atSql('18', 8, `${diceSql('s.id', 'minute')} * 2`),
  version: '6',
  members: { changes: BLOC.changes, comment: constantSql(COMMENTS.bloc) },
};

const OFFICIAL = officialScoresSql('s.official', (at) => {
  if (at > 1) return constantSql('peers');
  const who = at === 0 ? 'leader' : 'bloc';
  return `case when s.${who}_differs then ${constantSql(who)} else ${constantSql('peers')} end`;
});
const TOTALS = totalsSql('s.official');
const since = (entries: number, sql: Sql): Sql => `case when s.entries >= ${entries} then ${sql} end`;

const CARD_ROWS = `
  select s.*, case when entries = 0 and not begun then '[]' when entries = 0 then ${ownScoresSql('s.own', BEGUN)} else own_text end::jsonb as self_scores,
         ${since(3, LEADER.scores)}::jsonb as leader_sent, ${since(4, BLOC.scores)}::jsonb as bloc_sent, ${since(4, OFFICIAL)}::jsonb as official_scores,
         ${since(4, TOTALS.base)} as base, ${since(4, TOTALS.bonus)} as bonus, ${since(4, TOTALS.penalty)} as penalty,
         ${since(4, `${TOTALS.base} + ${TOTALS.bonus} - ${TOTALS.penalty}`)} as total,
         ${since(1, SUBMIT.at)} as submitted_at, ${since(2, UNSEAL.at)} as opened_at, ${since(3, REVIEW.at)} as reviewed_at, ${since(4, VERIFY.at)} as verified_at,
         ${since(3, `pg_temp.made_id('unit-head ' || s.reviewer_unit_id)`)} as reviewed_by
    from (select s.*, array[mean[1] - 25 * leader_differs::int, mean[2] - 25 * bloc_differs::int] || mean[3:] as official, ${ownScoresSql('s.own')} as own_text
      from (select c.*, c.card_id as id, m.mean, m.sheets, pg_temp.made_id('unit-officer ' || c.unit_id) as entered_by,
                   coalesce(m.mean[1], 0) >= 25 and c.entries > 2 and ${diceSql('c.card_id', 'leader')} < 32 as leader_differs,
                   coalesce(m.mean[2], 0) >= 25 and c.entries > 3 and ${diceSql('c.card_id', 'bloc')} < 20 as bloc_differs
              from sim_card c left join sim_mean m on m.scorecard_id = c.card_id offset 0) s offset 0) s`;

const CARD_COLUMNS =
  `cycle_id unit_id group_id reviewer_unit_id verifier_unit_id self_scores leader_scores leader_comment bloc_scores bloc_comment
  entered_by reviewed_by submitted_at opened_at reviewed_at verified_at official_scores base bonus penalty total`.split(/\s+/);

const SHEET_STEP: Step = {
  event: 'submit',
  from: 'draft',
  to: 'submitted',
  actor: judge('s.rater_unit_id'),
  at: atSql(`-3 + ${diceSql('s.id', 'day')} / 200`, 8, `${diceSql('s.id', 'minute')} * 2`),
  version: '3',
  members: {
    content: plainSql(`pg_temp.sum_of(${objectSql({ scores: 's.scores_text', note: constantSql('') })})`),
    enteredBy: plainSql('s.entered_by'),
  },
};

/** Score cards and what peers gave, under way in the newest year; and when each seal opens at the latest. */
export const SCORES: Stage = {
  name: { vi: 'Phiếu điểm và phiếu chấm chéo', en: 'score cards and peer sheets' },
  statements: [
    CARDS,
    SHEETS,
    MEANS,
    'analyze sim_card, sim_sheet, sim_mean',
    ...recordsSql({
      kind: 'Scorecard',
      table: 'scorecard',
      journal: 'journal',
      columns: CARD_COLUMNS,
      rows: `select s.*, coalesce(leader_sent, '[]') as leader_scores, coalesce(bloc_sent, '[]') as bloc_scores,
          case when entries > 2 then ${`'${COMMENTS.leader}'`} else '' end as leader_comment, case when entries > 3 then '${COMMENTS.bloc}' else '' end as bloc_comment,
          case when entries = 0 then 1 + begun::int else entries + 2 end as version, (array['self', 'peer', 'open', 'reviewed', 'verified'])[entries + 1] as state
        from (${CARD_ROWS} offset 0) s`,
      steps: [SUBMIT, UNSEAL, REVIEW, VERIFY],
    }),
    ...recordsSql({
      kind: 'Sheet',
      table: 'sheet',
      journal: 'journal',
      columns: ['cycle_id', 'scorecard_id', 'rater_unit_id', 'unit_id', 'scores', 'entered_by', 'submitted_at'],
      rows: `select s.*, scores_text::jsonb as scores, case when entries = 1 then 3 when begun then 2 else 1 end as version,
          (array['draft', 'submitted'])[entries + 1] as state, case when entries = 1 then ${SHEET_STEP.at} end as submitted_at,
          case when begun then pg_temp.made_id('unit-officer ' || rater_unit_id) end as entered_by
        from (select s.*, case when entries = 1 then ${scoresSql('s.marks')} when begun then ${scoresSql('s.marks', BEGUN)} else '[]' end as scores_text from sim_sheet s offset 0) s`,
      steps: [SHEET_STEP],
    }),
    `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at, done_at)
       select pg_temp.made_id('unseal ' || card_id), bloc_id, province_id, 'Scorecard', card_id, 'unseal', anchor + interval '11 days',
              case when not newest then anchor + interval '11 days' end from sim_card order by 1`,
  ],
};
