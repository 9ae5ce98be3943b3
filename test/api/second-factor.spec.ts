import type { FactorBegun, FactorView } from '@thidua/workflows/account/account.schema';
import { removeSecondFactor } from '@thidua/api/command/administrator';
import { Browser } from '../support/client.js';
import { codeShown, enrol } from '../support/factor.js';
import { done } from '../support/scores.js';
import { makeSmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await makeSmallBloc(world);
});
afterAll(() => world.close());

const signIn = (email: string, code?: string) =>
  world.stranger().post('/api/session', { email, password: PASSWORD, ...(code ? { code } : {}) });
const view = async (browser: Browser) => (await browser.get<FactorView>('/api/account/factor')).body;

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
    const { browser, email, secret } = await enrol(world, 'u2.officer@khoi-nho.example');
    expect(await view(browser)).toEqual({ confirmedAt: expect.any(String), recoveryCodesLeft: 10 });
    expect((await signIn(email)).body).toMatchObject({ status: 401, code: 'needs-code', next: expect.stringContaining('6 chữ số') });
    const wrongPassword = await world.stranger().post('/api/session', { email, password: 'đoán mò', code: '123456' });
    expect(wrongPassword.body).toMatchObject({ status: 401, code: 'wrong-sign-in' });
    const code = await codeShown(secret, 1);
    expect((await signIn(email, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(201);
    expect((await signIn(email, code)).body).toMatchObject({ status: 401, code: 'wrong-code' });
  });

  it('opens for one of two who enter it at once', async () => {
    const { email, secret } = await enrol(world, 'u3.officer@khoi-nho.example');
    const code = await codeShown(secret, 1);
    const answers = await Promise.all([signIn(email, code), signIn(email, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('has ten recovery codes, each good once, of which the database keeps none', async () => {
    const { browser, email, codes } = await enrol(world, 'u4.officer@khoi-nho.example');
    expect(new Set(codes).size).toBe(10);
    expect((await signIn(email, codes[0]!.toUpperCase())).status).toBe(201);
    expect((await signIn(email, codes[0])).body).toMatchObject({ code: 'wrong-code' });
    expect(await view(browser)).toMatchObject({ recoveryCodesLeft: 9 });
    const { rows } = await world.owner.query<{ text: string }>(`select string_agg(r::text, ' ') as text from recovery_code r`);
    expect(codes.filter((code) => rows[0]!.text.includes(code.replace('-', '')))).toEqual([]);
  });

  it('is guessed at no more often than the password', async () => {
    const { email } = await enrol(world, 'u5.officer@khoi-nho.example');
    const guesses = [];
    for (let guess = 0; guess < 9; guess += 1) guesses.push((await signIn(email, `00000${guess}`)).body.code);
    expect([...new Set(guesses.slice(0, 8)), guesses[8]]).toEqual(['wrong-code', 'too-many-attempts']);
  });

  it('is taken away by whoever runs the installation, for an owner who lost device and codes; sessions end and a letter tells', async () => {
    const { browser, email } = await enrol(world, 'u7.officer@khoi-nho.example');
    expect(await removeSecondFactor(world.ownerUrl, 'U7.officer@khoi-nho.example')).toBe(true);
    expect(await removeSecondFactor(world.ownerUrl, email)).toBe(false);
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await signIn(email)).status).toBe(201);
    const { rows } = await world.owner.query(`select 1 from delivery where letter = 'factor-removed' and address = $1`, [email]);
    expect(rows).toHaveLength(1);
  });

  it('is given up by a code, not by an open session alone', async () => {
    const { browser, email, codes } = await enrol(world, 'u6.officer@khoi-nho.example');
    expect((await browser.post('/api/account/factor', { password: PASSWORD })).body).toMatchObject({ code: 'already-exists' });
    expect((await browser.post('/api/account/factor/removal', { code: '000000' })).body).toMatchObject({ code: 'wrong-code' });
    expect((await browser.post('/api/account/factor/removal', { code: codes[1] })).status).toBe(204);
    expect((await signIn(email)).status).toBe(201);
    expect(await view(browser)).toEqual({ confirmedAt: null, recoveryCodesLeft: 0 });
  });
});
