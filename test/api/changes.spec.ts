import { SESSION_IDLE_MINUTES } from '@thidua/workflows/account/account.schema';
import { MOST_OF_ONE } from '@thidua/api/platform/changes/watchers';
import { MOST_UNDER_WAY } from '@thidua/api/platform/http/crowd';
import { SERVED_AT_MOST_MS } from '@thidua/api/platform/http/ending';
import type { Browser } from '../support/client.js';
import { done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf } from '../support/scores.js';
import { makeSmallBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { changeBloc, Watching } from '../support/watching.js';
import { eventually } from '../support/worker.js';
import { serveDatabase, startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
let beside: SmallBloc;
const open: Watching[] = [];

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'khoi-nho');
  beside = await makeSmallBloc(world, 'khoi-ben');
  await bloc.setClock('2020-11-20T02:00:00Z');
  for (const unit of ['u1', 'u2', 'u3', 'u4']) await submitSelf(bloc, unit, points(3_000, 1_500, 3_000));
  // The first line is told of its own coming to stand; then nothing that was done before is still to be told.
  const first = await watch(await beside.person('council'), beside);
  await first.hears();
  await change(beside);
  await first.hears(2);
});
afterEach(() => open.splice(0).forEach((watching) => watching.leave()));
afterAll(() => world.close());

const watch = async (browser: Browser, at: SmallBloc = bloc): Promise<Watching> => {
  const watching = await Watching.begin(browser, at.path);
  open.push(watching);
  return watching;
};

const change = async (at: SmallBloc) => changeBloc(await at.person('council'), at.path);

/** Something changes in the other bloc and is told there: what was to be told of this one before has been told by then. */
async function changeBeside(): Promise<void> {
  const watching = await Watching.begin(await beside.person('council'), beside.path);
  const { told } = watching;
  await change(beside);
  await watching.hears(told + 1);
  watching.leave();
  await (await bloc.person('council')).get(bloc.path);
}

describe('whoever has a page of a bloc open', () => {
  it('is told that something has changed, and nothing else: not what, whose, by whom or how much', async () => {
    const watching = await watch(await bloc.person('u3.officer'));
    expect(watching.answer.status).toBe(200);
    expect(watching.answer.headers.get('content-type')).toBe('text/event-stream');
    expect(watching.answer.headers.get('cache-control')).toBe('no-store');
    await change(bloc);
    await watching.hears();
    expect(watching.said).toMatch(/^(:\n\n|data: changed\n\n)+$/);
  });

  it('is told nothing of another bloc', async () => {
    const watching = await watch(await bloc.person('u3.officer'));
    await changeBeside();
    expect(watching.told).toBe(0);
  });

  it('is told nothing of a draft that somebody writes, nor of a sheet under seal: by its moment alone one could tell who has sent', async () => {
    const watching = await watch(await bloc.person('u3.officer'));
    const [officer, head] = [await bloc.person('u2.officer'), await bloc.person('u2.head')];
    const sheet = await sheetOf(bloc, 'u2', 'u4');
    const written = { version: sheet.version, scores: points(3_000, 1_500, 3_000) };
    const saved = done(await officer.put<{ version: number }>(sheetPath(bloc, sheet), written));
    done(await head.event(sheetPath(bloc, sheet), { type: 'submit', version: saved.version }));
    await changeBeside();
    expect(watching.told).toBe(0);
  });

  it('is told of what changes through another program of the installation', async () => {
    const other = await serveDatabase(world, world.dataDir);
    const watching = await watch((await bloc.person('u3.officer')).at(other.url));
    await watching.hears();
    await change(bloc);
    await watching.hears(2);
    await other.close();
  });

  it('is told once the database was away: something may have been missed', async () => {
    const watching = await watch(await bloc.person('u3.officer'));
    await world.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'`);
    await watching.hears();
    await change(bloc);
    await watching.hears(2);
  });
});

