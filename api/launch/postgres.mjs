import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, mending } from './data-folder.mjs';
import { Failure } from './failures.mjs';
import { freePort } from './ports.mjs';
import { nativeFolder, postgresUser } from './postgres-native.mjs';
import { endLeftServer } from './postgres-left.mjs';
import { signal, until } from './processes.mjs';

/**
 * On Linux the data folder is named through the working directory: a process that was put into it before it lost root's
 * rights can work there although a folder above (such as /root) is closed to it.
 */
const hereOr = (folder) => (process.platform === 'linux' ? '/proc/self/cwd' : folder);

const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot };
const SERVED_HERE_ONLY = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];
const THROWN_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB'];

/**
 * Starts PostgreSQL over `folder`/pg, made at the first start. A server left by a killed launcher is stopped first.
 * @param {{ folder: string, log: string, password: string, port?: number, throwaway?: boolean }} wanted
 *   `throwaway`: for tests; nothing survives a power cut
 * @returns {Promise<{ port: number, pid: number, ended: Promise<string>, stop: () => Promise<void> }>}
 * @throws Failure database-failed, disk-full, folder-closed, folder-unusable, folder-of-other-version
 */
export async function startPostgres(wanted) {
  const cluster = join(wanted.folder, 'pg');
  const user = postgresUser(cluster);
  const native = nativeFolder(user, join(wanted.folder, 'native'));
  if (!existsSync(cluster)) makeCluster({ ...wanted, cluster, native, user });
  demandVersion(cluster, native, wanted.folder);
  await endLeftServer(cluster);
  for (let tries = 1; ; tries += 1) {
    const port = await freePort(wanted.port);
    const server = await serve({ ...wanted, cluster, native, user, port });
    if (server) return server;
    // Another program took the port in between, or the last backends of a killed server still hold its memory.
    if (tries === 4) throw failed(wanted);
    await until(() => false, 300);
  }
}

/** Makes the cluster beside its place and moves it there when it is whole: an interrupted start leaves no half database. */
function makeCluster({ folder, cluster, native, user, password, log, throwaway }) {
  const making = `${cluster}.new`;
  const secret = join(folder, 'password.new');
  mending(folder, () => {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700 });
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (user) for (const own of [making, secret]) chownSync(own, user.uid, user.gid);
  });
  demandEntry(making, user);
  const [input, output] = [openSync(secret, 'r'), openSync(log, 'a')];
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const passwordFrom = process.platform === 'win32' ? secret : '/dev/stdin';
  const args = ['-D', hereOr(making), `--pwfile=${passwordFrom}`, ...options, '--no-instructions', ...(throwaway ? ['--no-sync'] : [])];
  const made = spawnSync(join(native, 'bin', 'initdb'), args, { ...user, cwd: making, env: ENVIRONMENT, stdio: [input, output, output] });
  for (const file of [input, output]) closeSync(file);
  rmSync(secret, { force: true });
  if (made.status !== 0) throw failed({ folder, log });
  mending(folder, () => renameSync(making, cluster));
}

/** @throws Failure folder-closed when `user`, put into the folder, cannot write there through the working directory */
function demandEntry(making, user) {
  if (!user || process.platform === 'win32') return;
  const { status } = spawnSync('/bin/sh', ['-c', `: > "${hereOr(making)}/entry" && rm "${hereOr(making)}/entry"`], {
    ...user,
    cwd: making,
    env: ENVIRONMENT,
  });
  if (status !== 0) throw new Failure('folder-closed', { folder: making, uid: user.uid });
}

function demandVersion(cluster, native, folder) {
  const found = mending(folder, () => readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim());
  const [own] = /\d+/.exec(spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' }).stdout);
  if (found !== own) throw new Failure('folder-of-other-version', { folder, found, own });
}

/** One attempt to serve. @returns null when the server ended before it was ready */
async function serve({ cluster, native, user, port, log, throwaway }) {
  const output = openSync(log, 'a');
  const settings = [...SERVED_HERE_ONLY, ...(throwaway ? THROWN_AWAY : [])].flatMap((setting) => ['-c', setting]);
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', hereOr(cluster), '-p', String(port), ...settings], {
    ...user,
    cwd: cluster,
    env: ENVIRONMENT,
    stdio: ['ignore', output, output],
    detached: true, // Ctrl-C in the terminal is for the launcher, which stops PostgreSQL last
  });
  closeSync(output);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => resolve(by ?? `exit ${code}`));
  });
  let over = false;
  void ended.then(() => (over = true));
  await until(() => over || isReady(cluster, child.pid), 60_000);
  if (over) return null;
  const guard = guardAgainstKill(child.pid, user);
  const stop = () => stopServer(child.pid, ended, guard);
  if (isReady(cluster, child.pid)) return { port, pid: child.pid, ended, stop };
  await stop();
  return null;
}

/** The server writes its state into the last line of its pid file. */
function isReady(cluster, pid) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/**
 * A shell of a few hundred kilobytes that waits for the end of this process, however it comes (`kill -9` too), and then
 * stops PostgreSQL: nothing is left running.
 */
function guardAgainstKill(pid, user) {
  if (process.platform === 'win32') return null;
  const guard = spawn('/bin/sh', ['-c', 'cat > /dev/null; kill -INT "$1" 2> /dev/null', 'thidua-guard', String(pid)], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.stdin.on('error', () => undefined);
  guard.unref();
  guard.stdin.unref?.();
  return guard;
}

/** Stops at once but in order (fast shutdown), and after thirty seconds by force, which the next start mends. */
async function stopServer(pid, ended, guard) {
  if (guard?.pid) signal(-guard.pid, 'SIGKILL');
  signal(pid, 'SIGINT');
  const byForce = setTimeout(() => signal(pid, 'SIGQUIT'), 30_000);
  await ended;
  clearTimeout(byForce);
}

function failed({ folder, log }) {
  const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-4000) : '';
  if (/No space left on device/.test(said)) return new Failure('disk-full', { folder, free: 0, needed: 250 });
  return Object.assign(new Failure('database-failed', { log }), { lines: lastLines(log) });
}

/** The user who owns the cluster, for messages and tests. */
export const clusterOwner = (folder) => statSync(join(folder, 'pg')).uid;
