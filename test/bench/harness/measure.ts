import type { Variant } from './variant.js';

/** How long a bench measures. */
export interface Effort {
  readonly rounds: number;
  /** Of each variant in each round, at least. */
  readonly seconds: number;
  /** In so many parts, between which the variants take turns: what else the machine does then meets all of them alike. */
  readonly turns: number;
  /** Of each variant before the rounds, under load, so that what a long-running program has compiled and cached is so here. */
  readonly warmUp: number;
  /** So many connections warm a variant up. */
  readonly warming: number;
}

/** What `npm run bench` takes by default, and what its own test takes. */
export const WHOLE: Effort = { rounds: 9, seconds: 1.5, turns: 5, warmUp: 6, warming: 16 };
export const QUICK: Effort = { rounds: 1, seconds: 0.1, turns: 1, warmUp: 0.1, warming: 1 };

/** Seconds per operation, by variant's name: one for each round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** The median of the rounds' ratios, and between what they lay. */
export interface Ratio {
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Measures variants against each other: after a warm-up of each, rounds in which they take turns, every other turn the other way about,
 * so that what slows the machine down for a while slows all of them.
 * @param settle after the warm-up, where it wrote more in seconds than an installation does before its statistics are made anew
 */
export async function alternate(
  variants: readonly Variant[],
  connections: number,
  { rounds, seconds, turns, warmUp, warming }: Effort,
  settle: () => Promise<void> = () => Promise.resolve(),
): Promise<Times> {
  const times = new Map(variants.map(({ name }) => [name, [] as number[]]));
  for (const variant of variants) await variant.round(warmUp, warming);
  await settle();
  for (const variant of variants) await variant.round(seconds, connections);
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Map(variants.map((variant) => [variant, { operations: 0, seconds: 0 }]));
    for (let turn = 0; turn < turns; turn += 1)
      for (const variant of (round + turn) % 2 === 0 ? variants : variants.toReversed()) {
        const done = await variant.round(seconds / turns, connections);
        const sum = sums.get(variant)!;
        sum.operations += done.operations;
        sum.seconds += done.seconds;
      }
    for (const [{ name }, sum] of sums) times.get(name)!.push(sum.seconds / sum.operations);
  }
  return times;
}

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** How many times as long as the second the first took, round by round. */
export function ratio(of: readonly number[], to: readonly number[]): Ratio {
  const ratios = of.map((time, round) => time / to[round]!);
  return { value: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}
