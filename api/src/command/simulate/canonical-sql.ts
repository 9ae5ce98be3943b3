import pg from 'pg';
import { canonicalJson } from '../../platform/journal/canonical.js';

/*
 * The journal's canonical JSON (platform/journal/canonical.ts), written by PostgreSQL. Members are sorted here, once, while the statement is
 * made; PostgreSQL joins them. A member without a value makes the whole text null, which no column takes: nothing is left out in silence.
 */

/** An expression of SQL. */
export type Sql = string;

export const literal = (text: string): Sql => pg.escapeLiteral(text);

/** A value that is the same in every row. */
export const constantSql = (value: unknown): Sql => literal(canonicalJson(value));

/** An object whose members are given as SQL that yields their JSON. */
export function objectSql(members: Readonly<Record<string, Sql>>): Sql {
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const parts = sorted.map(([name, value], at) => `${literal(`${at === 0 ? '{' : ','}"${name}":`)} || (${value})`);
  return parts.length === 0 ? `'{}'` : `${parts.join(' || ')} || '}'`;
}

/** A list whose items are given as SQL that yields their JSON. */
export const arraySql = (items: readonly Sql[]): Sql => `'[' || ${items.map((item) => `(${item})`).join(` || ',' || `)} || ']'`;

/** A text; PostgreSQL escapes the same signs as `JSON.stringify`. */
export const textSql = (text: Sql): Sql => `to_json((${text})::text)::text`;

/** What has no sign that JSON escapes: an id, a day, a name of a state. */
export const plainSql = (plain: Sql): Sql => `'"' || (${plain}) || '"'`;

/** A whole number. */
export const numberSql = (number: Sql): Sql => `(${number})::text`;

/** A moment, as `Date.toISOString` writes it. */
export const momentSql = (moment: Sql): Sql => plainSql(`to_char((${moment}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Null where there is no value. */
export const orNullSql = (value: Sql, json: Sql): Sql => `case when (${value}) is null then 'null' else ${json} end`;
