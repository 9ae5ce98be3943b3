import type { Measured, Unit, Unmeasured } from '../harness/bench.js';

/** The machine that measured, without its name. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Gibibytes. */
  readonly memory: number;
  readonly system: string;
  /** Microseconds, median: what the disk takes to say that a page is written. */
  readonly flush: number;
}

/** A target with its last measure. Ratios are medians of rounds; `min` and `max` are those of single rounds. */
export interface Target {
  readonly id: string;
  readonly name: string;
  /** Null where it could not be measured; `why` says why. */
  readonly value: number | null;
  readonly bound: 'at most' | 'at least';
  readonly target: number;
  /** Null where it was not measured. */
  readonly met: boolean | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Left out where the value is a ratio. */
  readonly unit?: Unit;
  readonly baseline: string;
  readonly why?: string;
  /** The commit that was measured, and the day. */
  readonly commit: string;
  readonly day: string;
}

/** What docs/benchmarks.json holds. */
export interface Results {
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  /** The commit of the last run; a target that this run left out keeps its own. */
  readonly commit: string;
  readonly targets: readonly Target[];
}

const round = (number: number): number => Number(number.toPrecision(3));

/** Whether a value keeps to its bound; null for none. */
export const isMet = (value: number | null, bound: Target['bound'], target: number): boolean | null =>
  value === null ? null : bound === 'at most' ? value <= target : value >= target;

/** A measure as it is kept, in three significant digits: the rounded value is what is judged. */
export function targetOf(id: string, measured: Measured | Unmeasured, commit: string, day: string): Target {
  const { name, bound, target, baseline, why } = measured;
  const value = measured.value === null ? null : round(measured.value);
  const [min, max] = measured.value === null ? [null, null] : [round(measured.min), round(measured.max)];
  const unit = 'unit' in measured && measured.unit ? { unit: measured.unit } : {};
  return {
    id,
    name,
    value,
    bound,
    target,
    met: isMet(value, bound, target),
    min,
    max,
    ...unit,
    baseline,
    ...(why ? { why } : {}),
    commit,
    day,
  };
}

const order = ({ id }: Target): number => Number(id.slice(1));

/** The targets of before with those of this run in their place: whoever was not measured keeps the last value. */
export const merged = (before: readonly Target[], now: readonly Target[]): Target[] => {
  const measured = new Set(now.map(({ id }) => id));
  return [...before.filter(({ id }) => !measured.has(id)), ...now].sort((a, b) => order(a) - order(b));
};
