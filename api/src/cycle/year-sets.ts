/**
 * What a list reads beside its records, as sets. The records that are shown stand first, as the common table expression `page` with
 * `cycle_id`; each set is then read once for all of them, where a join on the tables would look the same year, group or name up again for
 * every row. A set that no query names is not read. $1 is the bloc.
 */
const ofPage = 'bloc_id = $1 and cycle_id = any(array(select cycle_id from page))';

/** What is the same for every row: the business day and the bloc. Asked for in a join, they would be read again for each. */
const ONCE = `today as materialized (select business_day() as day),
  home as materialized (select name, short_name, province_id, version from bloc where id = $1)`;

/** The years of the page, with `names_day`: the day whose names their records bear, the last of the year once it is closed. */
const YEARS = `years as materialized (
    select c.*, coalesce(c.closed_on, (select day from today)) as names_day from cycle c where c.bloc_id = $1 and c.id = any(array(select cycle_id from page)))`;

/** All groups of those years. */
const GROUPS = `groups as materialized (select id, cycle_id, number, name, leader_unit_id from bloc_group where ${ofPage})`;

/** All members of those years. */
const MEMBERS = `members as materialized (select cycle_id, unit_id, group_id, position from member where ${ofPage})`;

/** The recusals of those years that hold. */
const RECUSALS = `recusals as materialized (
    select id, cycle_id, record_id, step, unit_id, person_id, about_unit_id, reason, declared_at from recusal where ${ofPage} and withdrawn_at is null)`;

/** The sets of the years of a page; joined as tables are. */
export const YEAR_SETS = [ONCE, YEARS, GROUPS, MEMBERS, RECUSALS].join(',\n  ');

/**
 * The set `names`: every name, of any day, of the units that are asked for. `nameOn` joins it.
 * @param units SQL of the units' ids, such as `select unit_id from page`
 */
export const namesOf = (units: string): string => `names as materialized (
    select unit_id, name, short_name, valid_from, valid_to from unit_name where unit_id = any(array(${units})))`;

/** SQL of the business day, from the sets of years. */
export const TODAY = '(select day from today)';

/**
 * A join of the name that a unit bears on a day, from the set of `namesOf`: `name` and `short_name` under `alias`.
 * @param unitColumn the column that holds the unit's id, as the query names it
 * @param day SQL of the day; without it the day of the year that is joined as `c` from `years`
 */
export const nameOn = (unitColumn: string, alias: string, day = 'c.names_day'): string => `
    left join lateral (select name, short_name from names where unit_id = ${unitColumn} and valid_from <= ${day}
      and (valid_to is null or valid_to >= ${day}) order by valid_from desc limit 1) ${alias} on true`;

/** The units of the year that is joined as `c`, by id: names and group's number. */
export const UNITS_OF_YEAR = `(
    select jsonb_object_agg(m.unit_id, jsonb_build_object('unitName', n.name, 'unitShortName', n.short_name, 'groupNumber', g.number))
      from members m left join groups g on g.id = m.group_id ${nameOn('m.unit_id', 'n')} where m.cycle_id = c.id)`;

/** SQL of the bloc's short name, from the sets of years. */
export const BLOC_NAME = '(select short_name from home)';

/** The units of the bloc's province that have ended, with the day and when it was entered. Beside the sets of years. */
export const ENDED_UNITS = `ended as materialized (
    select id, ended_on, end_entered_at from unit where ended_on is not null and province_id = (select province_id from home))`;
