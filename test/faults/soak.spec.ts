import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { thidua } from '../support/command.js';
import { leaveFigures } from '../support/long-form.mjs';
import { faultsOf } from './checker.js';
import { ask } from './client.js';
import { Ledger } from './ledger.js';
import { LETTERS, Load, REGISTERING } from './load.js';
import { openScene, type Scene } from './scene.js';
import { slopeOf } from './slope.js';
import { main } from './soak.mjs';
import type { ProgramName } from './victim.js';

/** `npm run soak` asks for more; the short form shows that the command works, and measures too little to judge memory. */
const SECONDS = 60 * Number(process.env['SOAK_MINUTES'] ?? 0.1);
/** Acts a second: the deadline's peak of 10,000 units (40 writes a unit in four hours, five times as dense). */
const RATE = Number(process.env['SOAK_RATE'] ?? 140);
/** The ledger is checked and begun anew so often, so that a day's fits into memory. */
const EPISODE_SECONDS = Math.min(600, SECONDS);
/** So many samples are taken in all, of which the first third is warm-up; a day needs no more than one in a quarter of an hour. */
const SAMPLES = Math.max(5, Math.min(120, Math.floor(SECONDS / 5)));
/** Below this nothing is judged: caches and compiled code are still growing. */
const JUDGED_FROM_SECONDS = 500;
/** A program that starts with 150 MB would need more than a day to double: beyond that it leaks. */
const LEAK_MB_PER_HOUR = 6;
const MB = 1024 * 1024;
const WEIGH = `--import ${new URL('./weigh.mjs', import.meta.url).href}`;

jest.setTimeout(120_000 + SECONDS * 2_000);

interface Sample {
  readonly hours: number;
  readonly queued: number;
  readonly held: Readonly<Record<ProgramName, number>>;
  readonly rss: Readonly<Record<ProgramName, number>>;
}

let scene: Scene;
const samples: Sample[] = [];
let acts = 0;
let letters = 0;
let seconds = 0;
beforeAll(async () => {
  scene = await openScene({ environment: { NODE_OPTIONS: WEIGH } });
});
afterAll(async () => {
  leaveFigures('soak', figures());
  await scene.close();
});

/** Lets so many acts begin a second, however many are under way; what was missed, up to a second of it, is made good. */
function paced(): () => Promise<void> {
  let next = performance.now();
  return async () => {
    const now = performance.now();
    next = Math.max(next, now - 1000) + 1000 / RATE;
    if (next > now) await pause(next - now);
  };
}

async function sample(hours: number): Promise<void> {
  const [api, worker] = [await scene.apis[0]!.weigh(), await scene.worker.weigh()];
  const { rows } = await scene.world.owner.query<{ n: number }>(`select count(*)::int as n from delivery where state = 'queued'`);
  const both = (of: 'held' | 'rss') => ({ api: api[of] / MB, worker: worker[of] / MB });
  samples.push({ hours, queued: rows[0]!.n, held: both('held'), rss: both('rss') });
}

/** Plays the peak for a while, then lets everything come to rest and holds it against a ledger of its own. @returns what is not so */
async function episode(length: number, began: number): Promise<string[]> {
  const { stage, apis, world } = scene;
  await scene.settled(); // what was sent before belongs to no episode, or to the one before
  const ledger = new Ledger();
  scene.hears(ledger);
  const since = (await world.owner.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]!.now;
  const load = await Load.begin(stage, apis[0]!.url, ledger, Infinity, paced());
  const soaked = performance.now();
  for (let left = Math.ceil((SAMPLES * length) / SECONDS); left > 0; left -= 1) {
    await pause((SECONDS * 1000) / SAMPLES);
    await Promise.race([sample((performance.now() - began) / 3_600_000), load.refusal]);
  }
  seconds += (performance.now() - soaked) / 1000;
  await load.stop();
  for (const { unit, record } of stage.registrations) {
    const head = load.person(`${unit}.head@${REGISTERING}`);
    const { status, body } = await ask(ledger, head, record, { event: 'recall' }); // the next episode begins with drafts
    if (status < 300) record.version = body.version;
  }
  await scene.settled();
  acts += ledger.all('answered').length;
  letters += ledger.all('letter').length;
  return faultsOf(ledger, world.owner, LETTERS, since);
}

/** What came after the warm-up. */
const steady = () => samples.slice(Math.floor(samples.length / 3));
const growth = (of: 'held' | 'rss', program: ProgramName) => slopeOf(steady().map((one) => [one.hours, one[of][program]]));
const queueGrowth = () => slopeOf(steady().map(({ hours, queued }) => [hours * 60, queued]));

/** What happened, in numbers. */
function figures(): Record<string, unknown> {
  const told = ({ slope, error }: { slope: number; error: number }) => `${slope.toFixed(2)} ± ${error.toFixed(2)}`;
  const last = samples.at(-1)!;
  const memory = (['api', 'worker'] as const).flatMap((program) => [
    [`${program}: MB held at the end, after a collection (in all)`, `${last.held[program].toFixed(1)} (${last.rss[program].toFixed(0)})`],
    [`${program}: growth of what is held, MB per hour`, told(growth('held', program))],
    [`${program}: growth in all, MB per hour`, told(growth('rss', program))],
  ]);
  return {
    seconds: Math.round(seconds),
    'acts a second': Math.round(acts / seconds),
    acts,
    letters,
    samples: samples.length,
    'most letters waiting': Math.max(...samples.map(({ queued }) => queued)),
    'growth of the outbox, letters per minute': told(queueGrowth()),
    ...Object.fromEntries(memory),
  };
}

describe(`the planned peak for ${SECONDS} seconds`, () => {
  it('is borne: the ledger is clean, every letter is sent, the outbox and what the programs hold do not grow', async () => {
    const began = performance.now();
    for (let left = SECONDS; left > 0; left -= EPISODE_SECONDS) expect(await episode(Math.min(left, EPISODE_SECONDS), began)).toEqual([]);
    expect(await thidua(scene.world, ['audit', 'verify'])).toMatchObject({ code: 0 });
    expect(acts).toBeGreaterThan(SECONDS);
    if (SECONDS < JUDGED_FROM_SECONDS) return;
    for (const program of ['api', 'worker'] as const) {
      const { slope, error } = growth('held', program);
      expect({ program, grows: slope - 3 * error > LEAK_MB_PER_HOUR, slope, error }).toMatchObject({ grows: false });
    }
    const { slope, error } = queueGrowth();
    expect({ grows: slope - 3 * error > 1, slope, error }).toMatchObject({ grows: false });
  });
});

describe('npm run soak', () => {
  it.each(['--minutes', '--minutes 0', '--minutes x', '--hours 1', '10', '--minutes 1 2'])('%s is told how it is used', async (words) => {
    expect(await main(words.split(' '))).toBe(2);
  });
});
