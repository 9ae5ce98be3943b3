import { actorSql, atSql, diceSql, recordsSql, type Step } from './chained.js';
import { constantSql, literal, numberSql, objectSql, plainSql, type Sql } from './canonical-sql.js';
import { POSTS_SQL } from './house.js';
import { TARGETS } from './names.data.js';
import { INVENTED, RULES } from './rules.data.js';
import type { Stage } from './scheme.js';

const HEAD = actorSql('unit-head', 's.head_unit_id', { role: 'bloc-head', unit: 's.head_unit_id' });
const SECRETARY = actorSql('bloc-secretary', 's.id');

const CYCLE_STEPS: readonly Step[] = [
  {
    event: 'create',
    from: null,
    to: 'draft',
    actor: actorSql('council-secretary', 's.province_id'),
    at: atSql('-281', 8),
    version: '1',
    members: {
      year: numberSql('s.year'),
      head: plainSql(`'hoi-' || s.b || '-1'`),
      deputy: plainSql(`'hoi-' || s.b || '-2'`),
      members: `(select '[' || string_agg('"hoi-' || s.b || '-' || u || '"', ',' order by u) || ']' from generate_series(1, s.units) u)`,
    },
  },
  {
    event: 'open',
    from: 'draft',
    to: 'open',
    actor: HEAD,
    at: atSql('-276', 8),
    version: '2',
    members: { rules: plainSql('s.rules_hash') },
  },
  { event: 'compile', from: 'open', to: 'compiled', actor: SECRETARY, at: atSql('-238', 9), version: '3' },
  { event: 'close', from: 'compiled', to: 'closed', actor: HEAD, at: atSql('41', 9), version: '4' },
];

/** @param until the state of the newest year: its registrations are under way, or its scores */
const cyclesSql = (until: 'open' | 'compiled'): Sql[] =>
  recordsSql({
    kind: 'Cycle',
    table: 'cycle',
    journal: 'journal',
    columns: ['year', 'head_unit_id', 'deputy_unit_id', 'rules', 'rules_hash', 'invented', 'closed_on'],
    rows: `select c.cycle_id as id, c.bloc_id, c.province_id, c.b, c.units, c.anchor, c.year, c.head_unit_id, c.deputy_unit_id, y.rules, y.rules_hash,
        ${literal(JSON.stringify(INVENTED))}::jsonb as invented, case when c.newest then '${until}' else 'closed' end as state,
        case when c.newest then ${until === 'open' ? 2 : 3} else 4 end as version, case when c.newest then ${until === 'open' ? 2 : 3} else 4 end as entries,
        case when not c.newest then (c.anchor at time zone 'Asia/Ho_Chi_Minh')::date + 41 end as closed_on from sim_cycle c join sim_year y using (y)`,
    steps: CYCLE_STEPS,
  });

const MEMBERS: readonly Sql[] = [
  `insert into bloc_group (id, bloc_id, province_id, cycle_id, number, name, leader_unit_id)
     select group_id, bloc_id, province_id, cycle_id, g, 'Nhóm ' || g, unit_id from sim_member where leads order by 1`,
  `insert into member (id, bloc_id, province_id, cycle_id, unit_id, group_id, position, reviewer_unit_id, verifier_unit_id)
     select pg_temp.made_id('member ' || cycle_id || ' ' || unit_id), bloc_id, province_id, cycle_id, unit_id, group_id, u, reviewer_unit_id, verifier_unit_id
       from sim_member order by cycle_id, u`,
];

/** Every year of every bloc, with groups and members; then the posts, some of which are held for a year. */
export const years = (until: 'open' | 'compiled'): Stage => ({
  name: { vi: 'Năm, nhóm, thành viên, chức danh', en: 'years, groups, members, posts' },
  statements: [...cyclesSql(until), ...MEMBERS, POSTS_SQL],
});

type Kind = (typeof TARGETS)[number][number];

