import type { Me } from '@thidua/workflows/account/account.schema';
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

const signIn = (who: string) => Browser.signIn(world.url, `${who}@${bloc.bloc}.example`, PASSWORD);
const standFor = async (browser: Browser) => (await browser.get<Me>('/api/session')).body.firstSteps;
const end = (browser: Browser, body: unknown = { ended: true }) => browser.put('/api/account/first-steps', body);

describe('the first steps', () => {
  it('stand above My work until their reader ends them, then on no device any more, also after signing in anew', async () => {
    const [here, there] = await Promise.all([signIn('u3.officer'), signIn('u3.officer')]);
    expect([await standFor(here), await standFor(there)]).toEqual([true, true]);
    expect((await end(here)).status).toBe(204);
    expect([await standFor(here), await standFor(there), await standFor(await signIn('u3.officer'))]).toEqual([false, false, false]);
    const answer = await world.stranger().post<Me>('/api/session', { email: `u3.officer@${bloc.bloc}.example`, password: PASSWORD });
    expect(answer.body.firstSteps).toBe(false);
  });

  it('are each person’s own: those of another stay', async () => {
    await end(await signIn('u4.officer'));
    expect(await standFor(await signIn('u4.head'))).toBe(true);
  });

  it('end once: who presses again changes nothing', async () => {
    const browser = await signIn('u5.officer');
    const endedAt = async () =>
      (await world.owner.query<{ at: Date }>(`select first_steps_ended_at as at from account where email = 'u5.officer@khoi-nho.example'`))
        .rows[0]!.at;
    await end(browser);
    const first = await endedAt();
    expect((await end(browser)).status).toBe(204);
    expect(await endedAt()).toEqual(first);
  });

  it('are ended by nobody who is not signed in, and by nothing else than ending them', async () => {
    expect((await end(world.stranger())).body).toMatchObject({ status: 401, code: 'sign-in-needed' });
    const browser = await signIn('u6.officer');
    for (const body of [{}, { ended: false }, { ended: true, personId: '1' }])
      expect((await end(browser, body)).body).toMatchObject({ status: 400, code: 'wrong-shape' });
    expect(await standFor(browser)).toBe(true);
  });
});
