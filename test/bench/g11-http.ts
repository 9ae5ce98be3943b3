import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDatabase } from '../support/world.js';
import type { Bench, Measured } from './harness/bench.js';
import { makeHouse } from './harness/house.js';
import { alternate, ratio } from './harness/measure.js';
import { sentDuring } from './harness/recording.js';
import { server } from './harness/server.js';
import { program } from './harness/variant.js';

/** Connections of the client: as many requests are on their way at once. */
const AT_ONCE = 8;

/** A value as JSON can carry it. */
const carried = (value: unknown): unknown => (value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value);

export const bench: Bench = {
  id: 'G11',
  title: 'a page of the API',
  async measure({ effort }) {
    const house = await makeHouse();
    const bloc = await house.bloc(1);
    const headers = { cookie: `thidua_session=${bloc.registrations[4]!.secret}` };
    const dataDir = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
    const measured: Measured[] = [];
    const pages = {
      'the list of a bloc’s registrations': `/api/blocs/${bloc.slug}/registrations`,
      'the list of provinces': '/api/provinces',
    };
    for (const [name, path] of Object.entries(pages)) {
      const world = await serveDatabase(house, dataDir);
      const ask = async () => {
        const { status } = await fetch(world.url + path, { headers });
        if (status !== 200) throw new Error(`${path} answered ${status}`);
      };
      await ask(); // what is found once and kept is no part of a page
      const sent = (await sentDuring(ask)).map(({ text, values }) => ({ text, values: values.map(carried) }));
      await world.close();
      const api = await server('programs/api.ts', { ownerUrl: house.ownerUrl, appUrl: house.appUrl, dataDir });
      const plain = await server('baselines/http.mjs', { appUrl: house.appUrl, statements: sent });
      const clients = [
        await program('api', 'baselines/requests.mjs', { url: api.url, path, headers }),
        await program('plain', 'baselines/requests.mjs', { url: plain.url, path, headers }),
      ];
      const times = await alternate(clients, AT_ONCE, effort);
      measured.push({
        name,
        ...ratio(times.get('api')!, times.get('plain')!),
        bound: 'at most',
        target: 1.1,
        why: 'The baseline sends the same statements, prepared as the API prepares them, one after the other, and shows their rows as they are. Beyond it the API builds the reader’s rights, makes each record’s view with the buttons that will work, and sets its headers; it opens its snapshot, says its scope and asks who reads in one round trip, and plans once a connection for all readers, where PostgreSQL would plan each list anew. Before these two it was 1.18 and 1.30.',
        baseline: `node:http with the same ${sent.length} statements, their rows as JSON`,
      });
      for (const client of clients) await client.close();
      await Promise.all([api.stop(), plain.stop()]);
    }
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
    return measured;
  },
};
