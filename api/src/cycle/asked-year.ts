/**
 * The id of the year that is asked for, of the newest without one: $1 bloc, $2 year or null. As one value beside `cycle_id` it is looked
 * up in an index of bloc and year; a condition on the year's number would make every year of the bloc be read first.
 */
export const ASKED_YEAR = `(select asked.id from cycle asked where asked.bloc_id = $1 and asked.year = coalesce($2, asked.year)
     order by asked.year desc limit 1)`;
