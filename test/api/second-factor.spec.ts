import type { FactorBegun, FactorView, RecoveryCodes } from '@thidua/workflows/account/account.schema';
import { removeSecondFactor } from '@thidua/api/command/administrator';
import { generate } from 'otplib';
import { Browser } from '../support/client.js';
import { done } from '../support/scores.js';
import { makeSmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

const STEP_SECONDS = 30;
let world: World;
beforeAll(async () => {
  world = await startWorld();
  await makeSmallBloc(world);
});
afterAll(() => world.close());

/** What the person's application shows now, or one step later: a clock may be that far ahead. */
const shown = (secret: string, later = 0) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + later * STEP_SECONDS });
const signIn = (email: string, code?: string) =>
  world.stranger().post('/api/session', { email, password: PASSWORD, ...(code ? { code } : {}) });
const view = async (browser: Browser) => (await browser.get<FactorView>('/api/account/factor')).body;

interface Enrolled {
  readonly browser: Browser;
  readonly email: string;
  readonly secret: string;
  readonly codes: readonly string[];
}
async function enrol(name: string): Promise<Enrolled> {
  const email = `${name}@khoi-nho.example`;
  const browser = await Browser.signIn(world.url, email, PASSWORD);
  const { secret } = done(await browser.post<FactorBegun>('/api/account/factor', { password: PASSWORD }));
  const { codes } = done(await browser.post<RecoveryCodes>('/api/account/factor/confirmation', { code: await shown(secret) }));
  return { browser, email, secret, codes };
}

describe('a code beside the password', () => {
  it('is begun with the password, and asked for only after one code of it has been entered', async () => {
    const email = 'u1.officer@khoi-nho.example';
    const browser = await Browser.signIn(world.url, email, PASSWORD);
    expect((await browser.post('/api/account/factor', { password: 'không phải mật khẩu' })).body).toMatchObject({ code: 'wrong-password' });
    const begun = done(await browser.post<FactorBegun>('/api/account/factor', { password: PASSWORD }));
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Thi%20%C4%90ua:u1\.officer/);
    expect((await signIn(email)).status).toBe(201);
    const wrong = await browser.post('/api/account/factor/confirmation', { code: '000000' });
    expect(wrong.body).toMatchObject({ status: 401, code: 'wrong-code' });
    expect(await view(browser)).toEqual({ confirmedAt: null, recoveryCodesLeft: 0 });
  });

  it('is then asked for at every sign-in, after the password; each code opens once', async () => {
    const { browser, email, secret } = await enrol('u2.officer');
    expect(await view(browser)).toEqual({ confirmedAt: expect.any(String), recoveryCodesLeft: 10 });
    expect((await signIn(email)).body).toMatchObject({ status: 401, code: 'needs-code', next: expect.stringContaining('6 chữ số') });
    const wrongPassword = await world.stranger().post('/api/session', { email, password: 'đoán mò', code: '123456' });
    expect(wrongPassword.body).toMatchObject({ status: 401, code: 'wrong-sign-in' });
    const code = await shown(secret, 1);
    expect((await signIn(email, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(201);
    expect((await signIn(email, code)).body).toMatchObject({ status: 401, code: 'wrong-code' });
  });

  it('opens for one of two who enter it at once', async () => {
    const { email, secret } = await enrol('u3.officer');
    const code = await shown(secret, 1);
    const answers = await Promise.all([signIn(email, code), signIn(email, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('has ten recovery codes, each good once, of which the database keeps none', async () => {
    const { browser, email, codes } = await enrol('u4.officer');
    expect(new Set(codes).size).toBe(10);
    expect((await signIn(email, codes[0]!.toUpperCase())).status).toBe(201);
    expect((await signIn(email, codes[0])).body).toMatchObject({ code: 'wrong-code' });
    expect(await view(browser)).toMatchObject({ recoveryCodesLeft: 9 });
    const { rows } = await world.owner.query<{ text: string }>(`select string_agg(r::text, ' ') as text from recovery_code r`);
    expect(codes.filter((code) => rows[0]!.text.includes(code.replace('-', '')))).toEqual([]);
  });

  it('is guessed at no more often than the password', async () => {
    const { email } = await enrol('u5.officer');
    const guesses = [];
    for (let guess = 0; guess < 9; guess += 1) guesses.push((await signIn(email, `00000${guess}`)).body.code);
    expect([...new Set(guesses.slice(0, 8)), guesses[8]]).toEqual(['wrong-code', 'too-many-attempts']);
  });

  it('is taken away by whoever runs the installation, for an owner who lost device and codes; sessions end and a letter tells', async () => {
    const { browser, email } = await enrol('u7.officer');
    expect(await removeSecondFactor(world.ownerUrl, 'U7.officer@khoi-nho.example')).toBe(true);
    expect(await removeSecondFactor(world.ownerUrl, email)).toBe(false);
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await signIn(email)).status).toBe(201);
    const { rows } = await world.owner.query(`select 1 from delivery where letter = 'factor-removed' and address = $1`, [email]);
    expect(rows).toHaveLength(1);
  });

  it('is given up by a code, not by an open session alone', async () => {
    const { browser, email, codes } = await enrol('u6.officer');
    expect((await browser.post('/api/account/factor', { password: PASSWORD })).body).toMatchObject({ code: 'already-exists' });
    expect((await browser.post('/api/account/factor/removal', { code: '000000' })).body).toMatchObject({ code: 'wrong-code' });
    expect((await browser.post('/api/account/factor/removal', { code: codes[1] })).status).toBe(204);
    expect((await signIn(email)).status).toBe(201);
    expect(await view(browser)).toEqual({ confirmedAt: null, recoveryCodesLeft: 0 });
  });
});
