import { RULES } from './small-bloc.js';
import type { World } from './world.js';

/** How much a made-up installation holds: enough that a plan which walks a whole table is told from one that does not. */
export const PROVINCES = 3;
export const BLOCS = 40;
export const UNITS = 18;
export const YEARS = [2017, 2018, 2019, 2020] as const;

/** A bloc in the middle of the first province, whose people sign in. */
export const BLOC = 'khoi-1-20';
export const PROVINCE = 'tinh-1';
const at = (name: string) => `${name}@${BLOC}.example`;
/** Somebody of each post and duty. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'unit-officer': at('officer-5'),
  'unit-deputy': at('deputy-5'),
  'unit-head': at('head-5'),
  'bloc-head': at('head-1'),
  'deputy-head': at('head-2'),
  'group-leader': at('head-10'),
  'bloc-secretary': at('secretary'),
  'records-officer': at('records'),
  observer: at('observer'),
  'council-secretary': `secretary@${PROVINCE}.example`,
  'council-member': `member@${PROVINCE}.example`,
  administrator: 'quan-tri@thidua.example',
};

const ID = `create function made_id(words text) returns uuid language sql immutable
  as $$ select overlay(overlay(md5(words) placing '4' from 13) placing '8' from 17)::uuid $$`;

/** Tables of the scheme: which province, bloc, unit and year a made-up row is of. */
const SCHEME = `
  create table made as
    select p, b, u, made_id('p' || p) as province_id, made_id('b' || p || '.' || b) as bloc_id, made_id('u' || p || '.' || b || '.' || u) as unit_id
      from generate_series(1, ${PROVINCES}) p, generate_series(1, ${BLOCS}) b, generate_series(1, ${UNITS}) u;
  create table made_year as
    select m.*, y, made_id('c' || p || '.' || b || '.' || y) as cycle_id, made_id('g' || p || '.' || b || '.' || y || '.' || (u - 1) / 9) as group_id
      from made m, unnest(array[${YEARS.join()}]) y;
  create table made_cycle as select distinct p, b, y, province_id, bloc_id, cycle_id from made_year;
  analyze made, made_year, made_cycle`;

const organisation = `jsonb_build_object('name', 'Hội đồng Thi đua tỉnh', 'shortName', 'Hội đồng', 'email', 'hoi-dong@tinh.example')`;

