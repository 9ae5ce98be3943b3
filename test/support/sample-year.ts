import { loadDemo } from '@thidua/api/command/demo';
import { readConfig } from '@thidua/api/platform/config/config';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, serveDatabase, type World } from './world.js';

/** The bloc of 2020 on a fresh database, played up to the end of this day (`2020-11-27`); people go on from there. */
export async function startDemonstration(until: string): Promise<World> {
  const addresses = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'thidua-test-'));
  Object.assign(process.env, {
    THIDUA_MODE: 'development',
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: addresses.appUrl,
    DATABASE_OWNER_URL: addresses.ownerUrl,
    THIDUA_DEMO_UNTIL: until,
  });
  await loadDemo(readConfig(process.env), addresses.ownerUrl);
  return serveDatabase(addresses, folder);
}
