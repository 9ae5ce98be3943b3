import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './places.mjs';
import { runTool } from './tools.mjs';

/** The order of the folders of test/: the quick and telling ones first; folders that are not named here come last. */
const ORDER = [
  'architecture',
  'migrations',
  'api',
  'matrix',
  'attacks',
  'stories',
  'web',
  'refusals',
  'year',
  'faults',
  'fuzz',
  'launch',
  'bench',
];
/** Folders whose specs share a machine well: they are one run, so that no processor waits for the longest spec of each. */
const SHARE = new Set(['migrations', 'api', 'matrix', 'attacks', 'stories', 'web']);
/** Two specs at a time where there are two processors: Jest itself would leave one of them idle. */
const AT_ONCE = Math.max(2, availableParallelism() - 1);
/** Folders whose specs break or measure what the others stand on: one spec after the other. */
const ONE_BY_ONE = new Set(['fuzz', 'launch', 'bench']);
const NOT_SUITES = new Set(['support', 'lighthouse', 'artifacts', 'node_modules']);

/** The runs of the unit tests: one for each project that has a Jest configuration. */
export const unitRuns = () =>
  ['workflows', 'migrations', 'api', 'web']
    .filter((project) => existsSync(inRoot(project, 'jest.config.mjs')))
    .map((project) => ({
      title: `Đơn vị · Unit: ${project}`,
      cwd: inRoot(project),
      args: ['--passWithNoTests', `--maxWorkers=${AT_ONCE}`],
    }));

/** The runs of test/: one for each of its folders. */
export function suiteRuns() {
  const folders = readdirSync(inRoot('test'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !NOT_SUITES.has(entry.name),
  );
  const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return folders
    .map(({ name }) => name)
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((name) => ({
      title: `test/${name}`,
      cwd: inRoot('test'),
      args: ['--passWithNoTests', `--maxWorkers=${ONE_BY_ONE.has(name) ? 1 : AT_ONCE}`, `test/${name}/`],
      shares: SHARE.has(name),
    }));
}

/** Runs that share a machine well and follow each other become one. */
export function together(runs) {
  const joined = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (!last?.shares || !run.shares) joined.push(run);
    else joined[joined.length - 1] = { ...last, title: `${last.title}, ${run.title}`, args: [...last.args, run.args.at(-1)] };
  }
  return joined;
}

/** What all runs so far came to; skipped tests by name. A suite that could not run counts as one failed. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = [];

  /** Adds the JSON result of a Jest run. */
  add(result) {
    this.passed += result.numPassedTests;
    this.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    for (const suite of result.testResults) {
      for (const test of suite.assertionResults) if (['pending', 'todo', 'skipped'].includes(test.status)) this.skipped.push(test.fullName);
    }
  }

  /** The last line of `npm test`. */
  get line() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped.length} skipped`;
  }
}

/** Runs Jest once and adds its result to the tally. @returns whether all of it passed */
export async function runJest(stopping, tally, { cwd, args }, env) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-jest-'));
  const file = join(folder, 'result.json');
  const flags = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'];
  const code = await runTool(stopping, 'jest', ['--json', `--outputFile=${file}`, ...args], { cwd, env, flags });
  if (existsSync(file)) tally.add(JSON.parse(readFileSync(file, 'utf8')));
  else tally.failed += 1;
  rmSync(folder, { recursive: true, force: true });
  return code === 0;
}
