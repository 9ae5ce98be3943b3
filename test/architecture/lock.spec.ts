import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/launcher.js';

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };

/** Where Node would find a package that one at this place asks for: beside it, or further up. */
function found(at: string, name: string): boolean {
  if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
  if (at === '') return false;
  return found(at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0)), name);
}

describe('the lock of the packages', () => {
  it('names every package that any machine may need, those of other platforms too: npm ci refuses it otherwise', () => {
    const missing = Object.entries(packages).flatMap(([at, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !found(at, name))
        .map((name) => `${at || 'the root'} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
