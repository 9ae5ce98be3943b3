import type { Actor, Post } from '@thidua/workflows/actor';
import type { LetterKind } from '@thidua/workflows/letter';
import type { ProblemCode } from '@thidua/workflows/problem';
import type { AnyStateMachine } from 'xstate';

/** Which second wall a record stands behind: that of its bloc, or of its province (units, people, the province itself). */
export type Wall = 'bloc' | 'province';

/** What every record's table holds; the rest of a row's columns in camel case, as JSON gives them (dates are strings). */
export interface ChainedRow {
  readonly id: string;
  readonly provinceId: string;
  readonly version: number;
  readonly entries: number;
  readonly head: string;
  readonly state: string;
  /** The year that the record lies in; a year itself lies in none. */
  readonly cycleId?: string;
  /** Who wrote the draft, where the table keeps it. */
  readonly enteredBy?: string | null;
}

/** A record of a bloc. */
export interface RecordRow extends ChainedRow {
  readonly blocId: string;
}

/** An event with the version that the person saw. */
export interface SeenEvent {
  readonly type: string;
  readonly version: number;
}

/** Everything that is known when an event has been decided and is about to be written. */
export interface Moment<Row, Facts, Event> {
  readonly record: Row;
  readonly facts: Facts;
  readonly event: Event;
  /** The state after the event. */
  readonly to: string;
  readonly actor: Actor;
  /** The post by whose right the actor acts; null for the program and for the bearer of a link. */
  readonly post: Post | null;
  /** Business time. */
  readonly now: Date;
  /** For the sum of words that stand beside the journal. */
  readonly salt: Buffer;
}

/** A statement that is written together with the record: a CTE beside `u` (the changed record). Placeholders count from $1. */
export interface Beside {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What the door needs to know about a kind of record. The law itself stands in `workflows`. */
export interface Procedure<Row extends ChainedRow, Facts extends object, Event extends SeenEvent> {
  readonly kind: string;
  readonly table: string;
  /** Without it the record is a bloc's. */
  readonly wall?: 'province';
  readonly machine: AnyStateMachine;
  /** The states in which a draft may be edited. */
  readonly editable?: readonly string[];
  /** Its events are told to nobody who watches the bloc: by their moments alone one could tell who has sent. */
  readonly sealed?: true;
  /** What can still be done when the year of the record is closed; without it nothing can. */
  readonly outlivesYear?: true;
  /** What forbids an edit though the state allows it; read from the facts, as the needs of events are. */
  readonly editNeed?: (facts: Facts) => ProblemCode | null;
  /** Locked in a statement of its own before anything is counted: $1 bloc (or province, by the wall), $2 record. */
  readonly guardRows?: string;
  /** One row of facts per record, its id among the columns: $1 bloc (or province), $2 ids (uuid[]), $3 business time. Columns in camel case. */
  readonly facts: string;
  /** What a draft is held against when it is saved, as `facts` are written; without it those of `editNeed`, or nothing. */
  readonly editFacts?: string;
  /** Turns the columns of `facts` into what the machine's guards read; the actor is whoever acts, or asks what they may do. */
  readonly complete?: (record: Row, columns: Readonly<Record<string, unknown>>, now: Date, actor: Actor) => Facts;
  /** Columns (camel case) that the event sets. */
  readonly set?: (moment: Moment<Row, Facts, Event>) => Readonly<Record<string, unknown>>;
  /** What the journal keeps beside who, when, from and to: reasons, old and new values, the hash of what was submitted. */
  readonly entry?: (moment: Moment<Row, Facts, Event>) => Readonly<Record<string, unknown>>;
  readonly beside?: (moment: Moment<Row, Facts, Event>) => readonly Beside[];
  readonly letters?: Readonly<Record<string, LetterKind>>;
  readonly letterFacts?: (moment: Moment<Row, Facts, Event>) => Readonly<Record<string, string>>;
}

/** Writes a procedure with the types of its record, facts and events. */
export const procedure = <Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  made: Procedure<Row, Facts, Event>,
): Procedure<Row, Facts, Event> => made;
