import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process of this number exists (also when it is another user's). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * When a process was started, as text that differs from that of any other process which gets the same number later,
 * also after a restart of the machine. @returns null when there is no such process
 */
export function startOf(pid) {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return 'unknown';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null;
}

function startOnLinux(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of the program, in brackets, may hold spaces; field 22 is counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
    return fields[0] === 'Z' ? null : `${boot} ${fields[19]}`;
  } catch {
    return null;
  }
}

/** Sends a signal to a process, or with a negative number to its group. @returns false when it is gone */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Waits until `holds()` is true. @returns false when it was not after `milliseconds` */
export async function until(holds, milliseconds, step = 20) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(step)) {
    if (await holds()) return true;
  }
  return false;
}
