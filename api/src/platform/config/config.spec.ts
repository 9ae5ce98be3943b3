import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';

const DATABASE = { DATABASE_URL: 'postgres://thidua:x7Q@db.example/thidua' };
const PRODUCTION = {
  ...DATABASE,
  THIDUA_MODE: 'production',
  PUBLIC_URL: 'https://thidua.example/',
  SMTP_URL: 'smtps://relay:k3L@mail.example',
  MAIL_FROM: 'Thi Đua <thidua@thidua.example>',
  SIGNING_KEY_FILE: '/etc/thidua/key.pem',
  SIGNING_CERT_FILE: '/etc/thidua/certificate.pem',
};

describe('what the program is told by its environment', () => {
  it('is enough with a database in the development mode', () => {
    expect(readConfig({ ...DATABASE, PORT: '8123' })).toMatchObject({
      mode: 'development',
      port: 8123,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8123',
      smtpUrl: null,
      signing: null,
      databaseOwnerUrl: null,
    });
  });

  it('is enough in production when nothing is left to samples', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({
      mode: 'production',
      publicUrl: 'https://thidua.example',
      signing: { keyFile: '/etc/thidua/key.pem' },
    });
  });

  it.each(['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SIGNING_KEY_FILE', 'SIGNING_CERT_FILE'])(
    'is refused in production without %s, by name',
    (name) => {
      expect(() => readConfig({ ...PRODUCTION, [name]: undefined })).toThrow(`Production needs: ${name}`);
    },
  );

  it.each([
    ['DATABASE_URL', 'postgres://thidua:changeme@db.example/thidua'],
    ['SMTP_URL', 'smtp://relay:password123@mail.example'],
    ['SIGNING_KEY_FILE', '/etc/thidua/sample-key.pem'],
    ['CHECKPOINT_KEY_FILE', '/etc/thidua/sample-key.pem'],
  ])('is refused in production with the sample %s, by name and without the secret', (name, value) => {
    expect(() => readConfig({ ...PRODUCTION, [name]: value })).toThrow(new Error(`Sample secrets in production: ${name}`));
  });

  it.each([
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['SMTP_URL', 'http://mail.example'],
    ['THIDUA_MODE', 'test'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused with a wrong %s, by name and without its value', (name, value) => {
    const refused = () => readConfig({ ...DATABASE, [name]: value });
    expect(refused).toThrow(name);
    expect(refused).not.toThrow(value);
  });

  it('reads a secret from the file that a variable names, and takes none that is given twice or cannot be read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'thidua-secret-')), 'database-url');
    writeFileSync(file, `${DATABASE.DATABASE_URL}\n`);
    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe(DATABASE.DATABASE_URL);
    expect(() => readConfig({ ...DATABASE, DATABASE_URL_FILE: file })).toThrow('Wrong configuration: DATABASE_URL and DATABASE_URL_FILE');
    expect(() => readConfig({ ...DATABASE, SMTP_URL_FILE: `${file}.none` })).toThrow('Wrong configuration: SMTP_URL_FILE (ENOENT)');
  });
});
