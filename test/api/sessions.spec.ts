import type { SessionList } from '@thidua/workflows/account/account.schema';
import { SESSION_IDLE_MINUTES } from '@thidua/workflows/account/account.schema';
import { Browser } from '../support/client.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
});
afterAll(() => world.close());

const list = async (browser: Browser) => (await browser.get<SessionList>('/api/account/sessions')).body.items;
const asleep = (email: string, minutes: number) =>
  world.owner.query(
    `update session set last_seen_at = clock_timestamp() - make_interval(mins => $2) where account_id = (select id from account where email = $1)`,
    [email, minutes],
  );

describe('a session that is not used', () => {
  it.each([
    [SESSION_IDLE_MINUTES - 1, 200],
    [SESSION_IDLE_MINUTES + 1, 401],
  ])('for %s minutes answers %s', async (minutes, status) => {
    const browser = await Browser.signIn(world.url, 'u1.officer@khoi-nho.example', PASSWORD);
    await asleep('u1.officer@khoi-nho.example', minutes);
    expect((await browser.get('/api/session')).status).toBe(status);
    expect((await browser.get(`${bloc.path}/cycles`)).status).toBe(status);
  });

  it('is kept awake by its use, and is not woken again once it has ended', async () => {
    const email = 'u2.officer@khoi-nho.example';
    const browser = await Browser.signIn(world.url, email, PASSWORD);
    await asleep(email, SESSION_IDLE_MINUTES - 1);
    expect((await browser.get('/api/session')).status).toBe(200);
    const { rows } = await world.owner.query<{ fresh: boolean }>(
      `select last_seen_at > clock_timestamp() - interval '1 minute' as fresh from session s join account a on a.id = s.account_id where a.email = $1`,
      [email],
    );
    expect(rows).toEqual([{ fresh: true }]);
    const other = await Browser.signIn(world.url, email, PASSWORD);
    await asleep(email, SESSION_IDLE_MINUTES + 1);
    for (let again = 0; again < 2; again += 1) expect((await other.get('/api/session')).status).toBe(401);
  });
});

describe('where one is signed in', () => {
  const email = 'u3.head@khoi-nho.example';
  const from = async (device: string): Promise<Browser> => {
    const browser = world.stranger();
    const answer = await browser.send('POST', '/api/session', { email, password: PASSWORD }, { 'user-agent': device });
    expect(answer.status).toBe(201);
    return browser;
  };

  it('is told with device, address and time, and ended one by one or all but here', async () => {
    const [phone, office, home] = [await from('Telephone'), await from('Office computer'), await from('Home computer')];
    expect(await list(home)).toMatchObject([
      { device: 'Home computer', address: '127.0.0.1', current: true },
      { device: 'Office computer', current: false },
      { device: 'Telephone', current: false },
    ]);
    const lost = (await list(home)).find(({ device }) => device === 'Telephone')!;
    expect((await home.send('DELETE', `/api/account/sessions/${lost.id}`)).status).toBe(204);
    expect((await phone.get('/api/session')).status).toBe(401);
    expect((await home.send('DELETE', `/api/account/sessions/${lost.id}`)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await home.send('DELETE', '/api/account/sessions')).status).toBe(204);
    expect([(await office.get('/api/session')).status, (await home.get('/api/session')).status]).toEqual([401, 200]);
  });

  it('is ended everywhere at once, here too: no cookie of the account opens anything any more', async () => {
    const cookies: string[] = [];
    for (const device of ['Telephone', 'Office computer', 'Home computer']) {
      const answer = await world.stranger().post('/api/session', { email, password: PASSWORD }, { 'user-agent': device });
      cookies.push(answer.headers.getSetCookie()[0]!.split(';')[0]!);
    }
    const theirs = await Browser.signIn(world.url, 'u4.head@khoi-nho.example', PASSWORD);
    const sent = (method: string, path: string, cookie: string) => world.stranger().send(method, path, undefined, { cookie });
    const answer = await sent('DELETE', '/api/session/everywhere', cookies[2]!);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, expect.stringMatching(/^thidua_session=;/)]);
    for (const cookie of cookies)
      for (const path of ['/api/session', `${bloc.path}/cycles`, '/api/account/sessions'])
        expect((await sent('GET', path, cookie)).body).toMatchObject({ status: 401, code: 'sign-in-needed' });
    expect((await sent('DELETE', '/api/session/everywhere', cookies[0]!)).status).toBe(401);
    expect((await theirs.get('/api/session')).status).toBe(200);
  });

  it('is nobody else’s business: the session of another person can neither be seen nor ended', async () => {
    const [mine, theirs] = [await from('My computer'), await Browser.signIn(world.url, 'u4.head@khoi-nho.example', PASSWORD)];
    const [own] = (await list(mine)).filter(({ current }) => current);
    expect((await list(theirs)).map(({ id }) => id)).not.toContain(own!.id);
    expect((await theirs.send('DELETE', `/api/account/sessions/${own!.id}`)).status).toBe(404);
    expect((await mine.get('/api/session')).status).toBe(200);
  });
});
