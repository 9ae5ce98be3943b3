import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['test/attacks', 'test/matrix', 'test/api', 'workflows'];

/** The attacks that people, posts, permissions and the journal must survive. Each is a test, or several, that bears its number. */
const SURVIVED = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 48];

/** Every number that a test's name begins with. */
const numbered = new Set(
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((file) => file.endsWith('.spec.ts') && file !== 'numbered.spec.ts')
      .flatMap((file) => [
        ...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(/(?:it|describe)[^'"`\n]*\(\s*['"`]attack (\d+): \S/g),
      ])
      .map(([, number]) => Number(number)),
  ),
);

it.each(SURVIVED.map((number) => [number]))('attack %i is a test', (number) => expect(numbered.has(number)).toBe(true));
