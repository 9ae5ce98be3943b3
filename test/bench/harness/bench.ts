import type { Effort, Ratio } from './measure.js';

/** What a target is measured with. */
export interface Room {
  readonly effort: Effort;
  /** The address of a PostgreSQL that belongs to this run; TEST_PG says the same. */
  readonly server: string;
  /** The folder of PostgreSQL's programs that Debian or the environment brings; null: none with pgbench in it. */
  readonly pgbench: string | null;
  say(line: string): void;
}

export type Unit = 's' | 'ms' | 'MB' | 'KB';

/** One target's measure. */
export interface Measured extends Ratio {
  readonly name: string;
  /** `at most` or `at least`, and the ratio (performance.md, 2). */
  readonly bound: 'at most' | 'at least';
  readonly target: number;
  /** Of a target that is no ratio: what value, bound, least and most are in. */
  readonly unit?: Unit;
  /** What stands for 1 in the ratio, in words. */
  readonly baseline: string;
  /** What the limit is, where the target is not met, or how it was reached. */
  readonly why?: string;
}

/** A target that could not be measured here, and why. */
export interface Unmeasured {
  readonly name: string;
  readonly bound: 'at most' | 'at least';
  readonly target: number;
  readonly baseline: string;
  readonly value: null;
  readonly why: string;
}

/** A target of performance.md: one file each. */
export interface Bench {
  readonly id: string;
  /** What is measured, in a few words. */
  readonly title: string;
  measure(room: Room): Promise<readonly (Measured | Unmeasured)[]>;
}
