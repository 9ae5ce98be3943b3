import { createAdministrator } from '@thidua/api/command/administrator';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/client.js';
import { startProgram, type Program } from '../support/program.js';
import { connected } from '../support/rows.js';
import { eventually } from '../support/worker.js';
import { freshDatabase, PASSWORD, type Addresses } from '../support/world.js';

const EMAIL = 'quan-tri@thidua.example';
const WRONG = 'mật khẩu đoán mò';
const NEXT = 'một câu dài khác, khó đoán';
const TOKEN = randomBytes(32).toString('base64url');

interface Line {
  readonly level: number;
  readonly time: string;
  readonly request?: string;
  readonly method?: string;
  readonly address?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly err?: Readonly<Record<string, string>>;
}

let database: Addresses;
let program: Program;
let cookie: string;
let answered: string;
const lines = () =>
  program
    .log()
    .split('\n')
    .slice(0, -1) // the last may just be being written
    .map((line) => JSON.parse(line) as Line);
/** The line of the request with this id that also meets the condition; it may come after the answer. */
const lineWhere = (id: string | null, holds: (line: Line) => unknown = () => true): Promise<Line> =>
  eventually(() => Promise.resolve(lines().find((line) => line.request === id && holds(line))));
const lineOf = (address: string) => lines().find((line) => line.address === address);

beforeAll(async () => {
  database = await freshDatabase();
  await createAdministrator(database.ownerUrl, EMAIL, 'Quản trị', PASSWORD);
  program = await startProgram(database, await mkdtemp(join(tmpdir(), 'thidua-logs-')), { LOG_LEVEL: 'trace' });
  const stranger = new Browser(program.url);
  await stranger.post('/api/session', { email: EMAIL, password: WRONG });
  const signedIn = await stranger.post('/api/session', { email: EMAIL, password: PASSWORD });
  cookie = /thidua_session=([^;]+)/.exec(signedIn.headers.get('set-cookie')!)![1]!;
  answered = signedIn.headers.get('x-request-id')!;
  await stranger.put('/api/account/password', { current: PASSWORD, next: NEXT });
  await stranger.put('/api/account/password', { current: WRONG, next: NEXT });
  for (const path of [
    `/api/receipts/${TOKEN}`,
    `/vi/receipts/${TOKEN}`,
    `/api/receipt/${TOKEN}?again=${TOKEN}`,
    `/api/session?key=${TOKEN}`,
  ])
    await stranger.get(path);
  const last = await stranger.post(`/api/receipts/${TOKEN}`, { number: '12', token: TOKEN });
  await lineWhere(last.headers.get('x-request-id'));
});
afterAll(() => program.stop());

describe('the log', () => {
  it('holds a line of JSON for each request: its id, which the answer bears too, method, address, status, time', async () => {
    const line = await lineWhere(answered);
    expect(line).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      request: answered,
      method: 'POST',
      address: '/api/session',
      status: 201,
      ms: expect.any(Number) as number,
    });
    const ids = lines().flatMap(({ request }) => request ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lines().filter(({ status }) => status === 401).length).toBeGreaterThan(0);
  });

  it.each<[string, () => string]>([
    ['the password', () => PASSWORD],
    ['a wrong password', () => WRONG],
    ['a new password', () => NEXT],
    ['the session’s secret', () => cookie],
    ['the sum of the session’s secret', () => createHash('sha256').update(cookie).digest('hex')],
    ['the secret of a letter’s link', () => TOKEN],
    ['the password of the database', () => new URL(database.appUrl).password],
    ['a sum of a password', () => '$argon2'],
  ])('never holds %s', (_, secret) => {
    expect(secret().length).toBeGreaterThan(5);
    expect(program.log()).not.toContain(secret());
    expect(program.log()).not.toContain(encodeURIComponent(secret()));
  });

  it('tells an error that nobody foresaw with its place and its query, and without its values', async () => {
    await connected(database.ownerUrl, (owner) => owner.query('revoke insert on session from thidua_app'));
    const refused = await new Browser(program.url).post<{ code: string }>('/api/session', { email: EMAIL, password: NEXT });
    expect(refused).toMatchObject({ status: 500, body: { code: 'unexpected' } });
    const line = await lineWhere(refused.headers.get('x-request-id'), ({ err }) => err);
    expect(line.level).toBe(50);
    expect(line.err).toMatchObject({ code: '42501', query: expect.stringContaining('insert into session') as string });
    expect(Object.keys(line.err!).sort()).toEqual(['code', 'message', 'query', 'stack', 'type']);
    expect(lineOf('/api/session')).toBeDefined();
    expect(program.log()).not.toContain('parameters');
  });
});
