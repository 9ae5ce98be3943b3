import type { Area } from '@thidua/workflows/substitution/area';
import { snake } from '../database/camel.js';
import { statementName } from '../database/statement-name.js';
import type { Beside, Wall } from './procedure.js';

/** A prepared statement with its values. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What goes into the journal with the change. */
export interface EntryRow {
  readonly n: number;
  readonly previous: string;
  readonly hash: string;
  readonly body: string;
}

/** A letter wanted by the change, with its addressees, as `addressees()` reads them. */
export interface LetterRow {
  readonly letter: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly roles: readonly string[];
  /** The area of a substitution that the letter belongs to: whoever stands in there gets it too. */
  readonly area: Area | null;
  /** The year of the record, for whoever stands in for that year alone. */
  readonly year_id: string | null;
  readonly unit_id?: string | undefined;
  readonly bloc_id?: string | undefined;
  readonly cycle_id?: string | undefined;
  readonly province_id?: string | undefined;
}

/** The key against double sending that the change writes. */
export interface KeyRow {
  readonly personId: string;
  readonly key: string;
  readonly requestHash: string;
}

/** Collects CTEs whose placeholders count from $1 each, and numbers them anew. */
export class CteBuilder {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  add(name: string, sql: string, values: readonly unknown[]): this {
    const offset = this.values.length;
    this.values.push(...values);
    this.parts.push(`${name} as (${sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`)})`);
    return this;
  }

  /** The whole statement, named after its text so that each shape is prepared once a connection. */
  build(last: string): Statement {
    const text = `with ${this.parts.join(',\n')}\n${last}`;
    return { name: statementName(text), text, values: this.values };
  }
}

const json = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !(value instanceof Uint8Array) ? JSON.stringify(value) : value;

/** `u`: the record changes only where the version seen and the head of its chain still hold. */
export function addUpdate(
  cte: CteBuilder,
  table: string,
  where: { wall: Wall; within: string; id: string; version: number; head: string },
  columns: Readonly<Record<string, unknown>>,
): void {
  const names = Object.keys(columns);
  const assignments = names.map((name, at) => `${snake(name)} = $${at + 5}`);
  cte.add(
    'u',
    `update ${table} set version = version + 1, updated_at = now()${assignments.map((assignment) => `, ${assignment}`).join('')}
      where ${where.wall}_id = $1 and id = $2 and version = $3 and head = $4 returning *`,
    [where.within, where.id, where.version, where.head, ...names.map((name) => json(columns[name]))],
  );
}

/** `u`: a new record. */
export function addInsert(cte: CteBuilder, table: string, columns: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(columns);
  cte.add(
    'u',
    `insert into ${table} (${names.map(snake).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning *`,
    names.map((name) => json(columns[name])),
  );
}

/** The tables that stand beside the records of a wall, and the columns by which a row is within it. */
const BESIDE = {
  bloc: { journal: 'journal', keys: 'idempotency', place: 'bloc_id, province_id' },
  province: { journal: 'province_journal', keys: 'province_idempotency', place: 'province_id' },
} as const;

/** `j`: the journal entry of the change. */
export function addEntry(cte: CteBuilder, wall: Wall, kind: string, entry: EntryRow): void {
  const { journal, place } = BESIDE[wall];
  cte.add(
    'j',
    `insert into ${journal} (${place}, record_kind, record_id, n, prev, hash, body)
      select ${place}, $1::text, id, entries, $2::text, $3::text, $4::text from u where entries = $5::int`,
    [kind, entry.previous, entry.hash, entry.body, entry.n],
  );
}

/** `d`: one row for each person whom a letter reaches, resolved at commit. */
export function addLetters(cte: CteBuilder, wall: Wall, kind: string, letters: readonly LetterRow[]): void {
  if (letters.length === 0) return;
  cte.add(
    'd',
    `insert into delivery (id, ${BESIDE[wall].place}, record_kind, record_id, n, letter, facts, person_id, unit_id, recipient_name, address)
      select gen_random_uuid(), ${wall === 'bloc' ? 'u.bloc_id, ' : ''}u.province_id, $1::text, u.id, u.entries, l.letter, l.facts, a.person_id, a.unit_id, a.name, a.address
        from u, jsonb_to_recordset($2::jsonb) l(letter text, facts jsonb, roles text[], area text, year_id uuid, unit_id uuid, bloc_id uuid, cycle_id uuid, province_id uuid),
             lateral (select * from addressees(l.roles, l.unit_id, l.bloc_id, l.cycle_id, l.province_id)
                      union select * from stand_ins(l.roles, l.unit_id, l.year_id, l.area)) a`,
    [kind, JSON.stringify(letters)],
  );
}

/** `k`: the key, so that a repeat finds what it did. */
export function addKey(cte: CteBuilder, key: KeyRow | null, wall: Wall): void {
  if (!key) return;
  const { keys, place } = BESIDE[wall];
  cte.add(
    'k',
    `insert into ${keys} (${place}, person_id, key, request_hash, record_id, n)
      select ${place}, $1::uuid, $2::uuid, $3, id, entries from u`,
    [key.personId, key.key, key.requestHash],
  );
}

/** What a procedure writes beside its record. */
export function addBeside(cte: CteBuilder, besides: readonly Beside[]): void {
  for (const beside of besides) cte.add(beside.name, beside.sql, beside.values);
}
