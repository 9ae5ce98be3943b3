import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { Failure } from './failures.mjs';
import { inRoot } from './places.mjs';

/**
 * What the launcher was told by its environment. With a database of one's own the program runs in production form.
 * All else (SMTP_URL, PUBLIC_URL, …) is passed on and judged by api/src/platform/config.
 * @returns {{ port: string, host: string, folder: string, mode: string, given: { url: string, ownerUrl: string } | null }}
 * @throws Failure database-half-given, configuration-refused
 */
export function readSettings(environment) {
  const [url, ownerUrl] = [secretIn(environment, 'DATABASE_URL'), secretIn(environment, 'DATABASE_OWNER_URL')];
  const wished = environment.DATA_DIR;
  if (Boolean(url) !== Boolean(ownerUrl)) throw new Failure('database-half-given', { given: url ? 'DATABASE_URL' : 'DATABASE_OWNER_URL' });
  const given = url ? { url, ownerUrl } : null;
  return {
    port: environment.PORT || '8080',
    host: environment.HOST || '127.0.0.1',
    folder: !wished ? inRoot('.data') : isAbsolute(wished) ? wished : resolve(wished),
    mode: environment.THIDUA_MODE || (given ? 'production' : 'development'),
    given,
  };
}

/** A secret stands in a variable, or in the file that NAME_FILE names. @throws Failure configuration-refused when that cannot be read */
function secretIn(environment, name) {
  const file = environment[`${name}_FILE`];
  if (environment[name] || !file) return environment[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Failure('configuration-refused', { detail: `${name}_FILE (${error.code})` });
  }
}
