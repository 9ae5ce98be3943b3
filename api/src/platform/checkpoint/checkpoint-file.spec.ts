import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../journal/canonical.js';
import { CheckpointFile } from './checkpoint-file.js';

const folder = mkdtempSync(join(tmpdir(), 'thidua-checkpoint-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lineOf = (bloc: string | null, n: number): string => JSON.stringify({ statement: JSON.stringify({ bloc, n }) });
const endOf = (line: string, n: number) => ({ n, sum: sha256(line) });
let count = 0;
const pathOf = (): string => join(folder, `${(count += 1)}`, 'checkpoints.jsonl');

describe('the file of checkpoints', () => {
  it('knows the end of each place, also what another process appended, and takes away a line that was cut short', async () => {
    const path = pathOf();
    const file = new CheckpointFile(path);
    expect([...(await file.ends())]).toEqual([]);
    await file.append([lineOf('a', 1), lineOf(null, 1)]);
    await file.append([lineOf('a', 2)]);
    appendFileSync(path, `${lineOf('b', 1)}\n{"statem`);
    expect(Object.fromEntries(await file.ends())).toEqual({
      a: endOf(lineOf('a', 2), 2),
      null: endOf(lineOf(null, 1), 1),
      b: endOf(lineOf('b', 1), 1),
    });
    expect(readFileSync(path, 'utf8').endsWith(`${lineOf('b', 1)}\n`)).toBe(true);
  });

  it('is not read again for what it has appended itself: on the first day of many blocs it would be read once for each', async () => {
    const path = pathOf();
    const file = new CheckpointFile(path);
    await file.ends();
    for (const n of [1, 2, 3]) await file.append([lineOf('a', n)]);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('a', 'z')); // as long as before: only whoever reads it would notice
    expect([...(await file.ends())]).toEqual([['a', endOf(lineOf('a', 3), 3)]]);
  });

  it('is read whole by whoever has not read it when it was appended to', async () => {
    const path = pathOf();
    const file = new CheckpointFile(path);
    await new CheckpointFile(path).append([lineOf('a', 1)]);
    await file.append([lineOf('a', 2)]);
    expect([...(await file.ends())]).toEqual([['a', endOf(lineOf('a', 2), 2)]]);
  });
});
