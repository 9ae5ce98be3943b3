import { machines } from '@thidua/workflows/machines';
import { isProblemCode } from '@thidua/workflows/problem';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROMISES = fileURLToPath(new URL('../api', import.meta.url));

/** Every text of test/api: the promises that are kept over HTTP. */
const promised = readdirSync(PROMISES)
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(PROMISES, file), 'utf8'))
  .join('\n');

const needs = Object.entries(machines).flatMap(([record, machine]) =>
  Object.keys(machine.implementations.guards)
    .filter(isProblemCode)
    .map((need): [string, string] => [record, need]),
);

describe('every need of a machine is refused by its name over HTTP, in a test that names it', () => {
  it.each(needs)('%s: %s', (_, need) => {
    expect(promised.includes(need)).toBe(true);
  });
});
