import { MOST_UNDER_WAY } from '@thidua/api/platform/http/crowd';
import { once } from 'node:events';
import { connect } from 'node:net';
import type pg from 'pg';
import type { Answer } from '../support/client.js';
import { connected } from '../support/rows.js';
import { eventually } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

const TOO_MANY = 20;
/** The connections of one program for reading. */
const READERS = 20;

interface Health {
  readonly parts: readonly { part: string; state: string }[];
}

/** Works on the server from outside of the world's database. */
const asServer = (work: (db: pg.Client) => Promise<void>) => connected(process.env.TEST_PG!, work);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('on the evening of a deadline', () => {
  it('whoever comes beyond what can be served in time is told so at once and when to try again; the others are served', async () => {
    const reader = await world.admin();
    const turnedAway: Answer[] = [];
    const served: Answer[] = [];
    await connected(world.ownerUrl, async (db) => {
      // Nobody's session can be read: every request waits.
      await db.query('begin; lock table session in access exclusive mode');
      const asked = Array.from({ length: MOST_UNDER_WAY + TOO_MANY }, async () => {
        const answer = await reader.get('/api/provinces');
        (answer.status === 503 ? turnedAway : served).push(answer);
      });
      await eventually(() => Promise.resolve(turnedAway.length === TOO_MANY));
      expect(served).toEqual([]);
      await db.query('rollback');
      await Promise.all(asked);
    });
    expect(turnedAway).toHaveLength(TOO_MANY);
    for (const { body, headers } of turnedAway) {
      expect(body).toMatchObject({ code: 'busy', status: 503 });
      expect(headers.get('retry-after')).toBe('5');
    }
    expect(new Set(served.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await reader.get('/api/provinces')).status).toBe(200);
  });

  it('whoever watches the program is told at once how it is, though everybody waits for a connection, and that the database is gone when it is', async () => {
    const reader = await world.admin();
    const health = async () => {
      const { body } = await world.stranger().get<Health>('/api/health');
      return body.parts.find(({ part }) => part === 'database')!.state;
    };
    await connected(world.ownerUrl, async (db) => {
      await db.query('begin; lock table session in access exclusive mode');
      const asked = Array.from({ length: MOST_UNDER_WAY }, () => reader.get('/api/provinces'));
      const waiting = `select from pg_locks where not granted and relation = 'session'::regclass`;
      await eventually(async () => ((await db.query(waiting)).rowCount ?? 0) >= READERS);
      const states = await Promise.all(Array.from({ length: TOO_MANY }, health));
      await db.query('rollback');
      await Promise.all(asked);
      expect(new Set(states)).toEqual(new Set(['ready']));
    });
    await asServer(async (db) => {
      const name = new URL(world.ownerUrl).pathname.slice(1);
      await db.query(`alter database ${name} with allow_connections false`);
      await db.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename like $2', [name, 'thidua%']);
      const gone = await health();
      await db.query(`alter database ${name} with allow_connections true`);
      expect(gone).toBe('failing');
    });
    expect(await health()).toBe('ready');
  });

  it('nobody is held up by senders that begin a request and do not go on', async () => {
    const reader = await world.admin();
    const { hostname, port } = new URL(world.url);
    const head = 'POST /api/session HTTP/1.1\r\nHost: x\r\nX-Thidua: 1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    const stalled = await Promise.all(
      Array.from({ length: MOST_UNDER_WAY + 1 }, async () => {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        await new Promise<void>((sent) => socket.write(head, () => sent()));
        return socket;
      }),
    );
    expect((await reader.get('/api/provinces')).status).toBe(200);
    for (const socket of stalled) socket.destroy();
  });
});
