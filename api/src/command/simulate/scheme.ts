import type pg from 'pg';
import { sha256 } from '../../platform/journal/canonical.js';
import type { PlannedYear } from './calendar.js';
import { literal, type Sql } from './canonical-sql.js';
import type { PlannedProvince } from './plan.js';

/** A part of the work: what people read while it runs, and its statements. */
export interface Stage {
  readonly name: { readonly vi: string; readonly en: string };
  readonly statements: readonly Sql[];
  /** What the program itself works out afterwards. @returns how many rows it wrote */
  readonly after?: (owner: pg.Client) => Promise<number>;
}

/**
 * What every statement uses; it goes with the session. Ids and chance are sums of the seed and of words that name a row: the same seed
 * gives the same rows, in whatever order they are made.
 */
const functionsSql = (sum: string): Sql[] => [
  `create function pg_temp.made_id(words text) returns uuid language sql immutable
    as $$ select overlay(overlay(md5('${sum} ' || words) placing '4' from 13) placing '8' from 17)::uuid $$`,
  `create function pg_temp.dice(id uuid, words text) returns int language sql immutable
    as $$ select get_byte(decode(substr(md5(id::text || words), 1, 2), 'hex'), 0) $$`,
  `create function pg_temp.chain(previous text, body text) returns text language sql stable
    as $$ select encode(sha256(convert_to(previous || E'\\n' || body, 'UTF8')), 'hex') $$`,
  `create function pg_temp.sum_of(content text) returns text language sql stable
    as $$ select encode(sha256(convert_to(content, 'UTF8')), 'hex') $$`,
  `create function pg_temp.pick(words text[], at int) returns text language sql immutable
    as $$ select words[1 + at % array_length(words, 1)] $$`,
];

const provinceRows = (plan: readonly PlannedProvince[]) => plan.map(({ slug, name }, at) => ({ p: at + 1, slug, name }));
const groupRows = (plan: readonly PlannedProvince[]) =>
  plan.flatMap(({ blocs }, p) =>
    blocs.flatMap(({ groups }, b) => {
      let before = 0;
      return groups.map((units, g) => {
        const row = { p: p + 1, b: b + 1, g: g + 1, first: before + 1, units };
        before += units;
        return row;
      });
    }),
  );
const yearRows = (years: readonly PlannedYear[]) => years.map((year, at) => ({ y: at + 1, ...year, rules_hash: year.rulesHash }));

const given = (rows: readonly object[], columns: string): Sql =>
  `jsonb_to_recordset(${literal(JSON.stringify(rows))}::jsonb) x(${columns})`;

/** Each year of each bloc, and of each of its units who judges it. The last unit of a group leads it; the first of all heads the bloc, the second is its deputy. */
const YEARS_SQL: readonly Sql[] = [
  `create temp table sim_cycle on commit drop as
     select b.p, b.b, b.province_id, b.bloc_id, b.units, b.domain, y.*, pg_temp.made_id('cycle ' || b.bloc_id || ' ' || y.year) as cycle_id,
            pg_temp.made_id('unit ' || p || ' ' || b || ' 1') as head_unit_id, pg_temp.made_id('unit ' || p || ' ' || b || ' 2') as deputy_unit_id
       from sim_bloc b cross join (select y, year, newest, anchor from sim_year) y`,
  `create temp table sim_member on commit drop as
     select c.province_id, c.bloc_id, c.cycle_id, c.y, c.year, c.newest, c.anchor, i.g, i.u, i.unit_id, i.leads,
            pg_temp.made_id('group ' || c.cycle_id || ' ' || i.g) as group_id, pg_temp.made_id('scorecard ' || c.cycle_id || ' ' || i.unit_id) as card_id,
            case when i.leads then c.deputy_unit_id else l.unit_id end as reviewer_unit_id,
            case when i.u = 1 then c.deputy_unit_id else c.head_unit_id end as verifier_unit_id
       from sim_cycle c join sim_unit i on i.bloc_id = c.bloc_id join sim_unit l on l.bloc_id = i.bloc_id and l.g = i.g and l.leads`,
  'create index on sim_member (group_id)',
  'create index on sim_member (cycle_id)',
  'analyze sim_cycle, sim_member',
];

/** Which province, bloc, group and unit there is, and each year of each: tables that go when the work is done. */
export const schemeSql = (plan: readonly PlannedProvince[], years: readonly PlannedYear[], seed: string): Sql[] => [
  ...functionsSql(sha256(seed)),
  `create temp table sim_year on commit drop as
     select * from ${given(yearRows(years), 'y int, year int, newest boolean, anchor timestamptz, rules jsonb, rules_hash text, report jsonb')}`,
  `create temp table sim_province on commit drop as
     select x.*, pg_temp.made_id('province ' || p) as province_id, (select min(anchor) from sim_year) as anchor,
            case when name like 'Thành phố %' then lower(left(name, 1)) || substr(name, 2)
                 when name in ('Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ') then 'thành phố ' || name else 'tỉnh ' || name end as called
       from ${given(provinceRows(plan), 'p int, slug text, name text')}`,
  `create temp table sim_group on commit drop as
     select x.*, v.province_id, pg_temp.made_id('bloc ' || p || ' ' || b) as bloc_id
       from ${given(groupRows(plan), 'p int, b int, g int, first int, units int')} join sim_province v using (p)`,
  `create temp table sim_bloc on commit drop as
     select p, b, province_id, bloc_id, sum(g.units)::int as units, count(*)::int as groups, v.slug || '-khoi-' || b as slug,
            'khoi-' || b || '.' || v.slug || '.example' as domain, v.name as place, v.anchor
       from sim_group g join sim_province v using (p, province_id) group by p, b, province_id, bloc_id, v.slug, v.name, v.anchor`,
  `create temp table sim_unit on commit drop as
     select p, b, g, u, province_id, bloc_id, pg_temp.made_id('unit ' || p || ' ' || b || ' ' || u) as unit_id,
            row_number() over (partition by p order by b, u)::int - 1 as at, u = first + units - 1 as leads
       from sim_group, generate_series(first, first + units - 1) u`,
  'create unique index on sim_unit (unit_id)',
  'create index on sim_unit (bloc_id)',
  'analyze sim_year, sim_province, sim_group, sim_bloc, sim_unit',
  ...YEARS_SQL,
];
