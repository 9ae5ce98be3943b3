import { jest } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../api/launch/postgres.mjs';
import { connected } from '../support/rows.js';
import { faultsOf } from './checker.js';
import { LETTERS, Load } from './load.js';
import { openScene, type Scene } from './scene.js';

jest.setTimeout(300_000);

/** So many answers come between two blows, so that each meets people at work. */
const BETWEEN = 40;
const BLOWS = 3;

/** A server of its own, which keeps what it has committed: that of the other tests does not survive this. */
const folder = mkdtempSync(join(tmpdir(), 'thidua-stopped-pg-'));
const wanted = { folder, log: join(folder, 'postgres.log'), password: 'throwaway' };
let server: Awaited<ReturnType<typeof startPostgres>>;
let scene: Scene;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await startPostgres(wanted);
  process.env['TEST_PG'] = `postgres://postgres:throwaway@127.0.0.1:${server.port}/postgres`;
  scene = await openScene();
  scene.world.owner.on('error', () => undefined); // it is cut off with all others
});
afterAll(async () => {
  await scene.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Strikes the database while people work; whoever asks once it is back is answered, and nothing of before is lost. */
async function struck(how: string, blow: () => Promise<void>): Promise<void> {
  const { ledger, stage, apis, world } = scene;
  const load = await Load.begin(stage, apis[0]!.url, ledger, 1_000);
  const since = performance.now();
  const back: number[] = [];
  const blows = async () => {
    for (let n = 0; n < BLOWS; n += 1) {
      await ledger.next('answered', BETWEEN);
      ledger.note({ what: 'struck', program: 'database', how });
      await blow();
      back.push(performance.now());
    }
    await ledger.next('answered', BETWEEN);
  };
  await Promise.race([blows(), load.refusal]);
  await load.stop();
  await scene.settled();
  const asked = Map.groupBy(ledger.all('asked'), ({ id }) => id);
  const strikes = ledger.all('struck').filter(({ at }) => at > since);
  const failed = ledger.all('answered').filter(({ at, status }) => at > since && status >= 500);
  const unexplained = failed.filter(({ id, at }) => {
    const begun = asked.get(id)!.findLast((one) => one.at < at)!.at;
    return !strikes.some((strike, n) => begun <= back[n]! && at >= strike.at);
  });
  expect(unexplained).toEqual([]);
  expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(failed.length > 0 ? [503] : []));
  await connected(world.ownerUrl, async (db) => expect(await faultsOf(ledger, db, LETTERS)).toEqual([]));
}

describe('the database, under people at work,', () => {
  it('has every session cut: only what was under way fails, with 503, and is done when it is asked again', () =>
    struck('every session cut', () =>
      connected(scene.world.ownerUrl, async (db) => {
        const { rowCount } = await db.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename like 'thidua_test%'`);
        expect(rowCount).toBeGreaterThan(0);
      }),
    ));

  it('is stopped at once, as by a failure, and started again: nothing that was acknowledged is lost, and work goes on by itself', () =>
    struck('stopped', async () => {
      process.kill(server.pid, 'SIGQUIT');
      await server.ended;
      server = await startPostgres({ ...wanted, port: server.port });
    }));
});
