import 'reflect-metadata';
import type { Bench } from './harness/bench.js';
import { commitHere, thisMachine, versionsHere } from './harness/machine.js';
import { QUICK, WHOLE } from './harness/measure.js';
import { keep } from './report/keep.js';
import { targetOf, type Target } from './report/results.js';

/** What test/bench/bench.mjs tells: which targets, how long, where PostgreSQL and its pgbench are, where the results go. */
interface Told {
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly server: string;
  readonly pgbench: string | null;
  readonly folder: string;
  readonly files: readonly string[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const told = JSON.parse(process.argv[2]!) as Told;
process.env.TEST_PG = told.server;
const effort = told.quick ? QUICK : WHOLE;
const commit = commitHere();
const day = new Date().toISOString().slice(0, 10);
const [machine, versions] = [thisMachine(), await versionsHere(told.server)];
const targets: Target[] = [];
for (const file of told.files) {
  const { bench } = (await import(`./${file}`)) as { bench: Bench };
  if (told.only.length > 0 && !told.only.includes(bench.id)) continue;
  say(`\n── ${bench.id}: ${bench.title}`);
  for (const measured of await bench.measure({ effort, server: told.server, pgbench: told.pgbench, say })) {
    const target = targetOf(bench.id, measured, commit, day);
    targets.push(target);
    const { name, value, min, max, bound, met, unit = '' } = target;
    say(
      `${met ? '✔' : met === null ? '–' : '✗'} ${name}: ${value ?? 'not measured'} (${min ?? '–'}–${max ?? '–'}), ${bound} ${target.target} ${unit}`.trimEnd(),
    );
    if (value === null) say(`  NOT MEASURED: ${target.why}`);
  }
  // Kept after each, so that a run that is stopped leaves what it has.
  keep(told.folder, { machine, versions, commit, targets });
}
say(`\n${targets.filter(({ met }) => met).length} of ${targets.length} targets met; written into ${told.folder}`);
