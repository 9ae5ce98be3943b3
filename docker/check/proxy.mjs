import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The proxy's own configuration with the places of this machine in it; nothing else is changed, but that without secrets it speaks no TLS. */
async function settled(docker, folder, { secrets, upstreams }) {
  mkdirSync(folder, { recursive: true });
  const [plain, tls, log] = [await freePort(), await freePort(), join(folder, 'log')];
  const text = readFileSync(join(docker, 'nginx.conf'), 'utf8')
    .replace(/^( *server )api:8080(.*)$/m, (_, before, how) => upstreams.map((port) => `${before}127.0.0.1:${port}${how}`).join('\n'))
    .replaceAll(secrets ? '/run/secrets' : /^\s*ssl_.*$/gm, secrets ?? '')
    .replace('/run/nginx.pid', join(folder, 'nginx.pid'))
    .replaceAll(/\/dev\/std(out|err)/g, log)
    .replace('/var/cache/nginx', folder)
    .replaceAll(/^\s*listen \[::\].*$/gm, '')
    .replace('listen 80 ', `listen 127.0.0.1:${plain} `)
    .replace(secrets ? 'listen 443 ' : 'listen 443 ssl ', `listen 127.0.0.1:${tls} `);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, text);
  return { file, log, plain, tls };
}

/**
 * Starts nginx as in the compose file, before programs at ports of this machine.
 * @param {{ secrets: string | null, upstreams: readonly number[] }} place the folder with key and certificate; null: without TLS
 * @returns `plain`, the port that leads to TLS, and `tls`, the port that serves; `log`, `stop`
 * @throws Error when `nginx -t` finds a fault
 */
export async function startProxy(docker, folder, place) {
  const { file, log, plain, tls } = await settled(docker, folder, place);
  const tested = spawnSync('nginx', ['-t', '-p', folder, '-c', file], { encoding: 'utf8' });
  demand(tested.status === 0, `nginx -t: ${tested.stderr}`);
  const running = start('nginx', ['-p', folder, '-c', file, '-g', 'daemon off;'], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    log,
  });
  const look = () => (place.secrets ? ask(`https://localhost:${tls}/`) : fetch(`http://127.0.0.1:${tls}/`));
  const answers = () =>
    look().then(
      () => true,
      () => false,
    );
  demand(await until(answers, 10_000), `nginx does not serve:\n${running.log()}`);
  return { ...running, plain, tls };
}

/** fetch, as far as this check needs it, to a proxy whose certificate nobody vouches for. */
export function ask(url, { method = 'GET', headers = {}, body } = {}) {
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
      answer.on('data', (piece) => pieces.push(piece));
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
