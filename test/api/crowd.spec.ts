import { MOST_UNDER_WAY } from '@thidua/api/platform/http/crowd';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer } from '../support/client.js';
import { connected } from '../support/rows.js';
import { eventually } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

const TOO_MANY = 20;

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
