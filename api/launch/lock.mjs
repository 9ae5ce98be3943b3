import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failures.mjs';
import { startOf } from './processes.mjs';

/**
 * Holds a data folder for this process. The lock names the process and its start, so a lock left by `kill -9` or by a
 * power cut is seen as left, and taken over. @returns how to let go. @throws Failure folder-held
 */
export function hold(folder) {
  const lock = join(folder, 'lock');
  const own = `${lock}.${process.pid}`;
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
  writeFileSync(own, mine, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 10; tries += 1) {
      if (linked(own, lock)) return () => letGo(lock, mine);
      const holder = holderOf(folder);
      if (holder) throw new Failure('folder-held', { folder, pid: holder.pid });
      removeLeft(lock, own);
    }
    throw new Failure('folder-held', { folder, pid: '?' });
  } finally {
    rmSync(own, { force: true });
  }
}

/** The living process that holds a folder, or null. */
export function holderOf(folder) {
  try {
    const { pid, start } = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'));
    return startOf(pid) === start ? { pid } : null;
  } catch {
    return null;
  }
}

/** A link is made wholly or not at all, also when two start at once. */
function linked(own, lock) {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a left lock away by renaming, which only one of two can do; a lock that was new in the meantime is put back. */
function removeLeft(lock, own) {
  const aside = `${own}.left`;
  try {
    const left = readFileSync(lock, 'utf8');
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== left) linked(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function letGo(lock, mine) {
  try {
    if (readFileSync(lock, 'utf8') === mine) rmSync(lock, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
