import { makeAuthority, makeSigner } from '@thidua/api/platform/pdf/certificate';
import { writeFileSync } from 'node:fs';
import { productionSettings } from '../support/production.js';
import { connected } from '../support/rows.js';
import { freshDatabase, PASSWORD, serveDatabase, startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld(await productionSettings());
});
afterAll(() => world.close());

describe('the program in production', () => {
  it.each([
    ['GET', '/api/dev/clock'],
    ['PUT', '/api/dev/clock'],
    ['GET', '/api/dev/mail'],
    ['PUT', '/api/dev/mail/refused'],
    ['GET', '/api/dev/mail/00000000-0000-4000-8000-000000000000'],
    ['GET', '/api/dev/mail/00000000-0000-4000-8000-000000000000/raw'],
    ['GET', '/api/dev/mail/00000000-0000-4000-8000-000000000000/html'],
  ])('has no %s %s, for a stranger or an administrator', async (method, path) => {
    for (const person of [world.stranger(), await world.admin()]) {
      const answer = await person.send(method, path, method === 'PUT' ? { now: '2020-01-01T00:00:00Z' } : undefined);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  it('does not describe any route of the development mode', async () => {
    const { body } = await world.stranger().get<{ paths: object }>('/api/openapi.json');
    expect(Object.keys(body.paths).filter((path) => path.includes('/dev/'))).toEqual([]);
    expect(Object.keys(body.paths)).toContain('/api/health');
  });

  it('sets a cookie that no page can read and no plain connection carries, and asks browsers to stay on HTTPS', async () => {
    const answer = await world.stranger().post('/api/session', { email: 'quan-tri@thidua.example', password: PASSWORD });
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly/);
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    expect(answer.headers.get('set-cookie')).toMatch(/; SameSite=(Lax|Strict)/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect((await (await world.admin()).get<{ mode: string }>('/api/session')).body.mode).toBe('production');
  });

  it('keeps an address as the guesser’s only when its proxy may be believed', async () => {
    const guess = { email: 'ai-do@thidua.example', password: 'đoán mò' };
    const subjects = async () =>
      (await world.owner.query<{ subject: string }>('select distinct subject from sign_in_attempt')).rows.map((row) => row.subject);
    await world.stranger().send('POST', '/api/session', guess, { 'x-forwarded-for': '203.0.113.9' });
    expect(await subjects()).toEqual(expect.arrayContaining(['address 127.0.0.1']));
    expect(await subjects()).not.toContain('address 203.0.113.9');
    const proxied = await serveDatabase(world, world.dataDir, { TRUST_PROXY: '127.0.0.1' });
    await proxied.stranger().send('POST', '/api/session', guess, { 'x-forwarded-for': '203.0.113.9' });
    expect(await subjects()).toContain('address 203.0.113.9');
    await proxied.close();
  });
});

describe('the program does not start in production', () => {
  const startsOn = async (settings: Readonly<Record<string, string>>, addresses = freshDatabase()) =>
    serveDatabase(await addresses, world.dataDir, { ...(await productionSettings()), ...settings }).then((started) => started.close());

  it('with a certificate of the development mode', async () => {
    const signer = await makeSigner(await makeAuthority(new Date()), { name: 'Người ký', organisation: 'Hội' }, new Date());
    const { SIGNING_CERT_FILE } = await productionSettings();
    writeFileSync(SIGNING_CERT_FILE, signer.certificate);
    await expect(startsOn({ SIGNING_CERT_FILE })).rejects.toThrow(
      'Production needs: a SIGNING_CERT_FILE that is no development certificate',
    );
  });

  it('with a certificate that cannot be read', async () => {
    await expect(startsOn({ SIGNING_CERT_FILE: '/nowhere/certificate.pem' })).rejects.toThrow(
      'a SIGNING_CERT_FILE that can be read (ENOENT)',
    );
  });

  it('on the database of a trial, whose clock was moved', async () => {
    const trial = await freshDatabase();
    await connected(trial.ownerUrl, (owner) => owner.query(`update business_clock set shift = interval '-6 years'`));
    await expect(startsOn({}, Promise.resolve(trial))).rejects.toThrow('a database whose clock was never moved');
  });

  it.each([
    ['a sample password', { SMTP_URL: 'smtp://relay:changeme@127.0.0.1' }, 'Sample secrets in production: SMTP_URL'],
    ['no address of its own', { PUBLIC_URL: '' }, /PUBLIC_URL/],
  ])('with %s', async (_, settings, why) => {
    await expect(startsOn(settings)).rejects.toThrow(why);
  });

  it('with nothing else missing', async () => {
    await startsOn({});
  });
});
