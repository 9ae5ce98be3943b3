import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, median, ratio } from './harness/measure.js';
import { within } from './harness/variant.js';
import { launch } from '../support/launcher.js';
import type { Results } from './report/results.js';

describe('variants that are measured against each other', () => {
  it('take turns, every other turn the other way about, after each was warmed up', async () => {
    const order: string[] = [];
    const [a, b] = ['a', 'b'].map((name) => within(name, () => Promise.resolve(order.push(name))));
    await alternate([a!, b!], 1, { rounds: 2, seconds: 0, turns: 2, warmUp: 0, warming: 1 });
    expect(order.join('')).toBe('ab' + 'ab' + 'abba' + 'baab');
  });

  it('are compared round by round: the middle of the ratios, and the least and the most', () => {
    expect(ratio([2, 3, 10], [1, 2, 2])).toEqual({ value: 2, min: 1.5, max: 5 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe('`npm run bench`', () => {
  it('refuses what it does not know, and a short run over the published figures', async () => {
    for (const args of [['--only', 'G99'], ['--quick'], ['--fast']]) {
      const bench = launch({ command: 'bench', args });
      expect(await bench.ended).toBe(2);
      expect(bench.said()).toContain('npm run bench -- [--only G1,G10]');
    }
  });

  it('measures what it is asked for and writes figures, page and plot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-bench-'));
    try {
      const bench = launch({ command: 'bench', args: ['--quick', '--only', 'G5,G6,G8,G10', '--out', folder] });
      expect({ code: await bench.ended, said: bench.said() }).toMatchObject({ code: 0 });
      const { machine, targets } = JSON.parse(readFileSync(join(folder, 'benchmarks.json'), 'utf8')) as Results;
      expect(machine.cores).toBeGreaterThan(0);
      expect(new Set(targets.map(({ id }) => id))).toEqual(new Set(['G5', 'G6', 'G8', 'G10']));
      expect(readFileSync(join(folder, 'benchmarks.md'), 'utf8')).toContain('| G10 | the journal checked in SQL |');
      expect(readFileSync(join(folder, 'benchmarks.svg'), 'utf8')).toContain('<title id="title">');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
