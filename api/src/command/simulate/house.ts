import { actorSql, atSql, diceSql, personSql, postSql, recordsSql, SYSTEM, WAY, type Step } from './chained.js';
import { arraySql, literal, objectSql, orNullSql, plainSql, textSql, type Sql } from './canonical-sql.js';
import { ASSOCIATIONS, MEN, MEN_MIDDLE, PLACE_FIRST, PLACE_SECOND, SURNAMES, WOMEN, WOMEN_MIDDLE } from './names.data.js';
import type { Stage } from './scheme.js';

const list = (words: readonly string[]): Sql => `array[${words.map(literal).join(',')}]`;
const pick = (words: readonly string[], at: Sql): Sql => `pg_temp.pick(${list(words)}, (${at})::int)`;

/** Days before the anchor of the first year on which the installation was set up, and how many days before that posts began. */
const SET_UP = -283;

const created = (at: Sql, members: Step['members'] = {}, actor: Sql = SYSTEM): Step => ({
  event: 'create',
  from: null,
  to: 'active',
  actor,
  at,
  version: '1',
  members,
});

/** The record of a province. */
const PROVINCES = recordsSql({
  kind: 'Province',
  table: 'province',
  journal: 'province_journal',
  columns: ['slug', 'name', 'council', 'board'],
  rows: `select province_id as id, province_id, 'active' as state, 1 as version, 1 as entries, slug, name, anchor,
      jsonb_build_object('name', 'Hội đồng Thi đua - Khen thưởng ' || called, 'shortName', 'Hội đồng TĐKT', 'email', 'hoi-dong@' || slug || '.example') as council,
      jsonb_build_object('name', 'Ban Thi đua - Khen thưởng ' || called, 'shortName', 'Ban TĐKT', 'email', 'ban@' || slug || '.example') as board
    from sim_province`,
  steps: [created(atSql(String(SET_UP), 7), { ...WAY, name: textSql('s.name'), slug: textSql('s.slug') })],
});

// An association of each kind for the province itself, then for one district after the other, then for communes; no two have one name.
const KINDS = ASSOCIATIONS.length;
const PLACE_COUNT = PLACE_FIRST.length * PLACE_SECOND.length;
const NTH = `(i.at / ${KINDS})`;
const PLACE = `case when ${NTH} = 0 then v.called else case when ${NTH} <= 40 then 'huyện ' else 'xã ' end
    || ${pick(PLACE_FIRST, NTH)} || ' ' || ${pick(PLACE_SECOND, `${NTH} / ${PLACE_FIRST.length} + ${NTH}`)}
    || case when ${NTH} < ${PLACE_COUNT} then '' else ' ' || ${NTH} / ${PLACE_COUNT} + 1 end end`;
const kindOf = (part: 0 | 1 | 2): Sql =>
  pick(
    ASSOCIATIONS.map((association) => association[part]),
    `i.at % ${KINDS}`,
  );

/** What each unit is called now, and what every sixth was called before. */
const UNIT_NAMES = `
  create temp table sim_name on commit drop as
    select n.*, ${diceSql('unit_id', 'name')} < 43 as renamed, (make_date(extract(year from anchor)::int - 5, 1, 1))::text as since,
           make_date(extract(year from anchor)::int - 20, 1, 1)::text as before, make_date(extract(year from anchor)::int - 6, 12, 31)::text as until
      from (select i.unit_id, i.province_id, i.p, i.b, i.u, v.anchor, 'hoi-' || i.b || '-' || i.u as code, 'don-vi-' || i.u || '@khoi-' || i.b || '.' || v.slug || '.example' as email,
                   ${kindOf(0)} || ' ' || ${PLACE} as name, ${kindOf(1)} || case when ${NTH} = 0 then '' else substr(${PLACE}, strpos(${PLACE}, ' ')) end as short_name,
                   ${kindOf(2)} || ', ' || initcap(plain_text(case when ${NTH} = 0 then v.name else substr(${PLACE}, strpos(${PLACE}, ' ') + 1) end)) as name_en
              from sim_unit i join sim_province v using (p, province_id)) n`;

