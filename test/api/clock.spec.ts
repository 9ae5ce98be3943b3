import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { done } from '../support/scores.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world, 'khoi-gio');
});
afterAll(() => world.close());

const move = (now: string) => world.stranger().put<{ now: string }>('/api/dev/clock', { now });
const minutes = (instant: string | Date, other: number) => Math.abs(new Date(instant).getTime() - other) / 60_000;

describe('business time', () => {
  it('is moved in the development mode, goes on from there, and decides what day it is for everybody', async () => {
    const before = (await world.stranger().get<{ now: string }>('/api/dev/clock')).body.now;
    expect(minutes(before, Date.now())).toBeLessThan(1);
    const set = done(await move('2020-03-31T23:30:00+07:00'));
    expect(minutes(set.now, Date.parse('2020-03-31T16:30:00Z'))).toBeLessThan(1);
    const person = await bloc.person('u3.head');
    expect((await person.get<{ today: string }>('/api/session')).body.today).toBe('2020-03-31');
    done(await move('2020-03-31T17:00:00Z'));
    expect((await person.get<{ today: string }>('/api/session')).body.today).toBe('2020-04-01');
  });

  it.each([
    ['an hour that does not exist', { now: '2020-03-31T25:00:00Z' }],
    ['a day without a time zone', { now: '2020-03-31T10:00:00' }],
    ['nothing', {}],
  ])('is not moved to %s', async (_, body) => {
    expect(await world.stranger().put('/api/dev/clock', body)).toMatchObject({ status: 400, body: { code: 'wrong-shape' } });
  });

  it('is what a record and its letter are dated by; the journal and the sessions keep real time', async () => {
    done(await move('2020-03-02T09:00:00+07:00'));
    const head = await bloc.person('u1.head');
    done(await head.event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
    const { rows } = await world.owner.query<{ at: Date; body: string }>(
      'select at, body from journal where record_id = $1 order by n desc limit 1',
      [bloc.cycleId],
    );
    const entry = JSON.parse(rows[0]!.body) as { at: string; business: string; event: string };
    expect(entry.event).toBe('open');
    expect(minutes(entry.business, Date.parse('2020-03-02T02:00:00Z'))).toBeLessThan(1);
    for (const real of [entry.at, rows[0]!.at]) expect(minutes(real, Date.now())).toBeLessThan(1);
    const history = done(await head.get<{ items: { at: string }[] }>(`${bloc.path}/cycles/${bloc.cycleId}/history`));
    expect(minutes(history.items.at(-1)!.at, Date.parse('2020-03-02T02:00:00Z'))).toBeLessThan(1);
    const sessions = await world.owner.query<{ created_at: Date; expires_at: Date }>('select created_at, expires_at from session');
    for (const { created_at, expires_at } of sessions.rows) {
      expect(minutes(created_at, Date.now())).toBeLessThan(5);
      expect(minutes(expires_at, Date.now() + 12 * 3_600_000)).toBeLessThan(5);
    }
  });

  it('moved by years ends no session and begins none that has ended', async () => {
    const person = await bloc.person('u4.head');
    done(await move('2031-01-01T00:00:00Z'));
    done(await person.get('/api/session'));
    done(await move('2020-03-02T02:00:00Z'));
    await world.owner.query(`update session set expires_at = clock_timestamp() - interval '1 second'`);
    expect((await person.get('/api/session')).status).toBe(401);
  });
});
