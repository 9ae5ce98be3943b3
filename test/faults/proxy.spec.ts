import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../api/launch/places.mjs';
import { nginxIsThere, startProxy } from '../../docker/check/proxy.mjs';
import { eventually } from '../support/worker.js';

const folder = mkdtempSync(join(tmpdir(), 'thidua-proxy-'));
chmodSync(folder, 0o711);

/** What each of the two programs was sent, and what it does with it. */
let sent: string[] = [];
let treat: 'cut' | 'serve' = 'cut';
let programs: Server[];
let proxy: Awaited<ReturnType<typeof startProxy>>;
const there = nginxIsThere();

/** A program that has taken a request whole, and then is gone, or answers. */
async function program(): Promise<Server> {
  const server = createServer((question, answer) => {
    question.resume().on('end', () => {
      if (question.url === '/') return void answer.end();
      sent.push(`${question.method} ${question.url}`);
      if (treat === 'cut') question.socket.destroy();
      else answer.writeHead(503).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  if (!there) return;
  programs = [await program(), await program()];
  proxy = await startProxy(inRoot('docker'), folder, { secrets: null, upstreams: programs.map(portOf) });
});
afterAll(async () => {
  if (there) await proxy.stop();
  for (const one of programs ?? []) one.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (method: string, path: string, key: boolean) =>
  fetch(`http://127.0.0.1:${proxy.tls}${path}`, { method, headers: key ? { 'idempotency-key': crypto.randomUUID() } : {} });

// Both programs cut what they are sent; afterwards nginx tries neither for two seconds.
(there ? describe : describe.skip)('the proxy before two programs, of which one was sent something and is gone,', () => {
  it.each([
    ['asks the other', 'GET', '/api/blocs/x/work', false, 2],
    ['gives the other an event, whose key makes twice once', 'POST', '/api/blocs/x/sheets/1/events', true, 2],
    ['gives the other a draft with its key', 'PUT', '/api/blocs/x/sheets/1', true, 2],
    ['does not send a draft without a key twice', 'PUT', '/api/account/password', false, 1],
    ['does not end anything twice', 'DELETE', '/api/session', false, 1],
    ['does not sign in twice', 'POST', '/api/session', false, 1],
    ['does not make anything twice, with a key either', 'POST', '/api/blocs', true, 1],
  ])('%s', async (_, method, path, key, times) => {
    treat = 'serve';
    await servedByBoth();
    [treat, sent] = ['cut', []];
    const answer = await ask(method, path, key);
    expect({ status: answer.status, sent }).toEqual({ status: 502, sent: Array.from({ length: times }, () => `${method} ${path}`) });
  });

  it('gives a refusal of the one to whoever asked, and does not ask the other', async () => {
    treat = 'serve';
    await servedByBoth();
    sent = [];
    expect((await ask('GET', '/api/blocs/x/work', false)).status).toBe(503);
    expect(sent).toHaveLength(1);
  });
});

/** Waits until both programs are given requests again. */
async function servedByBoth(): Promise<void> {
  const given = new Set<Server>();
  const counts = programs.map((one) => () => void given.add(one));
  programs.forEach((one, n) => one.on('request', counts[n]!));
  await eventually(async () => {
    await ask('GET', '/', false);
    return given.size === programs.length;
  });
  programs.forEach((one, n) => one.off('request', counts[n]!));
}