/** A target of one of the kinds of a row, with its figures: the plan, and a little less for the year before. */
function targetSql(kinds: readonly Kind[], at: number): Sql {
  const one = ([name, unit, evidence, least, most]: Kind): Sql => {
    const planned = `(${least} + ${diceSql('s.id', `planned ${at}`)} * ${most - least} / 255)`;
    const previous = `(${planned} * (200 + ${diceSql('s.id', `previous ${at}`)} / 4) / 260)`;
    return objectSql({
      name: constantSql(name),
      unit: constantSql(unit),
      evidence: constantSql(evidence),
      planned: plainSql(planned),
      previous: plainSql(previous),
    });
  };
  const cases = kinds.map((kind, nth) => `when ${nth} then ${one(kind)}`).join(' ');
  return `case ${diceSql('s.id', `target ${at}`)} % ${kinds.length} ${cases} end`;
}

const AIM = `case when ${diceSql('s.id', 'aim')} < 77 then ${constantSql({ kind: 'title', code: RULES.titles[0]!.code })}
  when ${diceSql('s.id', 'aim')} < 192 then ${constantSql({ kind: 'title', code: RULES.titles[1]!.code })}
  else ${constantSql({ kind: 'level', code: RULES.completionLevels[0]!.code })} end`;

const SUBMITTED: Step = {
  event: 'submit',
  from: 'draft',
  to: 'submitted',
  actor: actorSql('unit-head', 's.unit_id', { unit: 's.unit_id' }),
  at: atSql(`-255 + ${diceSql('s.id', 'day')} / 20`, 8, `${diceSql('s.id', 'minute')} * 2`),
  version: '3',
  members: {
    content: plainSql(`pg_temp.sum_of(${objectSql({ aim: 's.aim_text', targets: 's.targets_text', note: constantSql('') })})`),
    enteredBy: plainSql('s.entered_by'),
  },
};
const ACCEPTED: Step = {
  event: 'accept',
  from: 'submitted',
  to: 'accepted',
  actor: actorSql('unit-head', 's.reviewer_unit_id', { unit: 's.reviewer_unit_id' }),
  at: atSql(`-242 + ${diceSql('s.id', 'day')} / 100`, 8, `${diceSql('s.id', 'minute')} * 2`),
  version: '4',
};

/** Of a year whose registrations are under way a third are drafts, a third wait, a third are accepted. */
const ENTRIES = (until: 'open' | 'compiled'): Sql =>
  until === 'compiled' ? '2' : `case when m.newest then ${diceSql('m.card_id', 'entries')} % 3 else 2 end`;

/** What every unit registered: an aim, four targets with their figures. */
export const registrations = (until: 'open' | 'compiled'): Stage => ({
  name: { vi: 'Đăng ký', en: 'registrations' },
  statements: recordsSql({
    kind: 'Registration',
    table: 'registration',
    journal: 'journal',
    columns: ['cycle_id', 'unit_id', 'group_id', 'reviewer_unit_id', 'aim', 'targets', 'entered_by', 'submitted_at', 'decided_at'],
    rows: `select s.*, aim_text::jsonb as aim, targets_text::jsonb as targets, entries + 2 as version, (array['draft', 'submitted', 'accepted'])[entries + 1] as state,
        case when entries > 0 then ${SUBMITTED.at} end as submitted_at, case when entries > 1 then ${ACCEPTED.at} end as decided_at
      from (select s.*, ${AIM} as aim_text, '[' || ${TARGETS.map(targetSql).join(` || ',' || `)} || ']' as targets_text,
          pg_temp.made_id('unit-officer ' || s.unit_id) as entered_by
        from (select m.*, pg_temp.made_id('registration ' || cycle_id || ' ' || unit_id) as id, ${ENTRIES(until)} as entries from sim_member m) s offset 0) s`,
    steps: [SUBMITTED, ACCEPTED],
  }),
});
