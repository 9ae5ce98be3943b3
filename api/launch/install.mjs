import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from './failures.mjs';
import { inRoot, root } from './places.mjs';
import { during } from './say.mjs';

const LOCK = 'package-lock.json';
const stamp = inRoot('node_modules', '.thidua-installed');
const OFFLINE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/** Runs `npm install` when the packages are missing or older than the lock. @throws Failure no-network, disk-full, install-failed */
export async function installWhatIsMissing() {
  const wanted = `${digest(readFileSync(inRoot(LOCK)))} ${process.platform}-${process.arch}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalled()) await install();
  writeFileSync(stamp, wanted);
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Whether every package of the lock is there in its version (npm's own record in node_modules, written when it has finished). */
function isInstalled() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(inRoot(LOCK), 'utf8')).packages;
  return Object.entries(locked).every(([path, wanted]) => isOptional(path, wanted) || installed[path]?.version === wanted.version);
}

const isOptional = (path, wanted) =>
  !path.startsWith('node_modules/') || wanted.link || wanted.optional || wanted.peer || wanted.devOptional;

async function install() {
  const logs = mkdtempSync(join(tmpdir(), 'thidua-npm-'));
  const online = await reachesRegistry(mkdtempSync(join(tmpdir(), 'thidua-npm-')));
  // Without the network the packages may still all lie in npm's cache; then one try must do.
  const patience = online ? [] : ['--prefer-offline', '--fetch-retries=0'];
  const failed = await during('Cài các gói của npm · Installing the packages (about 1 GB, the first time 1–5 minutes)', () =>
    // The lock is whole, so `npm ci` would take it; but it removes node_modules first, even what is right, and a cut line leaves nothing.
    npm(['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error', ...patience], logs, 'inherit'),
  );
  if (failed) throw why(read(logs), logs);
  rmSync(logs, { recursive: true, force: true });
}

/** Asks npm itself, so that its proxy and registry settings count; a registry that answers with a refusal is reached. */
async function reachesRegistry(logs) {
  const answered = (await npm(['ping', '--fetch-retries=0', '--fetch-timeout=10000'], logs, 'ignore')) === 0 || !OFFLINE.test(read(logs));
  rmSync(logs, { recursive: true, force: true });
  return answered;
}

/** Runs npm, the one that started us where possible. @returns its exit code */
function npm(args, logs, stdio) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, `--logs-dir=${logs}`], {
      cwd: root,
      stdio: ['ignore', stdio, stdio],
      shell: command.endsWith('.cmd'),
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const read = (logs) =>
  readdirSync(logs)
    .map((file) => readFileSync(join(logs, file), 'utf8'))
    .join('\n');

function why(log, logs) {
  if (log.includes('ENOSPC')) return new Failure('disk-full', { folder: root, free: 0, needed: 1500 });
  if (OFFLINE.test(log)) return new Failure('no-network', { detail: OFFLINE.exec(log)[0] });
  return new Failure('install-failed', { log: logs });
}
