import { rmSync } from 'node:fs';
import { root } from '../../../api/launch/places.mjs';
import { during, say } from '../../../api/launch/say.mjs';
import { toItsEnd } from '../../../api/launch/to-its-end.mjs';
import { startTestPostgres } from '../postgres.mjs';
import { buildCopy, copyCheckout, filesOfCheckout } from './copy.mjs';
import { PARTS, planOf } from './parts.mjs';
import { examineRules, rulesOf } from './rules.mjs';
import { runSpecs } from './run.mjs';

/** The share of the guards that a test must notice, in each part. */
const ENOUGH = 0.9;
const USAGE = `npm run mutation -- [${Object.keys(PARTS).join('|')} …] [--limit N] | rules [WORD …]`;

/**
 * `npm run mutation`: takes the guards away one by one, and changes the functions of the rules one place at a time, in a copy, and asks
 * which test notices.
 * @returns the exit code: 1 where fewer than nine in ten are noticed, 2 for a wrong call
 */
export async function main(args) {
  const wanted = read(args);
  if (!wanted) {
    say(USAGE);
    return 2;
  }
  return toItsEnd(async (stopping) => {
    const guards = wanted.parts.length > 0 ? await examine(wanted, stopping) : 0;
    return wanted.rules ? Math.max(guards, await rules(wanted.rules, stopping)) : guards;
  });
}

/**
 * What was asked for: parts of the guards and how many of each, files of rules (null: none). Without a word everything. Null for a wrong call.
 */
function read(args) {
  if (args[0] === 'rules') {
    const rules = rulesOf(filesOfCheckout(), args.slice(1));
    return rules.length > 0 ? { parts: [], limit: Infinity, rules } : null;
  }
  const at = args.indexOf('--limit');
  const limit = at < 0 ? Infinity : Number(args[at + 1]);
  const parts = at < 0 ? args : args.toSpliced(at, 2);
  const right = limit > 0 && parts.every((part) => Object.hasOwn(PARTS, part));
  if (!right) return null;
  return { parts: parts.length > 0 ? parts : Object.keys(PARTS), limit, rules: args.length === 0 ? rulesOf(filesOfCheckout(), []) : null };
}

async function rules(mutate, stopping) {
  say('\n── rules\n');
  const { noticed, all } = await examineRules(filesOfCheckout(), mutate, stopping);
  return conclude('rules', noticed, all);
}

async function examine({ parts, limit }, stopping) {
  const files = filesOfCheckout();
  const { mutants, sources } = planOf(root, files, parts);
  const copy = copyCheckout(files);
  stopping.add(async () => rmSync(copy, { recursive: true, force: true }));
  await during(`${mutants.length} guards, in a copy`, async () => buildCopy(copy, sources));
  const server = await startTestPostgres();
  stopping.add(server.stop);
  const whole = new Map();
  const run = (spec, env) => runSpecs(copy, spec, { ...env, TEST_PG: server.url }, stopping);
  /** Whether specs pass with every guard in place: otherwise they would notice anything. */
  const holds = async (spec) => {
    if (!whole.has(spec.path)) whole.set(spec.path, (await run(spec, {})).passed);
    if (!whole.get(spec.path)) throw new Error(`${spec.path} fails with every guard in place`);
  };
  const results = parts.map((part) => [
    part,
    spread(
      mutants.filter((mutant) => mutant.part === part),
      limit,
    ),
  ]);
  let code = 0;
  for (const [part, some] of results) code = Math.max(code, await examinePart(part, some, run, holds));
  return code;
}

/** So many of a list, evenly from all of it. */
const spread = (list, limit) =>
  list.filter((_, at) => Math.floor(((at + 1) * limit) / list.length) > Math.floor((at * limit) / list.length) || limit >= list.length);

async function examinePart(part, mutants, run, holds) {
  say(`\n── ${part}: ${mutants.length}\n`);
  let noticed = 0;
  for (const mutant of mutants) {
    const test = await noticing(mutant, run, holds);
    if (test) noticed += 1;
    say(`${test ? '✔' : '✗'} ${mutant.file}:${mutant.line} | ${mutant.what} | ${test ?? 'SURVIVED'}`);
  }
  return conclude(part, noticed, mutants.length);
}

/** Says how many were noticed. @returns the exit code */
function conclude(part, noticed, all) {
  const share = all === 0 ? 1 : noticed / all;
  say(`\n${part}: ${noticed} of ${all} noticed by a named test (${(share * 100).toFixed(1)} %)`);
  return share >= ENOUGH ? 0 : 1;
}

/** The first test that fails with this guard taken away; null where none does. Specs that fail as a whole name no test. */
async function noticing({ id, part, file }, run, holds) {
  for (const spec of PARTS[part].specs(file)) {
    await holds(spec);
    const { test } = await run(spec, { TAKEN_AWAY: String(id) });
    if (test) return test;
  }
  return null;
}
