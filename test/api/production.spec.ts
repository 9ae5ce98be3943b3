import { makeAuthority, makeSigner } from '@thidua/api/platform/pdf/certificate';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-keys-'));
  const signer = await makeSigner(await makeAuthority(new Date()), { name: 'Người ký', organisation: 'Hội' }, new Date());
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  writeFileSync(key, signer.key, { mode: 0o600 });
  writeFileSync(certificate, [signer.certificate, ...signer.chain].join('\n'));
  world = await startWorld({
    THIDUA_MODE: 'production',
    PUBLIC_URL: 'https://thidua.example',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Thi Đua <thidua@thidua.example>',
    SIGNING_KEY_FILE: key,
    SIGNING_CERT_FILE: certificate,
  });
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
    const answer = await world.stranger().post('/api/session', { email: 'quan-tri@thidua.example', password: 'một câu dài dễ nhớ' });
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly/);
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    expect(answer.headers.get('set-cookie')).toMatch(/; SameSite=(Lax|Strict)/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect((await (await world.admin()).get<{ mode: string }>('/api/session')).body.mode).toBe('production');
  });
});
