import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { freePort } from '../../api/launch/ports.mjs';
import { until } from '../../api/launch/processes.mjs';
import { start } from './machine.mjs';
import { demand } from './report.mjs';

export const nginxIsThere = () => spawnSync('nginx', ['-v']).status === 0;

const ONCE = [
  'strict-transport-security',
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cache-control',
];

/** The proxy's own configuration with the places of this machine in it; nothing else is changed. */
async function settled(docker, folder, secrets, upstream) {
  mkdirSync(folder, { recursive: true });
  const [plain, tls, log] = [await freePort(), await freePort(), join(folder, 'log')];
  const text = readFileSync(join(docker, 'nginx.conf'), 'utf8')
    .replace('api:8080', `127.0.0.1:${upstream}`)
    .replaceAll('/run/secrets', secrets)
    .replace('/run/nginx.pid', join(folder, 'nginx.pid'))
    .replaceAll(/\/dev\/std(out|err)/g, log)
    .replace('/var/cache/nginx', folder)
    .replaceAll(/^\s*listen \[::\].*$/gm, '')
    .replace('listen 80 ', `listen 127.0.0.1:${plain} `)
    .replace('listen 443 ', `listen 127.0.0.1:${tls} `);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, text);
  return { file, log, plain, tls };
}

/** Starts nginx as in the compose file. @throws Error when `nginx -t` finds a fault */
export async function startProxy(docker, folder, secrets, upstream) {
  const { file, log, plain, tls } = await settled(docker, folder, secrets, upstream);
  const tested = spawnSync('nginx', ['-t', '-p', folder, '-c', file], { encoding: 'utf8' });
  demand(tested.status === 0, `nginx -t: ${tested.stderr}`);
  const running = start('nginx', ['-p', folder, '-c', file, '-g', 'daemon off;'], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    log,
  });
  const serves = await until(
    () =>
      ask(`https://localhost:${tls}/api/health`).then(
        () => true,
        () => false,
      ),
    10_000,
  );
  demand(serves, `nginx does not serve:\n${running.log()}`);
  return { ...running, plain, tls };
}

/** fetch, as far as this check needs it, to a proxy whose certificate nobody vouches for. */
export function ask(url, { method = 'GET', headers = {}, body, onPiece } = {}) {
  const { port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({
      host: '127.0.0.1',
      port,
      path: pathname + search,
      method,
      rejectUnauthorized: false,
      headers: { ...headers, host: 'localhost' },
    });
    asking.once('error', reject).once('response', (answer) => {
      const pieces = [];
      answer.on('data', (piece) => (pieces.push(piece), onPiece?.(piece)));
      answer.once('error', reject).once('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        const { rawHeaders } = answer;
        resolve({
          status: answer.statusCode,
          headers: { get: (name) => answer.headers[name]?.toString() ?? null },
          times: (name) => rawHeaders.filter((word, at) => at % 2 === 0 && word.toLowerCase() === name).length,
          text: async () => text,
          json: async () => JSON.parse(text),
        });
      });
    });
    asking.end(body);
  });
}

/** @throws Error naming a header that is missing or doubled on a page or an answer of the API */
export async function demandHeadersOnce(url) {
  for (const path of ['/vi/', '/api/health']) {
    const answer = await ask(url + path);
    for (const name of ONCE) demand(answer.times(name) === 1, `${path}: ${name} stands ${answer.times(name)} times`);
  }
}

/** Pieces that a program sends one by one come one by one: the second is sent only when the first has arrived. @throws Error otherwise */
export async function demandUnbuffered(docker, folder, secrets) {
  let second = () => undefined;
  const program = createServer((question, answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    if (question.url !== '/api/stream') return void answer.end();
    answer.write('data: first\n\n');
    second = () => answer.end('data: second\n\n');
  });
  await new Promise((resolve) => program.listen(0, '127.0.0.1', resolve));
  const proxy = await startProxy(docker, folder, secrets, program.address().port);
  try {
    const answer = ask(`https://localhost:${proxy.tls}/api/stream`, { onPiece: () => second() });
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('the first event was held back')), 5_000).unref());
    demand((await (await Promise.race([answer, late])).text()).includes('second'), 'the events did not arrive whole');
  } finally {
    await proxy.stop();
    program.closeAllConnections();
    program.close();
  }
}