/** Provinces, blocs, units and people. $rules stand for the rules of every year. */
const HOUSE = `
  insert into province (id, province_id, slug, name, council, board)
    select distinct province_id, province_id, 'tinh-' || p, 'Tỉnh ' || p, ${organisation}, ${organisation} from made;
  insert into bloc (id, bloc_id, province_id, slug, name, short_name, name_en, symbol, place, superior, issuer_lines)
    select distinct bloc_id, bloc_id, province_id, 'khoi-' || p || '-' || b, 'Khối thi đua số ' || b, 'Khối ' || b, 'Bloc ' || b, 'KTĐ' || b, 'Tỉnh lỵ', 'TỈNH', '["KHỐI THI ĐUA"]'::jsonb from made;
  insert into place (slug, kind, province_id, bloc_id)
    select slug, 'province', id, null from province union all select slug, 'bloc', province_id, id from bloc;
  insert into unit (id, province_id, code, email) select unit_id, province_id, 'hoi-' || b || '-' || u, null from made;
  insert into unit_name (id, province_id, unit_id, name, short_name, name_en, valid_from, valid_to)
    select gen_random_uuid(), province_id, unit_id, 'Hội ' || u || ' của khối ' || b || case v when 1 then '' else ' (cũ)' end, 'Hội ' || u, 'Association ' || u,
           case v when 1 then date '2015-01-01' else date '1990-01-01' end, case v when 1 then null else date '2014-12-31' end
      from made, generate_series(1, 2) v;
  insert into cycle (id, bloc_id, province_id, state, closed_on, year, head_unit_id, deputy_unit_id, rules)
    select c.cycle_id, c.bloc_id, c.province_id, case y when 2020 then 'compiled' else 'closed' end, case y when 2020 then null else make_date(y, 12, 31) end, y,
           made_id('u' || p || '.' || b || '.1'), made_id('u' || p || '.' || b || '.2'), $rules$${JSON.stringify(RULES)}$rules$::jsonb from made_cycle c;
  insert into bloc_group (id, bloc_id, province_id, cycle_id, number, name, leader_unit_id)
    select distinct on (group_id) group_id, bloc_id, province_id, cycle_id, (u - 1) / 9 + 1, 'Nhóm ' || (u - 1) / 9 + 1, unit_id from made_year order by group_id, u desc;
  update bloc_group set leader_unit_id = y.unit_id from made_year y where y.group_id = bloc_group.id and y.u in (1, 10);
  insert into member (id, bloc_id, province_id, cycle_id, unit_id, group_id, position)
    select gen_random_uuid(), bloc_id, province_id, cycle_id, unit_id, group_id, u from made_year;
  create table made_person as
    select made_id('h' || unit_id) as id, province_id, unit_id, null::uuid as bloc_id, null::uuid as cycle_id, 'unit-head' as role, 'head-' || u || '@khoi-' || p || '-' || b || '.example' as email from made
    union all select made_id('o' || unit_id), province_id, unit_id, null, null, 'unit-officer', 'officer-' || u || '@khoi-' || p || '-' || b || '.example' from made
    union all select made_id('e' || unit_id), province_id, unit_id, null, null, 'unit-deputy', 'deputy-' || u || '@khoi-' || p || '-' || b || '.example' from made
    union all select made_id(r || c.bloc_id), province_id, null, bloc_id, cycle_id, r, split_part(e, ',', 1) || '@khoi-' || p || '-' || b || '.example'
      from made_cycle c, (values ('bloc-secretary', 'secretary'), ('records-officer', 'records'), ('observer', 'observer')) roles(r, e) where y = 2020
    union all select made_id(r || province_id), province_id, null, null, null, r, e || '@tinh-' || p || '.example'
      from (select distinct p, province_id from made) v, (values ('council-secretary', 'secretary'), ('council-member', 'member')) roles(r, e);
  insert into person (id, province_id, name) select id, province_id, 'Người ' || email from made_person;
  insert into account (id, person_id, email, password_hash)
    select gen_random_uuid(), id, email, (select password_hash from account where email = 'quan-tri@thidua.example') from made_person;
  insert into post (id, province_id, person_id, role, unit_id, bloc_id, cycle_id, title, valid_from)
    select gen_random_uuid(), province_id, id, role, unit_id, bloc_id, cycle_id, 'Chức danh', date '2017-01-01' from made_person`;

/** Every unit's deputy stands in for its head, now and in three years before; so does the head of the deputy's unit for that of each bloc, in its newest year. */
const SUBSTITUTIONS = `
  alter table substitution disable trigger one_substitute;
  insert into substitution (id, province_id, principal_post_id, principal_id, substitute_post_id, substitute_id, manner, areas, valid_from, valid_to)
    select gen_random_uuid(), h.province_id, h.id, h.person_id, d.id, d.person_id, 'KT', '["registrations", "scores", "report"]'::jsonb,
           now() - (ago * interval '1 year') - interval '1 day', now() - (ago * interval '1 year') + interval '30 days'
      from post h join post d on d.unit_id = h.unit_id and d.role = 'unit-deputy', generate_series(0, 3) ago where h.role = 'unit-head';
  insert into substitution (id, province_id, principal_post_id, principal_id, substitute_post_id, substitute_id, manner, cycle_id, areas, valid_from, valid_to)
    select gen_random_uuid(), h.province_id, h.id, h.person_id, d.id, d.person_id, 'KT', c.id, '["documents", "year"]'::jsonb, now() - interval '1 day', now() + interval '30 days'
      from cycle c join post h on h.unit_id = c.head_unit_id and h.role = 'unit-head' join post d on d.unit_id = c.deputy_unit_id and d.role = 'unit-head' where c.year = 2020;
  alter table substitution enable trigger one_substitute`;

