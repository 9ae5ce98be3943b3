/**
 * A join of the name that a unit bears on a day: `name` and `short_name` under `alias`.
 * @param unitColumn the column that holds the unit's id, as the query names it
 * @param day SQL of the day, such as `$3::date`; without it the business day
 */
export const unitName = (unitColumn: string, alias: string, day = 'business_day()'): string => `
    left join lateral (select name, short_name from unit_name where unit_id = ${unitColumn} and valid_from <= ${day}
      and (valid_to is null or valid_to >= ${day}) order by valid_from desc limit 1) ${alias} on true`;
