/**
 * A join of the name that a unit bears on the business day: `name` and `short_name` under `alias`.
 * @param unitColumn the column that holds the unit's id, as the query names it
 */
export const unitName = (unitColumn: string, alias: string): string => `
    left join lateral (select name, short_name from unit_name where unit_id = ${unitColumn} and valid_from <= business_day()
      and (valid_to is null or valid_to >= business_day()) order by valid_from desc limit 1) ${alias} on true`;