const head = 'bloc_id, province_id, cycle_id';
const own = (table: string, columns: string, values: string, from = 'made_year') =>
  `insert into ${table} (id, ${head}, ${columns}) select gen_random_uuid(), ${head}, ${values} from ${from}`;

/** The records of every year. */
const RECORDS = [
  own('registration', 'unit_id, group_id, state', `unit_id, group_id, case y when 2020 then 'submitted' else 'accepted' end`),
  `insert into scorecard (id, ${head}, unit_id, group_id) select made_id('s' || cycle_id || unit_id), ${head}, unit_id, group_id from made_year`,
  `insert into sheet (id, ${head}, scorecard_id, rater_unit_id, unit_id)
     select gen_random_uuid(), m.bloc_id, m.province_id, m.cycle_id, made_id('s' || m.cycle_id || m.unit_id), r.unit_id, m.unit_id
       from made_year m join made_year r on r.cycle_id = m.cycle_id and r.group_id = m.group_id and r.unit_id <> m.unit_id`,
  own('section', 'unit_id, group_id, position', 'unit_id, group_id, u'),
  own('ranking', 'state', `'open'`, 'made_cycle'),
  own('round', 'title_code, position, seats', `t, n, 1`, `made_cycle, (values ('flag', 1), ('certificate', 2)) titles(t, n)`),
  own('report', 'state', `'draft'`, 'made_cycle'),
  `insert into document (id, ${head}, head_unit_id, type, recipients, content_id, state, council_only)
     select made_id(t || cycle_id), ${head}, made_id('u' || p || '.' || b || '.1'), t, '[]'::jsonb, made_id('d' || t || cycle_id), 'draft', false
       from made_cycle, unnest(array['BC', 'BB', 'TTr']) t`,
  `insert into document_content (id, bloc_id, province_id, document_id, basis, title, blocks, format, pages, compiled_at)
     select content_id, bloc_id, province_id, id, '', 'Văn bản', '[]'::jsonb, '[]'::jsonb, 3, now() from document`,
  `insert into dispatch (id, ${head}, state, lines, papers, sent_at)
     select made_id('x' || cycle_id), ${head}, 'sent', '[]'::jsonb, '[]'::jsonb, make_date(y, 12, 20) + b * interval '1 minute' from made_cycle`,
  `insert into receipt (id, ${head}, dispatch_id, kind, recipient_name, state, created_at)
     select gen_random_uuid(), ${head}, made_id('x' || cycle_id), k, 'Hội đồng', case y when 2020 then 'waiting' else 'confirmed' end, make_date(y, 12, 20) + b * interval '1 minute'
       from made_cycle, unnest(array['council', 'board']) k`,
  `insert into receipt (id, ${head}, dispatch_id, kind, unit_id, recipient_name, created_at)
     select gen_random_uuid(), ${head}, made_id('x' || cycle_id), 'unit', unit_id, 'Hội', make_date(y, 12, 20) + b * interval '1 minute' from made_year`,
  `insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, recipient_name, address, state, receipt_id)
     select gen_random_uuid(), bloc_id, province_id, 'Dispatch', dispatch_id, 2, 'dispatch-sent', recipient_name, 'hoi@hoi.example', 'accepted', id from receipt`,
].join(';\n');

/** Fills an empty installation. Its administrator is there already; everybody has the administrator's password. */
export async function makeManyBlocs({ owner }: Pick<World, 'owner'>): Promise<void> {
  // Commits of this server reach its log a moment later. A vacuum that comes before cannot mark what they wrote as seen by all: it would be
  // read twice, by the speed of the machine.
  await owner.query('set synchronous_commit = on');
  await owner.query(ID);
  await owner.query(SCHEME);
  await owner.query(HOUSE);
  await owner.query(SUBSTITUTIONS);
  await owner.query(RECORDS);
  await owner.query('drop table made_person, made_cycle, made_year, made');
  await owner.query('drop function made_id(text)');
  await owner.query('vacuum analyze');
  await owner.query('reset synchronous_commit');
}
