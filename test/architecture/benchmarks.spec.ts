import { readFileSync } from 'node:fs';
import { pageOf } from '../bench/report/page.js';
import { plotOf } from '../bench/report/plot.js';
import { isMet, merged, targetOf, type Results, type Target } from '../bench/report/results.js';

const kept = (file: string): string => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
const results = JSON.parse(kept('benchmarks.json')) as Results;

describe('the published figures', () => {
  it('docs/benchmarks.md and its plot are what benchmarks.json says; written anew by `npm run bench`', () => {
    expect(kept('benchmarks.md')).toBe(pageOf(results));
    expect(kept('benchmarks.svg')).toBe(plotOf(results));
  });

  it('call a target met that keeps to its bound, and no other; what was not measured says why', () => {
    for (const { value, bound, target, met, why } of results.targets) {
      expect(met).toBe(isMet(value, bound, target));
      if (value === null) expect(why).toBeTruthy();
    }
  });

  it('say of every target that is not met why it is not', () => {
    expect(results.targets.filter(({ met, why }) => met === false && !why).map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it('name no folder and no host of the machine that measured', () => {
    expect(kept('benchmarks.json')).not.toMatch(/\/(tmp|home|root|work)\b|localhost|127\.0\.0\.1/);
  });
});

describe('a target that is no ratio', () => {
  it('is told with its unit: value, rounds and bound', () => {
    const measured = { name: 'a start', value: 4.2, min: 3.1, max: 6, unit: 's', bound: 'at most', target: 5, baseline: 'b' } as const;
    const page = pageOf({ ...results, targets: [targetOf('G13', measured, 'c', '2026-01-01')] });
    expect(page).toContain('| G13 | a start | 4.2\u00a0s | 3.1–6\u00a0s | at most 5\u00a0s | met |');
  });
});

describe('a run that measures some of the targets', () => {
  const one = (id: string, value: number, commit: string): Target =>
    targetOf(id, { name: id, value, min: value, max: value, bound: 'at most', target: 2, baseline: 'b' }, commit, '2026-01-01');

  it('keeps the last values of the others with the commit that they were measured at', () => {
    const before = [one('G1', 1, 'old'), one('G10', 3, 'old'), one('G3', 1, 'old')];
    const now = merged(before, [one('G3', 1.5, 'new')]);
    expect(now.map(({ id, value, commit, met }) => [id, value, commit, met])).toEqual([
      ['G1', 1, 'old', true],
      ['G3', 1.5, 'new', true],
      ['G10', 3, 'old', false],
    ]);
  });
});