const nameSql = (name: Sql, from: Sql, to: Sql | null): Sql =>
  objectSql({
    name: textSql(name),
    shortName: textSql('s.short_name'),
    nameEn: textSql('s.name_en'),
    from: plainSql(from),
    ...(to ? { to: plainSql(to) } : {}),
  });
const OLD_NAME = `'Ban Vận động thành lập ' || s.name`;
const NAMES = `case when s.renamed then ${arraySql([nameSql(OLD_NAME, 's.before', 's.until'), nameSql('s.name', 's.since', null)])}
  else ${arraySql([nameSql('s.name', 's.since', null)])} end`;

const UNITS = [
  UNIT_NAMES,
  ...recordsSql({
    kind: 'Unit',
    table: 'unit',
    journal: 'province_journal',
    columns: ['code', 'email'],
    rows: `select unit_id as id, province_id, 'active' as state, 1 as version, 1 as entries, code, email, anchor, name, short_name, name_en, renamed, before, until, since, u
      from sim_name`,
    steps: [created(atSql(String(SET_UP), 8, 's.u'), { ...WAY, code: textSql('s.code'), names: NAMES })],
  }),
  `insert into unit_name (id, province_id, unit_id, name, short_name, name_en, valid_from, valid_to)
     select pg_temp.made_id('old name ' || unit_id), province_id, unit_id, ${OLD_NAME}, short_name, name_en, before::date, until::date from sim_name s where renamed
     union all select pg_temp.made_id('name ' || unit_id), province_id, unit_id, name, short_name, name_en, since::date, null from sim_name`,
];

/** Everybody: heads and officers of units; of each bloc and year a secretary, a records officer and an observer; the council's people. */
const WHO = `
  create temp table sim_person on commit drop as
    select ${personSql('unit-head', 'unit_id')} as id, i.province_id, 'unit-head' as role, 'Chủ tịch' as title, unit_id, null::uuid as bloc_id, null::uuid as cycle_id,
           'head-' || u || '@' || b.domain as email, b.anchor, ${SET_UP} as day, (b.anchor + interval '${SET_UP - 30} days')::date::text as valid_from, null::text as valid_to
      from sim_unit i join sim_bloc b using (bloc_id)
    union all
    select ${personSql('unit-officer', 'unit_id')}, i.province_id, 'unit-officer', 'Chuyên viên Văn phòng', unit_id, null, null,
           'officer-' || u || '@' || b.domain, b.anchor, ${SET_UP}, (b.anchor + interval '${SET_UP - 30} days')::date::text, null
      from sim_unit i join sim_bloc b using (bloc_id)
    union all
    select pg_temp.made_id(role || ' ' || cycle_id), province_id, role, title, null, bloc_id, cycle_id,
           case when newest then address else address || '-' || year end || '@' || domain, anchor, ${SET_UP + 3},
           (anchor + interval '${SET_UP} days')::date::text, case when newest then null else (anchor + interval '60 days')::date::text end
      from sim_cycle, (values ('bloc-secretary', 'Thư ký Khối', 'secretary'), ('records-officer', 'Văn thư Khối', 'records'), ('observer', 'Quan sát viên', 'observer')) r(role, title, address)
    union all
    select pg_temp.made_id(role || ' ' || province_id), province_id, role, title, null, null, null,
           address || '@' || slug || '.example', anchor, ${SET_UP}, (anchor + interval '${SET_UP - 30} days')::date::text, null
      from sim_province, (values ('council-secretary', 'Thư ký Hội đồng', 'secretary'), ('council-member', 'Ủy viên Hội đồng', 'member')) r(role, title, address)`;

const PERSON_NAME = `case when ${diceSql('s.id', 'sex')} < 150
    then ${pick(SURNAMES, diceSql('s.id', 'surname'))} || ' ' || ${pick(MEN_MIDDLE, diceSql('s.id', 'middle'))} || ' ' || ${pick(MEN, diceSql('s.id', 'name'))}
    else ${pick(SURNAMES, diceSql('s.id', 'surname'))} || ' ' || ${pick(WOMEN_MIDDLE, diceSql('s.id', 'middle'))} || ' ' || ${pick(WOMEN, diceSql('s.id', 'name'))} end`;

