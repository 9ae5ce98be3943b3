import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startPostgres } from '../../api/launch/postgres.mjs';

const PASSWORD = 'throwaway';

/**
 * Starts a PostgreSQL for tests, in a temporary folder, not safe against a power cut.
 * @param {{ throwaway?: boolean }} how `throwaway: false` for a bench: it flushes as production does
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the owner's address of its database `postgres`
 */
export async function startTestPostgres({ throwaway = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-test-pg-'));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'logs'));
  const server = await startPostgres({ folder, log: join(folder, 'logs', 'postgres.log'), password: PASSWORD, throwaway });
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${server.port}/postgres`,
    stop: async () => {
      await server.stop();
      removeCopy(join(folder, 'native'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Removes the copy of PostgreSQL's programs that root needs when the project lies below a closed folder. */
function removeCopy(remembered) {
  try {
    rmSync(dirname(readFileSync(remembered, 'utf8')), { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
