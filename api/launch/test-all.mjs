import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from './build.mjs';
import { Failure } from './failures.mjs';
import { runJest, suiteRuns, Tally, together, unitRuns } from './jest-runs.mjs';
import { inRoot } from './places.mjs';
import { say } from './say.mjs';
import { toItsEnd } from './to-its-end.mjs';
import { CHECKS, runTool } from './tools.mjs';

/** What a person's own settings must not change about the tests. */
const OWN_SETTINGS = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'THIDUA_MODE',
  'PUBLIC_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'NODE_OPTIONS',
];

/** `npm test`: build, checks, unit tests, then test/ folder by folder; goes on after a failure, so that one run tells all. */
export const main = (args) => runAll({ checks: true, suites: suiteRuns(), only: args });

/**
 * @param {{ checks: boolean, suites: object[], only: string[] }} what `only`: names of parts, e.g. `npm test -- api launch`
 * @returns the exit code
 */
export function runAll({ checks, suites, only = [] }) {
  return toItsEnd((stopping) => runParts({ checks, suites, only }, stopping));
}

async function runParts({ checks, suites, only }, stopping) {
  for (const name of OWN_SETTINGS) delete process.env[name];
  const parts = chosen([...(checks ? CHECKS : []).map(([title]) => title), ...[...unitRuns(), ...suites].map(({ title }) => title)], only);
  await buildWhatChanged(stopping);
  const tally = new Tally();
  const failed = [];
  const checked = checks ? CHECKS.filter(([title]) => parts.has(title)) : [];
  await twoAtATime(checked, ([title, tool, args]) => part(title, failed, async () => (await runTool(stopping, tool, args)) === 0));
  const runs = together([...unitRuns(), ...suites].filter(({ title }) => parts.has(title)));
  const env = await shared(stopping);
  for (const run of runs) await part(run.title, failed, () => runJest(stopping, tally, run, env));
  return conclude(tally, failed);
}

/**
 * The titles that were asked for, all of them without words. A word that fits none would pass without a test.
 * @throws Failure 'no-such-part'
 */
export function chosen(titles, words) {
  const strange = words.filter((word) => !titles.some((title) => title.includes(word)));
  if (strange.length > 0) throw new Failure('no-such-part', { words: strange.join(', '), parts: titles.join(' | ') });
  return new Set(titles.filter((title) => words.length === 0 || words.some((word) => title.includes(word))));
}

/** Each of a list, in its order, while at most two are under way. */
async function twoAtATime(list, work) {
  const left = list.values();
  const lane = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all([lane(), lane()]);
}

async function part(title, failed, run) {
  const began = Date.now();
  say(`\n── ${title}`);
  const passed = await run();
  if (!passed) failed.push(title);
  say(`${passed ? '✔' : '✗'} ${title} (${Math.round((Date.now() - began) / 1000)} s)`);
}

/** What all runs share: one PostgreSQL, and a file of the refusals that they met over HTTP, which test/refusals reads. */
async function shared(stopping) {
  const { startTestPostgres } = await import(new URL(`file://${inRoot('test', 'support', 'postgres.mjs')}`).href);
  const server = await startTestPostgres();
  stopping.add(server.stop);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-met-'));
  stopping.add(() => rmSync(folder, { recursive: true, force: true }));
  return { TEST_PG: server.url, MET_REFUSALS: join(folder, 'refusals.jsonl') };
}

/** Says what was skipped and what failed, and ends with the one line of the totals. */
function conclude(tally, failed) {
  say('');
  for (const name of tally.skipped) say(`skipped: ${name}`);
  for (const title of failed) say(`✗ ${title}`);
  say(tally.line);
  return failed.length > 0 || tally.failed > 0 ? 1 : 0;
}
