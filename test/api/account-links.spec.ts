import type { AccountLinkView } from '@thidua/workflows/account/account.schema';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { makeSmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

const NEXT = 'ba con mèo ngủ trên mái đình';
let world: World;
let mail: MailServer;
let worker: RunningWorker;
beforeAll(async () => {
  world = await startWorld();
  await makeSmallBloc(world);
  mail = await startMailServer();
  worker = await startWorkerOf(world, { SMTP_URL: mail.url });
});
afterAll(async () => {
  await worker.stop();
  await mail.close();
  await world.close();
});

const signIn = async (email: string, password: string) => (await world.stranger().post('/api/session', { email, password })).status;
const ask = (email: string) => world.stranger().post('/api/password-resets', { email });
const open = (token: string) => world.stranger().get<AccountLinkView & { code: string }>(`/api/account-links/${token}`);
const set = (token: string, password: string) => world.stranger().post(`/api/account-links/${token}`, { password });
const lettersTo = (address: string, subject: RegExp) =>
  mail.taken.filter(({ to, email }) => to.includes(address) && subject.test(email.subject ?? ''));

/** The last part of the link in the newest such letter. */
async function tokenTo(address: string, subject: RegExp, nth = 1): Promise<string> {
  const letters = await eventually(async () => {
    const found = lettersTo(address, subject);
    return found.length >= nth && found;
  });
  return /\/vi\/password\/([\w-]+)/.exec(letters.at(-1)!.email.text ?? '')![1]!;
}

async function invite(email: string): Promise<string> {
  const admin = await world.admin();
  const draft = { name: 'Lê Thị Mới', email, posts: [{ role: 'unit-officer', unitCode: 'u3', title: 'Chuyên viên', from: '2020-01-01' }] };
  expect((await admin.post('/api/provinces/tinh-khoi-nho/people', draft)).status).toBe(201);
  return tokenTo(email, /Tài khoản/);
}

describe('a person without a password', () => {
  it('is invited by a letter, whose link sets one, once', async () => {
    const email = 'moi@khoi-nho.example';
    const token = await invite(email);
    expect((await open(token)).body).toMatchObject({ purpose: 'invitation', name: 'Lê Thị Mới', email });
    expect(await signIn(email, NEXT)).toBe(401);
    expect((await set(token, NEXT)).status).toBe(204);
    expect(await signIn(email, NEXT)).toBe(201);
    for (const again of [await open(token), await set(token, 'một con trâu và hai con bò')])
      expect(again.body).toMatchObject({ status: 410, code: 'used-link', next: expect.stringContaining('Quên mật khẩu') });
    expect(await signIn(email, NEXT)).toBe(201);
  });

  it('attack 17: keeps the invitation when a mail scanner opens its link, again and again, with or without cookies', async () => {
    const token = await invite('quet-thu@khoi-nho.example');
    const scanner = world.stranger();
    for (const method of ['GET', 'HEAD', 'GET']) expect((await scanner.send(method, `/api/account-links/${token}`)).status).toBe(200);
    expect((await set(token, NEXT)).status).toBe(204);
  });

  it('may try again after a weak password; the link holds', async () => {
    const token = await invite('yeu@khoi-nho.example');
    expect((await set(token, 'lê thị mới lê thị mới')).body).toMatchObject({ status: 422, code: 'weak-password' });
    expect((await set(token, 'ngắn')).body).toMatchObject({ status: 400, needs: [{ pointer: '/password' }] });
    expect((await set(token, NEXT)).status).toBe(204);
  });

  it('has 14 days', async () => {
    const token = await invite('cham@khoi-nho.example');
    const expires = new Date((await open(token)).body.expiresAt).getTime();
    expect(Math.round((expires - Date.now()) / 86_400_000)).toBe(14);
    await world.owner.query(`update account_link set expires_at = clock_timestamp() where used_at is null`);
    for (const late of [await open(token), await set(token, NEXT)]) expect(late.body).toMatchObject({ status: 410, code: 'expired-link' });
  });
});

describe('a forgotten password', () => {
  it('is asked for in the same words whether or not anybody has the address; only who has it gets a letter', async () => {
    const [known, nobody] = [await ask('u2.head@khoi-nho.example'), await ask('khong-co@khoi-nho.example')];
    expect([known.status, known.text]).toEqual([204, '']);
    expect([nobody.status, nobody.text, [...nobody.headers.keys()]]).toEqual([known.status, known.text, [...known.headers.keys()]]);
    await tokenTo('u2.head@khoi-nho.example', /Đặt lại/);
    expect(mail.taken.flatMap(({ to }) => to)).not.toContain('khong-co@khoi-nho.example');
  });

  it('is set anew by the letter’s link; every session ends, and a letter tells of it', async () => {
    const email = 'u4.head@khoi-nho.example';
    const before = await world.signIn(email);
    await ask(email);
    const first = await tokenTo(email, /Đặt lại/);
    await ask(email);
    const second = await tokenTo(email, /Đặt lại/, 2);
    expect((await set(second, NEXT)).status).toBe(204);
    expect((await before.get('/api/session')).status).toBe(401);
    expect([await signIn(email, PASSWORD), await signIn(email, NEXT)]).toEqual([401, 201]);
    expect((await set(first, 'một con trâu và hai con bò')).body).toMatchObject({ status: 410, code: 'used-link' });
    await eventually(async () => lettersTo(email, /đã thay đổi/).length === 1);
  });

  it('is set by one of two who press at once', async () => {
    await ask('u5.head@khoi-nho.example');
    const token = await tokenTo('u5.head@khoi-nho.example', /Đặt lại/);
    const answers = await Promise.all([NEXT, 'một con trâu và hai con bò'].map((password) => set(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('is opened by nothing that the database keeps, and by no link of another kind', async () => {
    await ask('u6.head@khoi-nho.example');
    const token = await tokenTo('u6.head@khoi-nho.example', /Đặt lại/);
    const { rows } = await world.owner.query<{ text: string }>(
      `select coalesce(string_agg(d::text, ' '), '') || (select coalesce(string_agg(l::text, ' '), '') from account_link l) as text from delivery d`,
    );
    expect(rows[0]!.text).not.toContain(token);
    expect((await world.stranger().get(`/api/receipts/${token}`)).body).toMatchObject({ status: 404, code: 'unknown-link' });
  });

  it('slows down who asks for the letters of one address again and again, and who guesses at links', async () => {
    const asked = [];
    for (let n = 0; n < 4; n += 1) asked.push((await ask('u7.head@khoi-nho.example')).status);
    expect(asked).toEqual([204, 204, 204, 429]);
    const guessed = [];
    for (let n = 0; n < 31; n += 1) guessed.push((await open('A'.repeat(43))).status);
    expect([...new Set(guessed.slice(0, 30)), guessed[30]]).toEqual([404, 429]);
  });

  it('of an account that was closed is not given back', async () => {
    await world.owner.query(`update account set disabled_at = now() where email = 'u3.officer@khoi-nho.example'`);
    expect((await ask('u3.officer@khoi-nho.example')).status).toBe(204);
    const { rows } = await world.owner.query(
      `select 1 from account_link l join account a on a.id = l.account_id where a.email = 'u3.officer@khoi-nho.example'`,
    );
    expect(rows).toEqual([]);
  });
});
