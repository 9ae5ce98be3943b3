import { NO_ENTRY } from '../../platform/journal/canonical.js';
import { constantSql, literal, momentSql, numberSql, objectSql, orNullSql, plainSql, type Sql } from './canonical-sql.js';

/** One entry of a record's journal. All that is SQL may name the columns of the rows that are made, as `s`. */
export interface Step {
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly actor: Sql;
  /** When, by both clocks: simulated years were lived in their own time. */
  readonly at: Sql;
  /** The record's version after it; drafts that were saved before count too. */
  readonly version: Sql;
  /** What else the entry keeps, as SQL that yields JSON. */
  readonly members?: Readonly<Record<string, Sql>>;
}

/**
 * Records to be made with their journals. `rows` is a query with the columns id, state, version, entries (how many of the steps were done),
 * province_id, for records of blocs bloc_id, and `columns`.
 */
export interface Records {
  readonly kind: string;
  readonly table: string;
  readonly journal: 'journal' | 'province_journal';
  readonly columns: readonly string[];
  readonly rows: Sql;
  readonly steps: readonly Step[];
}

/** A person by the post that a simulated one holds; the ids follow from it. */
export const personSql = (role: string, scope: Sql): Sql => `pg_temp.made_id('${role} ' || ${scope})`;
export const postSql = (person: Sql): Sql => `pg_temp.made_id('post ' || ${person})`;

/** Who acts, as the journal keeps it (platform/journal/acting.ts); `role` is the duty by which somebody with the post acts. */
export function actorSql(held: string, scope: Sql, { role = held, unit = 'null' }: { role?: string; unit?: Sql } = {}): Sql {
  const person = personSql(held, scope);
  return objectSql({
    kind: constantSql('person'),
    person: plainSql(person),
    post: plainSql(postSql(person)),
    role: constantSql(role),
    unit: orNullSql(`${unit}::uuid`, plainSql(unit)),
  });
}

/** The program itself. */
export const SYSTEM = constantSql({ kind: 'system', person: null, post: null, role: null, unit: null });

/** What nobody did: the journal says of the installation's first rows that they were simulated. */
export const WAY = { way: constantSql('simulate') };

/** Days after the year's anchor at an hour (Vietnam), and some minutes more that differ from row to row. */
export const atSql = (days: Sql, hour: number, spread: Sql = '0'): Sql =>
  `s.anchor + make_interval(days => (${days})::int, hours => ${hour}, mins => (${spread})::int)`;

/** A byte of chance that a row keeps, from 0 to 255. */
export const diceSql = (id: Sql, of: string): Sql => `pg_temp.dice(${id}, '${of}')`;

/** The canonical body of an entry. */
export function bodySql(kind: string, n: number, step: Step): Sql {
  return objectSql({
    ...step.members,
    kind: constantSql(kind),
    id: plainSql('s.id'),
    n: constantSql(n),
    version: numberSql(step.version),
    at: momentSql(step.at),
    business: momentSql(step.at),
    event: constantSql(step.event),
    from: constantSql(step.from),
    to: constantSql(step.to),
    actor: step.actor,
  });
}

// Without `offset 0` PostgreSQL would put each body into every expression that names it, and work it out again for each.
const body = (kind: string, step: Step, n: number): Sql => `
  cross join lateral (select ${step.at} as t${n}, case when s.entries >= ${n} then ${bodySql(kind, n, step)} end as b${n} offset 0) e${n}
  cross join lateral (select pg_temp.chain(${n === 1 ? literal(NO_ENTRY) : `h${n - 1}`}, b${n}) as h${n} offset 0) c${n}`;

/**
 * The statements that make records and their entries: each chained to the one before it as the door does, and the record's own columns as
 * the last one leaves them. The rows stand in a table of their own meanwhile, so that what chance gave is worked out once.
 */
export function recordsSql({ kind, table, journal, columns, rows, steps }: Records): Sql[] {
  const bloc = journal === 'journal' ? 'bloc_id, ' : '';
  const entries = steps.map((_, at) => `(${at + 1}, ${at === 0 ? literal(NO_ENTRY) : `h${at}`}, h${at + 1}, b${at + 1}, t${at + 1})`);
  const heads = steps.map((_, at) => `h${at + 1}`).join(', ');
  const own = [...(bloc ? ['bloc_id'] : []), 'province_id', ...columns].join(', ');
  return [
    `create temp table sim_made on commit drop as
      select s.*, ${steps.map((_, at) => `t${at + 1}, b${at + 1}, h${at + 1}`).join(', ')} from (${rows}) s ${steps.map((step, at) => body(kind, step, at + 1)).join('')}`,
    `insert into ${table} (id, version, entries, head, state, ${own})
      select id, version, entries, coalesce((array[${heads}])[entries], ${literal(NO_ENTRY)}), state, ${own} from sim_made order by id`,
    `insert into ${journal} (${bloc}province_id, record_kind, record_id, n, prev, hash, body, at)
      select ${bloc}province_id, ${literal(kind)}, id, x.n, x.prev, x.hash, x.body, x.at
        from sim_made cross join lateral (values ${entries.join(', ')}) x(n, prev, hash, body, at) where x.n <= entries order by id, x.n`,
    'drop table sim_made',
  ];
}
