import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Failure } from './failures.mjs';

/** Free space in MB: a first start writes the database (about 40 MB) and its log; later starts need room to work in. */
const NEEDED_FIRST = 250;
const NEEDED_LATER = 60;
const LOG_LIMIT = 10 * 1024 * 1024;

/** Makes the data folder where it is missing. @throws Failure folder-unusable, disk-full */
export function openFolder(folder) {
  mending(folder, () => {
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
    // Its files are each closed to others; PostgreSQL, which root must run as another user, has to pass through.
    if (process.getuid?.() === statSync(folder).uid) chmodSync(folder, process.getuid() === 0 ? 0o711 : 0o700);
    const probe = join(folder, `probe.${process.pid}`);
    writeFileSync(probe, 'probe', { mode: 0o600 });
    rmSync(probe);
  });
  demandSpace(folder);
}

/** @throws Failure disk-full when too little is free in the folder */
function demandSpace(folder) {
  const needed = existsSync(join(folder, 'pg')) ? NEEDED_LATER : NEEDED_FIRST;
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < needed) throw new Failure('disk-full', { folder, free, needed });
}

/** Runs `write` and names what the system refuses. @throws Failure folder-unusable, disk-full */
export function mending(folder, write) {
  try {
    return write();
  } catch (error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw new Failure('disk-full', { folder, free: 0, needed: NEEDED_FIRST });
    if (error.syscall && error.code) throw new Failure('folder-unusable', { folder, detail: error.code });
    throw error;
  }
}

/**
 * The secrets of the embedded database, made at the first start and kept in a file that only this user reads.
 * @returns {{ port: number, ownerPassword: string, loginPassword: string }}
 */
export function databaseSecrets(folder) {
  const file = join(folder, 'database.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return keepSecrets(folder, { port: 0, ownerPassword: secret(), loginPassword: secret() });
}

/** Writes the secrets anew, whole or not at all. */
export function keepSecrets(folder, secrets) {
  const file = join(folder, 'database.json');
  mending(folder, () => {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  });
  return secrets;
}

const secret = () => randomBytes(24).toString('base64url');

/** The log of a process, shortened to the former one when it has grown too long. @returns its path */
export function logFile(folder, name) {
  const log = join(folder, 'logs', `${name}.log`);
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  return log;
}

/** The last lines of a log, to show when its process failed. */
export function lastLines(log, count = 12) {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}
