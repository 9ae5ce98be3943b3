import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from './page.js';
import { plotOf } from './plot.js';
import { merged, type Results } from './results.js';

/** Writes the results of a run into a folder: JSON, and the page and the plot that are made from it. Targets that it left out stay. */
export function keep(folder: string, run: Results): Results {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'benchmarks.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results).targets : [];
  const results = { ...run, targets: merged(before, run.targets) };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'benchmarks.md'), pageOf(results));
  writeFileSync(join(folder, 'benchmarks.svg'), plotOf(results));
  return results;
}
