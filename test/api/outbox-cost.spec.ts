import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

const LETTERS = 40;

type Query = (this: pg.Client, asked: string | { readonly text: string }, ...more: unknown[]) => unknown;

/** What each connection sent while the work ran, by its waits for the database. */
async function tripsDuring(work: () => Promise<unknown>): Promise<string[][]> {
  const trips: string[][] = [];
  const open = new Map<pg.Client, string[]>();
  const client = pg.Client.prototype as unknown as { query: Query };
  const query = client.query;
  client.query = function (asked, ...more) {
    if (!open.has(this)) {
      const sent: string[] = [];
      open.set(this, sent);
      trips.push(sent);
      this.once('drain', () => open.delete(this));
    }
    open.get(this)!.push(typeof asked === 'string' ? asked : asked.text);
    return query.call(this, asked, ...more);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return trips;
}

let world: World;
let server: MailServer;
beforeAll(async () => {
  world = await startWorld();
  server = await startMailServer();
});
afterAll(async () => {
  await server.close();
  await world.close();
});

describe('a letter of many that are due', () => {
  it('waits for the database once: its mark and commit go together with the claim of the next', async () => {
    await world.owner.query(
      `insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, recipient_name, address)
       select gen_random_uuid(), $1, $1, 'Registration', gen_random_uuid(), 1, 'registration-submitted', $2, 'Nguyễn Thị Lan', 'lan-' || n || '@hoi.example'
         from generate_series(1, $3::int) n`,
      [randomUUID(), JSON.stringify({ year: '2020', bloc: 'Khối thử', unit: 'Hội U3', aim: 'Cờ thi đua' }), LETTERS],
    );
    const trips = await tripsDuring(async () => {
      const worker = await startWorkerOf(world, { SMTP_URL: server.url });
      await eventually(async () => (await world.owner.query(`select from delivery where state = 'queued'`)).rowCount === 0);
      await worker.stop();
    });
    expect(new Set(server.taken.flatMap(({ to }) => to)).size).toBe(LETTERS);
    const marking = trips.filter((sent) => sent.some((text) => text.startsWith('update delivery')));
    const alone = marking.filter((sent) => sent.length < 4);
    // The worker tries one letter before it opens its other lanes; one whose worker stops meanwhile claims no next.
    expect(alone.every((sent) => sent.length === 2 && sent[1] === 'commit')).toBe(true);
    expect(marking).toHaveLength(LETTERS);
    expect(alone).toHaveLength(1);
    for (const sent of marking.filter((trip) => trip.length >= 4))
      expect(sent.slice(1)).toEqual(['commit', 'begin', expect.stringMatching(/for update of d skip locked$/)]);
  });
});
