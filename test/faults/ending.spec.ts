import { jest } from '@jest/globals';
import { HEARD_AT_MOST } from '@thidua/api/platform/http/whole';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../api/launch/ports.mjs';
import { inRoot } from '../../api/launch/places.mjs';
import { nginxIsThere, startProxy } from '../../docker/check/proxy.mjs';
import { startWorld, type World } from '../support/world.js';
import { Ledger } from './ledger.js';
import { Victim } from './victim.js';

jest.setTimeout(120_000);

/** A line that breaks under a sender breaks now and then, not every time. */
const TIMES = 10;

const there = nginxIsThere();
const folder = mkdtempSync(join(tmpdir(), 'thidua-ending-'));
chmodSync(folder, 0o711);
let world: World;
let api: Victim;
let port: number;
let proxy: Awaited<ReturnType<typeof startProxy>>;

beforeAll(async () => {
  [world, port] = [await startWorld(), await freePort()];
  api = new Victim('api', { DATABASE_URL: world.appUrl, DATA_DIR: world.dataDir, PORT: String(port) }, new Ledger());
  await api.start();
  if (there) proxy = await startProxy(inRoot('docker'), folder, { secrets: null, upstreams: [port] });
});
afterAll(async () => {
  if (there) await proxy.stop();
  await api.stop();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const LONG = JSON.stringify({ email: 'x'.repeat(10_000_000) });
/** The body of known length, or piece by piece with none told before. */
const BODIES = { 'of told length': () => LONG, 'of untold length': () => new Blob([LONG]).stream() };

async function send(url: string, body: string | ReadableStream): Promise<unknown> {
  const headers = { 'x-thidua': '1', 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
}

describe('a body of 10 MB', () => {
  const places = [
    ['by the program', () => api.url],
    ...(there ? [['through nginx', () => `http://127.0.0.1:${proxy.tls}`] as const] : []),
  ] as const;
  it.each(places.flatMap(([by, url]) => Object.entries(BODIES).map(([how, body]) => [how, by, url, body] as const)))(
    '%s is refused %s in words, every time',
    async (_how, _by, url, body) => {
      for (let times = 0; times < TIMES; times += 1) expect(await send(url(), body())).toEqual({ status: 413, code: 'too-large' });
    },
  );
});

describe('a body that is said to be longer than the proxy lets through', () => {
  it('is not waited for: it is refused at its head', async () => {
    const line = connect(port, '127.0.0.1').on('error', () => undefined);
    line.write(
      `POST /api/session HTTP/1.1\r\nhost: x\r\nx-thidua: 1\r\ncontent-type: application/json\r\ncontent-length: ${HEARD_AT_MOST + 1}\r\n\r\n`,
    );
    const [answer] = (await once(line, 'data')) as [Buffer];
    line.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a program that is told to end', () => {
  it('ends, though a browser keeps a spare line, another has sent half a head, and somebody was refused', async () => {
    await send(api.url, LONG);
    const open = async (sent: string): Promise<Socket> => {
      const line = connect(port, '127.0.0.1').on('error', () => undefined);
      await once(line, 'connect');
      line.write(sent);
      return line;
    };
    const lines = [await open(''), await open('GET /vi/ HTTP/1.1\r\nhost:')];
    const closed = lines.map((line) => new Promise((resolve) => line.resume().once('close', resolve)));
    await api.stop();
    await Promise.all(closed);
  });
});
