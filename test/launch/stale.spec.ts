import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeStale } from '../../api/launch/stale.mjs';
import { ROOT } from '../support/launcher.js';

const root = mkdtempSync(join(tmpdir(), 'thidua-stale-'));
afterAll(() => rmSync(root, { recursive: true }));

const write = (...paths: string[]): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
};

describe('what an earlier build left of sources that are gone', () => {
  it('is removed before the next one, and nothing else is', () => {
    const kept = [
      ...['api/src/main.ts', 'api/dist/main.js', 'api/dist/main.js.map', 'api/dist/main.d.ts', 'api/dist/notes.json'],
      ...['api/src/unit/unit.entity.ts', 'api/dist/unit/unit.entity.js', 'workflows/actor.ts', 'workflows/dist/actor.d.ts'],
      ...['migrations/1-first.ts', 'migrations/dist/1-first.js', 'web/dist/browser/main.js'],
    ];
    const gone = ['api/dist/old/old.entity.js', 'api/dist/old/old.entity.d.ts', 'workflows/dist/old/old.js', 'migrations/dist/2-second.js'];
    write(...kept, ...gone);
    expect(removeStale(root).sort()).toEqual(gone.map((path) => join(root, path)).sort());
    expect(kept.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect([...gone, 'api/dist/old'].filter((path) => existsSync(join(root, path)))).toEqual([]);
    expect(removeStale(root)).toEqual([]);
  });

  it('is not in this checkout once it has been built', () => {
    removeStale();
    expect(existsSync(join(ROOT, 'api/dist/main.js'))).toBe(true);
    expect(existsSync(join(ROOT, 'migrations/dist/1795300000000-create-roles-and-walls.js'))).toBe(true);
  });
});
