import { BLOC, GROUP, planOf } from './plan.js';

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const within = (sizes: readonly number[], { least, most }: { readonly least: number; readonly most: number }): boolean =>
  sizes.every((size) => size >= least && size <= most);

describe('the plan of a simulated installation', () => {
  it('has as many units and provinces as were asked for, in blocs and groups of the sizes that real ones have', () => {
    for (const provinces of [1, 2, 7, 63])
      for (const extra of [0, 1, 5, 23, 24, 31, 300, 2_000])
        for (const seed of ['1', 'a', 'mùa thi đua']) {
          const units = provinces * BLOC.least + extra;
          const plan = planOf({ units, provinces, seed });
          const blocs = plan.flatMap((province) => province.blocs.map(({ groups }) => sum(groups)));
          expect([plan.length, sum(blocs)]).toEqual([provinces, units]);
          expect(within(blocs, BLOC)).toBe(true);
          expect(within(plan.flatMap((province) => province.blocs.flatMap(({ groups }) => groups)), GROUP)).toBe(true); // prettier-ignore
        }
  });

  it('gives no two provinces one address, and every seed another largest province', () => {
    const plan = planOf({ units: 10_000, provinces: 63, seed: '1' });
    expect(new Set(plan.map(({ slug }) => slug)).size).toBe(63);
    expect(plan.map(({ slug }) => slug)).toContain('thua-thien-hue');
    const largest = ['1', '2', '3', '4', '5'].map((seed) => planOf({ units: 10_000, provinces: 63, seed })[0]!.slug);
    expect(new Set(largest).size).toBeGreaterThan(2);
  });
});
