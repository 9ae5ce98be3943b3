import { jest } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../api/launch/places.mjs';
import { nginxIsThere, startProxy } from '../../docker/check/proxy.mjs';
import { Browser } from '../support/client.js';
import { changeBloc, Watching } from '../support/watching.js';
import { eventually } from '../support/worker.js';
import { PASSWORD } from '../support/world.js';
import { faultsOf } from './checker.js';
import { LETTERS, Load, REGISTERING } from './load.js';
import { openScene, type Scene } from './scene.js';
import type { Victim } from './victim.js';

jest.setTimeout(300_000);

/** So many answers, letters or requests come between two blows, so that each meets people at work. */
const BETWEEN = 10;
/** So many units register, and so many score. */
const AT_WORK = 3;

const there = nginxIsThere();
const folder = mkdtempSync(join(tmpdir(), 'thidua-two-'));
chmodSync(folder, 0o711);
let scene: Scene;
let proxy: Awaited<ReturnType<typeof startProxy>>;

beforeAll(async () => {
  scene = await openScene({ apis: 2, workers: 2 });
  const upstreams = scene.apis.map(({ url }) => Number(new URL(url).port));
  if (there) proxy = await startProxy(inRoot('docker'), folder, { secrets: null, upstreams });
});
afterAll(async () => {
  if (there) await proxy.stop();
  await scene.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills a program, or tells it to end, while it works; waits until it works again. */
async function strike(victim: Victim, how: 'kill' | 'stop'): Promise<void> {
  await scene.ledger.next(victim.program === 'api' ? 'answered' : 'letter', BETWEEN);
  await victim[how]();
  await victim.start();
  if (victim.program === 'api') await eventually(() => Promise.resolve(victim.served > BETWEEN), 60);
}

describe('two programs of the API on one database', () => {
  it('know each other’s sessions, and each other’s sign-outs', async () => {
    const [one, other] = scene.apis.map(({ url }) => url);
    const here = await Browser.signIn(one!, `u1.head@${REGISTERING}.example`, PASSWORD);
    const elsewhere = here.at(other!);
    expect((await elsewhere.get('/api/session')).status).toBe(200);
    expect((await elsewhere.send('DELETE', '/api/session')).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(401);
  });
});

(there ? describe : describe.skip)('a page that is open, behind nginx,', () => {
  it('loses its line with the program that is killed, gets one at the other, and is told what happens then', async () => {
    const council = await Browser.signIn(`http://127.0.0.1:${proxy.tls}`, `council@${REGISTERING}.example`, PASSWORD);
    const bloc = `/api/blocs/${REGISTERING}`;
    const watch = () => Watching.begin(council, bloc);
    const lines = [await watch(), await watch()]; // nginx gives them to the programs by turns
    await scene.apis[0]!.kill();
    const lost = await eventually(() => Promise.resolve(lines.find(({ end }) => end !== null)));
    const [again, kept] = [await watch(), lines.find((line) => line !== lost)!];
    expect([again.answer.status, kept.end]).toEqual([200, null]);
    await changeBloc(council, bloc);
    await Promise.all([again.hears(), kept.hears()]);
    await scene.apis[0]!.start();
    for (const line of [again, kept]) line.leave();
  });
});

(there ? describe : describe.skip)('two of everything behind nginx, killed and ended in turn under people at work,', () => {
  it('show nobody an error; nothing acknowledged is lost, nothing is done twice, every letter is sent', async () => {
    const { registrations, sheets } = scene.stage;
    const atWork = { registrations: registrations.slice(0, AT_WORK), sheets: sheets.slice(0, AT_WORK) };
    const load = await Load.begin(atWork, `http://127.0.0.1:${proxy.tls}`, scene.ledger, 1_000);
    const inTurn = async (programs: readonly Victim[], blows: readonly ('kill' | 'stop')[]) => {
      for (const how of blows) for (const victim of programs) await strike(victim, how);
    };
    const blows = [inTurn(scene.apis, ['kill', 'stop']), inTurn(scene.workers, ['kill'])];
    await Promise.race([Promise.all(blows), load.refusal]);
    await load.stop();
    await scene.settled();
    const failed = scene.ledger.all('answered').filter(({ status }) => status >= 500);
    expect({ failed, lost: scene.ledger.all('lost') }).toEqual({ failed: [], lost: [] });
    expect(await faultsOf(scene.ledger, scene.world.owner, LETTERS)).toEqual([]);
  });
});
