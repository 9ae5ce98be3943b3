import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BlocOfBench } from './house.js';
import { slot, type Recording, type Slot, type Template } from './recording.js';
import type { Done, Variant } from './variant.js';

const run = promisify(execFile);

/** What differs from one transition to the next, as pgbench keeps it for each of its connections; the key is made by the database where it is written. */
const KEPT: Readonly<Partial<Record<Slot, string>>> = { id: 'id', version: 'version', n: 'n', head: 'head', newHead: 'head' };

/** A key that nobody used: it is looked for and not found, as that of a first request. */
const UNUSED = '00000000-0000-4000-8000-000000000000';

/** Values that do not differ are variables of pgbench, set once: quoting is then nobody's affair. */
class Script {
  readonly lines: string[] = [];
  readonly variables: Record<string, string> = {};

  /** Adds a statement on one line, with variables in the places of its values. */
  add({ text, values }: Template, token: string, written: boolean): void {
    const places = values.map((value) => this.placeOf(value, token, written));
    const filled = text.replace(/\$(\d+)/g, (_, n: string) => places[Number(n) - 1]!);
    this.lines.push(`${filled.replace(/\s+/g, ' ').trim()};`);
  }

  private placeOf(value: unknown, token: string, written: boolean): string {
    if (Array.isArray(value)) return ':ids';
    if (value === null) return 'null';
    if (value === slot('key')) return written ? 'gen_random_uuid()' : `'${UNUSED}'`;
    const kept = Object.entries(KEPT).find(([name]) => value === slot(name as Slot));
    if (kept) return `:${kept[1]}`;
    const name = `v${Object.keys(this.variables).length}`;
    this.variables[name] = value === slot('token') ? `\\x${token}` : String(value);
    return `:${name}`;
  }
}

/** Which record is a connection's own is asked once, by its number. */
const first = (bloc: BlocOfBench): string[] => [
  '\\if :first',
  'begin;',
  `select set_config('app.bloc', '${bloc.blocId}', true);`,
  `select id, '{' || id || '}' as ids, version, entries + 1 as n, head from registration where bloc_id = '${bloc.blocId}' and cycle_id = '${bloc.cycleId}' order by id offset :client_id limit 1 \\gset`,
  'commit;',
  '\\set first 0',
  '\\endif',
];

/** Each start prepares the statements of every connection anew: so many seconds of it are left out. */
const WARM = 3;

/** What was done after the first seconds, as the lines of progress tell it; a script is two transitions. @throws Error when there are none */
function doneIn(progress: string): Done {
  const told = [...progress.matchAll(/^progress: ([\d.]+) s, ([\d.]+) tps/gm)].map(([, at, perSecond]) => ({
    at: Number(at),
    perSecond: Number(perSecond),
  }));
  const warm = told.filter(({ at }) => at > WARM + 0.5);
  const operations = warm.reduce((sum, { perSecond }) => sum + 2 * perSecond, 0);
  if (!(operations > 0)) throw new Error(`pgbench did not say what it did:\n${progress}`);
  return { operations, seconds: warm.length };
}

/** The transaction of a transition without any program around it: `pgbench` sends the same statements in two pipelines, prepared. */
export function pgbenchOf(folder: string, appUrl: string, bloc: BlocOfBench, { submit, recall }: Recording): Variant {
  const script = new Script();
  script.lines.push(...first(bloc));
  for (const { reads, writes } of [submit, recall]) {
    for (const batch of [reads, writes]) {
      script.lines.push('\\startpipeline');
      for (const statement of batch) script.add(statement, bloc.registrations[0]!.token, batch === writes);
      script.lines.push('\\endpipeline');
    }
    script.lines.push('\\set version :version + 1', '\\set n :n + 1');
  }
  const place = mkdtempSync(join(tmpdir(), 'thidua-pgbench-'));
  const file = join(place, 'transition.sql');
  writeFileSync(file, `${script.lines.join('\n')}\n`);
  const variables = Object.entries({ ...script.variables, first: '1' }).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const { hostname, port, username, password, pathname } = new URL(appUrl);
  const to = ['-h', hostname, '-p', port, '-U', username];
  return {
    name: 'pgbench',
    round: async (seconds, connections) => {
      const all = WARM + Math.ceil(seconds);
      const how = ['-n', '-M', 'prepared', '-T', String(all), '-P', '1', '-c', String(connections), '-j', '1', '-f', file];
      const { stderr } = await run(join(folder, 'pgbench'), [...to, ...how, ...variables, pathname.slice(1)], {
        env: { ...process.env, PGPASSWORD: password },
      });
      return doneIn(stderr);
    },
    close: () => Promise.resolve(rmSync(place, { recursive: true, force: true })),
  };
}