const idOrNull = (id: Sql): Sql => orNullSql(id, plainSql(id));
const POSTS = arraySql([
  objectSql({
    role: plainSql('s.role'),
    title: textSql('s.title'),
    unit_id: idOrNull('s.unit_id'),
    bloc_id: idOrNull('s.bloc_id'),
    cycle_id: idOrNull('s.cycle_id'),
    valid_from: plainSql('s.valid_from'),
    valid_to: idOrNull('s.valid_to'),
  }),
]);

/** The setting of the transaction in which the hash of the one password lies: in a statement's text it would come into the log of a server that fails. */
export const PASSWORD_HASH = 'simulation.password_hash';

const PEOPLE_SQL: readonly Sql[] = [
  WHO,
  ...recordsSql({
    kind: 'Person',
    table: 'person',
    journal: 'province_journal',
    columns: ['name'],
    rows: `select s.*, 'active' as state, 1 as version, 1 as entries, ${PERSON_NAME} as name from sim_person s`,
    steps: [created(atSql('s.day', 9), { ...WAY, posts: POSTS })],
  }),
  `insert into account (id, person_id, email, password_hash) select pg_temp.made_id('account ' || id), id, email, current_setting('${PASSWORD_HASH}') from sim_person order by 1`,
];

const BLOCS = recordsSql({
  kind: 'Bloc',
  table: 'bloc',
  journal: 'journal',
  columns: ['slug', 'name', 'short_name', 'name_en', 'symbol', 'place', 'superior', 'issuer_lines'],
  rows: `select bloc_id as id, bloc_id, province_id, 'active' as state, 1 as version, 1 as entries, slug, anchor, 'Khối thi đua các tổ chức Hội số ' || b as name,
      'Khối thi đua số ' || b as short_name, 'Emulation Bloc No. ' || b as name_en, 'KTĐ' || b as symbol, place, 'HỘI ĐỒNG TĐ-KT TỈNH' as superior,
      jsonb_build_array('KHỐI THI ĐUA CÁC TỔ CHỨC', 'HỘI SỐ ' || b) as issuer_lines from sim_bloc`,
  steps: [
    created(
      atSql(String(SET_UP), 10),
      {
        ...Object.fromEntries(['slug', 'name', 'symbol', 'place', 'superior'].map((name) => [name, textSql(`s.${name}`)])),
        shortName: textSql('s.short_name'),
        nameEn: textSql('s.name_en'),
        issuerLines: arraySql([textSql('s.issuer_lines ->> 0'), textSql('s.issuer_lines ->> 1')]),
      },
      actorSql('council-secretary', 's.province_id'),
    ),
  ],
});

/** Provinces and units with their names over time. */
export const PLACES: Stage = {
  name: { vi: 'Tỉnh, khối, đơn vị', en: 'provinces, blocs, units' },
  statements: [
    ...PROVINCES,
    ...UNITS,
    ...BLOCS,
    `insert into place (slug, kind, province_id, bloc_id)
       select slug, 'province', province_id, null from sim_province union all select slug, 'bloc', province_id, bloc_id from sim_bloc`,
  ],
};

/** Everybody, with an account each and the one password (`PASSWORD_HASH`). Posts follow, once the years are there for which some are held. */
export const PEOPLE: Stage = {
  name: { vi: 'Người và tài khoản', en: 'people and accounts' },
  statements: PEOPLE_SQL,
};

export const POSTS_SQL: Sql = `
  insert into post (id, province_id, person_id, role, unit_id, bloc_id, cycle_id, title, valid_from, valid_to)
    select ${postSql('id')}, province_id, id, role, unit_id, bloc_id, cycle_id, title, valid_from::date, valid_to::date from sim_person order by unit_id, id`;
