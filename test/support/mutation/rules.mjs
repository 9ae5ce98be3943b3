import { spawn } from 'node:child_process';
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import { binFolder } from '../../../api/launch/places.mjs';
import { say } from '../../../api/launch/say.mjs';
import { copyCheckout } from './copy.mjs';
import { ended } from './run.mjs';

/** The rules that are functions: who may and who judges, scoring, ranks, quota and the count of votes. Tables are the guards' affair. */
const RULES = [
  ...['ability', 'actor', 'advance', 'permissions', 'record'],
  ...['*/*.machine', '*/*.permissions', 'cycle/recusal', 'cycle/reviewer', 'ranking/ranking'],
  ...['assignments', 'points', 'scorecard.facts', 'scoring', 'step'].map((name) => `scorecard/${name}`),
  ...['candidates', 'eligibility', 'meeting', 'quota', 'tally'].map((name) => `nomination/${name}`),
].map((name) => `workflows/${name}.ts`);

/** The files of rules of which one of the words is a part; without words all. */
export const rulesOf = (files, words) =>
  files.filter(
    (file) => RULES.some((rule) => matchesGlob(file, rule)) && (words.length === 0 || words.some((word) => file.includes(word))),
  );

/** After so many milliseconds a mutant hangs; a machine that is busy with something else must not pass for a test that noticed. */
const PATIENCE = 60_000;

/** How Stryker runs: what stands in a file's tables is read once and for all, and is taken away as guards, not here (`ignoreStatic`). */
const CONFIGURATION = {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'],
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    configFile: 'workflows/jest.config.mjs',
    config: { testSequencer: join(import.meta.dirname, 'quick-first.mjs') },
  },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  inPlace: true,
  timeoutMS: PATIENCE,
  concurrency: 1,
  maxTestRunnerReuse: 100, // modules of ES stay in memory with each run: after 200 it was 4 GB
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: 'result.json' },
  tempDirName: 'stryker',
};

/** What became of a change: noticed by a test, or by none. Changes that cannot be (they do not run, nothing but a table) are none. */
const NOTICED = { Killed: true, Timeout: true, Survived: false, NoCoverage: false };

/**
 * Changes the rules' functions one place at a time (Stryker) and asks which unit test of the law notices.
 * @param {readonly string[]} files the files of the checkout
 * @param {readonly string[]} mutate those whose functions are changed
 * @returns {Promise<{ noticed: number, all: number }>}
 */
export async function examineRules(files, mutate, stopping) {
  const copy = copyCheckout(files);
  stopping.add(async () => rmSync(copy, { recursive: true, force: true }));
  writeFileSync(join(copy, 'stryker.config.json'), JSON.stringify({ ...CONFIGURATION, mutate }));
  const program = realpathSync(join(binFolder, 'stryker'));
  const child = spawn(process.execPath, [program, 'run', 'stryker.config.json'], { cwd: copy, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await ended(child, stopping);
  if (code !== 0) throw new Error(`Stryker ended with ${code}`);
  return tell(JSON.parse(readFileSync(join(copy, 'result.json'), 'utf8')));
}

function tell({ files, testFiles = {} }) {
  const names = new Map(
    Object.entries(testFiles).flatMap(([file, { tests }]) => tests.map(({ id, name }) => [id, `${basename(file)}: ${name}`])),
  );
  const mutants = Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.filter(({ status }) => status in NOTICED).map((mutant) => ({ file, ...mutant })),
  );
  for (const { file, location, mutatorName, replacement, status, killedBy = [] } of mutants) {
    const test = status === 'Timeout' ? 'it hangs' : (names.get(killedBy[0]) ?? 'SURVIVED');
    say(
      `${NOTICED[status] ? '✔' : '✗'} ${file}:${location.start.line} | ${mutatorName}: ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)} | ${test}`,
    );
  }
  return { noticed: mutants.filter(({ status }) => NOTICED[status]).length, all: mutants.length };
}
