import { verifyNewEntries } from '@thidua/api/platform/journal/verify';
import pg from 'pg';
import { connected, tamper } from '../support/rows.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
  note: '',
};

type Query = (this: pg.Client, asked: string | { readonly text: string }, ...more: unknown[]) => unknown;

/** How often each connection of the program waited for the database, and what it sent each time. */
async function tripsOfEach(work: () => Promise<unknown>): Promise<string[][][]> {
  const trips = new Map<pg.Client, string[][]>();
  const overs = new Map<pg.Client, () => void>();
  const client = pg.Client.prototype as unknown as { query: Query };
  const query = client.query;
  client.query = function (asked, ...more) {
    if ((this as unknown as { readonly pipeline: boolean }).pipeline) {
      const own = trips.get(this) ?? [[]];
      if (!trips.has(this)) {
        const over = () => void own.push([]);
        overs.set(this, over);
        this.on('drain', over);
        trips.set(this, own);
      }
      own.at(-1)!.push(typeof asked === 'string' ? asked : asked.text);
    }
    return query.call(this, asked, ...more);
  };
  try {
    await work();
  } finally {
    client.query = query;
    for (const [one, over] of overs) one.off('drain', over);
  }
  return [...trips.values()].map((own) => own.filter((sent) => sent.length > 0));
}

/** What the door's connection sent, by the begin of its transaction. */
const tripsDuring = async (work: () => Promise<unknown>): Promise<string[][]> =>
  (await tripsOfEach(work)).find(([first]) => first?.[0] === 'begin') ?? [];

let world: World;
let bloc: SmallBloc;
let path: string;
let record: string;
let began: Date;

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeOpenBloc(world, { now: '2020-03-02T02:00:00Z' });
  const own = await world.owner.query<{ id: string; now: Date }>(
    `select r.id, clock_timestamp() as now from registration r join unit u on u.id = r.unit_id where u.code = 'u3'`,
  );
  record = own.rows[0]!.id;
  began = own.rows[0]!.now;
  path = `${bloc.path}/registrations/${record}`;
  await bloc.person('u3.head');
});
afterAll(() => world.close());

describe('what a person’s press of a button waits for', () => {
  it('is two round trips to the database for a draft that is saved: what is asked in one, the write and its commit in the other', async () => {
    const head = await bloc.person('u3.head');
    const trips = await tripsDuring(async () => expect((await head.put(path, { version: 1, ...DRAFT })).status).toBe(200));
    expect(trips.map((sent) => sent.length)).toEqual([6, 2]);
  });

  it.each([
    ['submit', 2],
    ['recall', 3],
  ])(
    'is two round trips for an event (%s): what is asked in one, the one statement that writes all of it in the other',
    async (type, version) => {
      const head = await bloc.person('u3.head');
      const trips = await tripsDuring(async () => expect((await head.event(path, { type, version })).status).toBe(201));
      expect(trips.map((sent) => sent.length)).toEqual([8, 2]);
      expect(trips[0]!.slice(0, 2)).toEqual(['begin', expect.stringContaining('set_config')]);
      expect(trips[1]).toEqual([expect.stringMatching(/^with u as \(update registration/), 'commit']);
    },
  );

  it('is one round trip more where nothing is written: the transaction is taken back', async () => {
    const head = await bloc.person('u3.head');
    const trips = await tripsDuring(async () => expect((await head.event(path, { type: 'recall', version: 4 })).status).toBe(409));
    expect(trips.map((sent) => sent.length)).toEqual([8, 1]);
  });
});

describe('what a person waits for who opens a page', () => {
  it('is one round trip for the snapshot, the place that is seen, and who asks; then the statements of the page', async () => {
    const head = await bloc.person('u3.head');
    const trips = (await tripsOfEach(async () => expect((await head.get(path)).status).toBe(200))).flat();
    const opening = trips.filter(([first]) => first?.startsWith('begin transaction'));
    expect(opening).toContainEqual([
      expect.stringContaining('repeatable read'),
      expect.stringContaining('set_config'),
      expect.stringContaining('who_asks'),
    ]);
  });
});

describe('what was entered since a moment', () => {
  const place = () => world.owner.query<{ id: string }>('select bloc_id as id from registration where id = $1', [record]);

  it('is checked by itself: so many entries, all of which follow what was there before', async () => {
    const { id } = (await place()).rows[0]!;
    const check = (since: Date) => connected(world.ownerUrl, (owner) => verifyNewEntries(owner, { column: 'bloc_id', id }, since));
    expect(await check(began)).toEqual({ entries: 2, broken: null });
    expect(await check(new Date(began.getTime() + 3_600_000))).toEqual({ entries: 0, broken: null });
  });

  it.each([
    ['a body that was changed', `update journal set body = replace(body, '"n":2', '"n":3') where record_id = $1 and n = 2`, 'hash'],
    ['one that follows another', `update journal set prev = repeat('1', 64) where record_id = $1 and n = 2`, 'chain'],
    ['one that is gone', `delete from journal where record_id = $1 and n = 1`, 'gap'],
  ])('names %s', async (_, sql, why) => {
    const { id } = (await place()).rows[0]!;
    await tamper(world.owner, 'journal', sql, [record]);
    expect(await verifyNewEntries(world.owner, { column: 'bloc_id', id }, began)).toMatchObject({
      broken: { recordId: record, n: 2, why },
    });
  });
});
