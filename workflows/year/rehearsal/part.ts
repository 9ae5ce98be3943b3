import type { AnyStateMachine, EventObject } from 'xstate';
import type { ProblemCode, Unmet } from '../../problem.js';
import type { Row, Stage } from './stage.js';

/** An event with what it says, as the API would take it. */
export type Told = EventObject & Readonly<Record<string, unknown>>;

/** When and by whom an act is done, and what the machine knew when it was. */
export interface Doing {
  readonly now: Date;
  readonly personId: string;
  readonly facts: object;
}

/** What the rehearsal needs to know about a kind of record; the law itself is the machine’s. */
export interface Part<R extends Row = Row> {
  readonly machine: AnyStateMachine;
  /** The states in which a draft may be written. */
  readonly editable: readonly string[];
  /** What forbids writing though the state allows it; read from the facts. */
  editNeed?(facts: object): ProblemCode | null;
  /** The record that an act is done to; undefined as long as the year has not made it. */
  row(stage: Stage, record: string): R | undefined;
  facts(stage: Stage, row: R, now: Date, personId: string): object;
  /** What is wrong with what is written or told that no guard sees. */
  wrong?(stage: Stage, told: Told): Unmet[];
  write?(row: R, told: Told): void;
  /** What happens besides the change of state, which has been made. */
  done?(stage: Stage, row: R, told: Told, doing: Doing): void;
}

/** Writes a part with the type of its record. */
export const part = <R extends Row>(made: Part<R>): Part => made as unknown as Part;
