import { jest } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveFigures } from '../support/long-form.mjs';
import { connected } from '../support/rows.js';
import { faultsOf } from './checker.js';
import { LETTERS, Load } from './load.js';
import { OwnServer } from './own-server.js';
import { openScene, type Scene } from './scene.js';

/** `npm run crash` asks for more. */
const STOPS = Number(process.env['CRASH_STOPS'] ?? 3);

jest.setTimeout(240_000 + STOPS * 20_000);

/** So many answers come between two blows, so that each meets people at work. */
const BETWEEN = 40;
/** So many units register, and so many score. */
const AT_WORK = 3;

const folder = mkdtempSync(join(tmpdir(), 'thidua-stopped-pg-'));
let server: OwnServer;
let scene: Scene;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await OwnServer.start(folder);
  scene = await openScene();
  scene.world.owner.on('error', () => undefined); // it is cut off with all others
});
afterAll(async () => {
  await scene.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

type Blow = readonly [how: string, strike: () => Promise<void>];

const CUT: Blow = [
  'every session cut',
  () =>
    connected(scene.world.ownerUrl, async (db) => {
      const { rowCount } = await db.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename like 'thidua_test%'`);
      expect(rowCount).toBeGreaterThan(0);
    }),
];
const STOPPED: Blow = [
  'stopped at once and started again',
  async () => {
    await server.stopAtOnce();
    await server.startAgain();
  },
];

/** Strikes between so many answers. @returns when the database was back after each blow */
async function strike(blows: readonly Blow[]): Promise<number[]> {
  const back: number[] = [];
  for (const [how, blow] of blows) {
    await scene.ledger.next('answered', BETWEEN);
    const since = performance.now();
    await blow();
    scene.ledger.note({ what: 'struck', program: 'database', how, since });
    back.push(performance.now());
  }
  await scene.ledger.next('answered', BETWEEN);
  return back;
}

/** The statuses of answers that were failures, and how many of them came to requests that were not under way at any blow. */
function failures(back: readonly number[]): { statuses: number[]; unexplained: number } {
  const asked = Map.groupBy(scene.ledger.all('asked'), ({ id }) => id);
  const strikes = scene.ledger.all('struck');
  const failed = scene.ledger.all('answered').filter(({ status }) => status >= 500);
  const unexplained = failed.filter(({ id, at }) => {
    const begun = asked.get(id)!.findLast((one) => one.at < at)!.at;
    return !strikes.some((blow, n) => begun <= back[n]! && at >= blow.since!);
  });
  return { statuses: [...new Set(failed.map(({ status }) => status))], unexplained: unexplained.length };
}

/** What happened, in numbers; the times are those of this machine. */
function figures(back: readonly number[]): Record<string, unknown> {
  const { ledger } = scene;
  const strikes = ledger.all('struck');
  const served = ledger.all('answered').filter(({ status }) => status < 500);
  const pauses = strikes.map((blow, n) => served.find(({ at }) => at > back[n]!)!.at - blow.since!);
  return {
    ...Object.fromEntries([...Map.groupBy(strikes, ({ how }) => how)].map(([how, all]) => [`the database: ${how}`, all.length])),
    requests: ledger.all('asked').length,
    acknowledged: new Set(ledger.all('answered').flatMap(({ id, version }) => (version === null ? [] : [id]))).size,
    'refused or unanswered': ledger.all('lost').length + ledger.all('answered').filter(({ status }) => status >= 500).length,
    'longest from a blow until somebody was served, ms': Math.round(Math.max(...pauses)),
    ledger: ledger.file,
  };
}

describe('the database, cut off or stopped under people at work,', () => {
  it('fails only what is under way, with 503; nothing acknowledged is lost, and work goes on by itself', async () => {
    const { ledger, stage, apis, world } = scene;
    const atWork = { registrations: stage.registrations.slice(0, AT_WORK), sheets: stage.sheets.slice(0, AT_WORK) };
    const load = await Load.begin(atWork, apis[0]!.url, ledger, 1_000 * STOPS);
    const back = await Promise.race([strike(Array.from({ length: STOPS }, () => [CUT, STOPPED]).flat()), load.refusal]);
    await load.stop();
    await scene.settled();
    leaveFigures('database', figures(back));
    const { statuses, unexplained } = failures(back);
    expect({ unexplained, others: statuses.filter((status) => status !== 503) }).toEqual({ unexplained: 0, others: [] });
    await connected(world.ownerUrl, async (db) => expect(await faultsOf(ledger, db, LETTERS)).toEqual([]));
  });
});