describe('who may watch', () => {
  it('is whoever reaches the bloc: for others it does not exist, and strangers are asked to sign in', async () => {
    const outsider = await beside.person('u1.head');
    expect((await outsider.get(`${bloc.path}/changes`)).status).toBe(404);
    expect((await outsider.get('/api/blocs/khong-co/changes')).status).toBe(404);
    expect((await world.stranger().get(`${bloc.path}/changes`)).status).toBe(401);
  });

  it('is asked anew before each word: whoever has signed out, or has lost the bloc, hears nothing more', async () => {
    const gone = await world.signIn('u5.officer@khoi-nho.example');
    const moved = await bloc.person('u6.officer');
    const staying = await watch(await bloc.person('u7.officer'));
    const [ofGone, ofMoved] = [await watch(gone), await watch(moved)];
    done(await gone.send('DELETE', '/api/session'));
    await world.owner.query(
      `update post set valid_to = '2020-11-01' where person_id = (select person_id from account where email = 'u6.officer@khoi-nho.example')`,
    );
    await change(bloc);
    await staying.hears();
    expect([await ofGone.ends(), await ofMoved.ends()]).toEqual(['ended', 'ended']);
    expect([ofGone.told, ofMoved.told]).toEqual([0, 0]);
  });

  it('does not stay signed in by it, nor by what a page reads of its own accord', async () => {
    const email = 'u4.officer@khoi-nho.example';
    const browser = await world.signIn(email);
    const { rows } = await world.owner.query<{ at: Date }>(
      `update session set last_seen_at = now() - make_interval(mins => $2)
        where account_id = (select id from account where email = $1) returning last_seen_at as at`,
      [email, SESSION_IDLE_MINUTES - 1],
    );
    const used = async () =>
      (
        await world.owner.query<{ at: Date }>(
          'select max(last_seen_at) as at from session where account_id = (select id from account where email = $1)',
          [email],
        )
      ).rows[0]!.at;
    await watch(browser);
    expect((await browser.send('GET', `${bloc.path}/work`, undefined, { 'x-thidua': 'unattended' })).status).toBe(200);
    expect(await used()).toEqual(rows[0]!.at);
    expect((await browser.get(`${bloc.path}/work`)).status).toBe(200);
    expect(await used()).not.toEqual(rows[0]!.at);
  });
});

describe('open lines', () => {
  it('are so many for one person, then no more until one is closed; a question for the head alone keeps none', async () => {
    const browser = await bloc.person('secretary');
    for (let n = 0; n < MOST_OF_ONE; n += 1) expect((await browser.send('HEAD', `${bloc.path}/changes`)).status).toBe(200);
    for (let n = 0; n < MOST_OF_ONE; n += 1) await watch(browser);
    const refused = await browser.get(`${bloc.path}/changes`);
    expect(refused).toMatchObject({ status: 503, body: { code: 'busy' } });
    expect(refused.headers.get('retry-after')).toBe('5');
    await watch(await bloc.person('records'));
    open[0]!.leave();
    const again = () => watch(browser);
    await eventually(async () => (await again()).answer.status === 200);
  });

  it('take nobody’s place among the requests that are under way', async () => {
    const people = ['council', 'secretary', 'records', ...UNITS.flatMap((unit) => [`${unit}.head`, `${unit}.officer`])];
    for (const name of people) {
      const browser = await beside.person(name);
      const lines = await Promise.all(Array.from({ length: MOST_OF_ONE }, () => watch(browser, beside)));
      expect(new Set(lines.map(({ answer }) => answer.status))).toEqual(new Set([200]));
    }
    expect(open.length).toBeGreaterThan(MOST_UNDER_WAY);
    expect((await (await beside.person('council')).get(beside.path)).status).toBe(200);
  });

  it('hold up no program that is told to end: whoever watched is told that the line is over, and goes elsewhere', async () => {
    const other = await serveDatabase(world, world.dataDir);
    const watching = await watch((await bloc.person('u3.officer')).at(other.url));
    const began = performance.now();
    await other.close();
    expect(performance.now() - began).toBeLessThan(SERVED_AT_MOST_MS);
    expect(await watching.ends()).toBe('ended');
  });
});
