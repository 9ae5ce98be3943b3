import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { commitHere, thisMachine } from '../../bench/harness/machine.js';
import { eventually } from '../../support/worker.js';
import { faultsOf } from '../checker.js';
import { Ledger } from '../ledger.js';
import { makeHouse, signIn } from './house.js';
import { startClient, startSystem, type Client, type System } from './programs.js';
import { autosaveOf, stagesOf, tableOf, wrongIn, WRITTEN_MIX, type Evening, type Played } from './verdict.js';
import { Watch } from './watch.js';

/** What test/faults/evening/evening.mjs tells. */
interface Told {
  readonly server: string;
  /** For data and logs; removed afterwards. */
  readonly folder: string;
  readonly people: number;
  readonly units: number;
  readonly minutes: number;
  /** How many more come at once. */
  readonly crowd: number;
  readonly seed: number;
  /** Where the figures go, as JSON; null: nowhere. */
  readonly out: string | null;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const told = JSON.parse(process.argv[2]!) as Told;
process.env.TEST_PG = told.server;

/** What the acts of the evening send letters about: none of them. */
const LETTERS = {};

/** Plays all stages. @returns each with what was seen, and the ledger of the people */
async function play(system: System, client: Client, owner: pg.Client): Promise<{ stages: Played[]; file: string }> {
  const stages: Played[] = [];
  let file = '';
  for (const stage of stagesOf(told.people, told.minutes, told.crowd)) {
    const watch = new Watch(owner, system.url, [system.api.pid, system.worker.pid]);
    const seen = await client.play(stage);
    stages.push({ ...stage, ...seen, ...(await watch.shown()) });
    say(`  ${stage.name}: ${seen.seconds} s`);
    file = seen.ledger;
  }
  return { stages, file };
}

/** Compares what people were told with what is there. */
async function judge(file: string, letters: Ledger, owner: pg.Client): Promise<Evening['ledger']> {
  const waiting = `select from delivery where state = 'queued'`;
  await eventually(async () => (await owner.query(waiting)).rowCount === 0, 60);
  const ledger = new Ledger(file);
  for (const { messageId, to } of letters.all('letter')) ledger.note({ what: 'letter', messageId, to });
  const acknowledged = new Set(ledger.all('answered').flatMap(({ id, version }) => (version === null ? [] : [id]))).size;
  const faults = await faultsOf(ledger, owner, LETTERS);
  return { asked: new Set(ledger.all('asked').map(({ id }) => id)).size, acknowledged, lost: ledger.all('lost').length, faults };
}

/** Waits until the worker has made the first checkpoint of every place: it does so once in an installation, and not on this evening. */
async function firstCheckpoints(db: pg.Client): Promise<void> {
  const owed = `select (select count(*) from bloc) + 1 - count(distinct coalesce(bloc_id::text, '')) as owed from checkpoint`;
  await eventually(async () => Number((await db.query<{ owed: string }>(owed)).rows[0]!.owed) <= 0, 3_600);
}

say(`${told.units} units are simulated`);
const addresses = await makeHouse(told.units, told.seed, say);
const people = await signIn(addresses.ownerUrl, told.people, told.seed);
const owner = new pg.Client({ connectionString: addresses.ownerUrl });
await owner.connect();
const letters = new Ledger();
const system = await startSystem(addresses, told.folder, letters);
const client = await startClient(system.url, people, told.seed);
await firstCheckpoints(owner);
say(`${told.people} people on line, ${told.minutes} minutes`);
const { stages, file } = await play(system, client, owner);
const ledger = await judge(file, letters, owner);
await client.end();
await system.close();
await owner.end();

const evening: Evening = {
  date: new Date().toISOString().slice(0, 10),
  commit: commitHere(),
  machine: thisMachine(),
  asked: { people: told.people, units: told.units, minutes: told.minutes, seed: told.seed },
  mix: WRITTEN_MIX,
  stages,
  autosave: autosaveOf(stages),
  ledger,
  wrong: stages.flatMap(wrongIn),
};
say(tableOf(evening));
if (told.out) writeFileSync(told.out, `${JSON.stringify(evening, null, 2)}\n`);
process.exitCode = evening.wrong.length === 0 && ledger.faults.length === 0 ? 0 : 1;
