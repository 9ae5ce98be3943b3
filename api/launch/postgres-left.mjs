import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, signal, until } from './processes.mjs';

/**
 * Ends a server that a killed launcher left running over this cluster. A pid file whose process is something else (the
 * number was given away after a power cut) is removed: PostgreSQL would take that process for a server and refuse to start.
 */
export async function endLeftServer(cluster) {
  const file = join(cluster, 'postmaster.pid');
  const pid = pidIn(file);
  if (!pid || !isAlive(pid)) return;
  if (!servesFrom(pid, cluster)) {
    rmSync(file, { force: true });
    return;
  }
  signal(pid, 'SIGINT');
  if (await until(() => !isAlive(pid), 15_000)) return;
  signal(pid, 'SIGQUIT');
  await until(() => !isAlive(pid), 5_000);
}

function pidIn(file) {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || null;
  } catch {
    return null;
  }
}

/** Where it cannot be told (not Linux) the pid file is believed, as PostgreSQL itself does. */
function servesFrom(pid, cluster) {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}
