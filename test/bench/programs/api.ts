import 'reflect-metadata';
import { serveDatabase } from '../../support/world.js';

/** The whole API on a database, in a process of its own, as production starts it but for the launcher. It says where it listens. */
const { ownerUrl, appUrl, dataDir } = JSON.parse(process.env.BENCH_SETTINGS ?? '{}') as Record<'ownerUrl' | 'appUrl' | 'dataDir', string>;
const world = await serveDatabase({ ownerUrl, appUrl }, dataDir);
process.on('message', () => void world.close().then(() => process.exit(0)));
process.send?.(world.url);
