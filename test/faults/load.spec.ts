import { jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../support/launcher.js';
import { figuresOf } from './evening/tally.js';
import type { Evening } from './evening/verdict.js';

jest.setTimeout(300_000);

describe('`npm run load`', () => {
  it('refuses what it does not know, and what nobody can play', async () => {
    for (const args of [['--people', '3'], ['--people'], ['--units', 'many'], ['--fast'], ['500'], ['--out']]) {
      const load = launch({ command: 'load', args });
      expect({ args, code: await load.ended, said: load.said() }).toMatchObject({ args, code: 2 });
      expect(load.said()).toContain('npm run load -- [--people 500]');
    }
  });

  it('plays an evening: whoever is too many is told when to come again, then all are served again, and nothing is lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-load-'));
    try {
      const file = join(folder, 'figures.json');
      const load = launch({ command: 'load', args: ['--quick', '--out', file] });
      expect({ code: await load.ended, said: load.said() }).toMatchObject({ code: 0 });
      const { stages, ledger, wrong } = JSON.parse(readFileSync(file, 'utf8')) as Evening;
      expect({ wrong, faults: ledger.faults, lost: ledger.lost }).toEqual({ wrong: [], faults: [], lost: 0 });
      expect(stages.map(({ name }) => name)).toEqual(['warming', 'tenth', 'peak', 'overload', 'after']);
      const overload = stages.find(({ name }) => name === 'overload')!;
      expect(overload.answers['503 busy']).toBeGreaterThan(0);
      expect(overload.withoutRetryAfter).toBe(0);
      // A tenth are two people, who may both come when it is over.
      expect(stages.find(({ name }) => name === 'peak')!.lines.opened).toBeGreaterThan(0);
      expect(ledger.acknowledged).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('tells of times by the nearest rank', () => {
    const times = Array.from({ length: 200 }, (_, n) => 200 - n);
    expect(figuresOf(times)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198, most: 200 });
    expect(figuresOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, most: 0 });
  });
});
