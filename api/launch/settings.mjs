import { isAbsolute, resolve } from 'node:path';
import { Failure } from './failures.mjs';
import { inRoot } from './places.mjs';

/**
 * What the launcher was told by its environment. With a database of one's own the program runs in production form.
 * All else (SMTP_URL, PUBLIC_URL, …) is passed on and judged by api/src/platform/config.
 * @returns {{ port: string, host: string, folder: string, mode: string, given: { url: string, ownerUrl: string } | null }}
 * @throws Failure database-half-given
 */
export function readSettings(environment) {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: wished } = environment;
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
