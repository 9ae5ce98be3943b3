import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, launchToEnd, removeTemporaryFolders, temporaryFolder, type Launched } from '../support/launcher.js';
import { eventually } from '../support/worker.js';

const SERVES = 'Ctrl-C để dừng';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Account {
  readonly email: string;
  readonly password: string;
  readonly shown: boolean;
}

const folder = join(temporaryFolder(), 'data');
const env = { DATA_DIR: folder, PORT: '0' };
let running: Launched;
let url: string;

async function start(): Promise<void> {
  running = launch({ env });
  await running.says(SERVES);
  url = /✔ Thi Đua: (http:\/\/localhost:\d+)/.exec(running.said())![1]!;
}
async function stop(): Promise<void> {
  process.kill(-running.process.pid!, 'SIGINT');
  expect(await running.ended).toBe(0);
}

beforeAll(start, 240_000);
afterAll(async () => {
  await stop();
  removeTemporaryFolders();
});

const accounts = (): Account[] => JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as Account[];
const signIn = (email: string, password: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-thidua': '1', ...headers },
    body: JSON.stringify({ email, password }),
  });
const log = (name: string): string => readFileSync(join(folder, 'logs', `${name}.log`), 'utf8');
/** The whole lines of a log; one that is just being written is not yet one. */
const linesOf = (name: string): Record<string, unknown>[] =>
  log(name)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('what npm start started', () => {
  it('is ready in every part, and serves pages in both languages', async () => {
    const health = await fetch(`${url}/api/health`);
    const { parts } = (await health.json()) as { parts: { part: string; state: string }[] };
    expect(health.status).toBe(200);
    expect(parts).toEqual(
      expect.arrayContaining(
        ['database', 'worker', 'mail', 'signing-key'].map((part) => expect.objectContaining({ part, state: 'ready' }) as object),
      ),
    );
    for (const language of ['vi', 'en']) expect(await (await fetch(`${url}/${language}/`)).text()).toContain(`<html lang="${language}"`);
  });

  it('lets in every account that it printed', async () => {
    const shown = accounts().filter((account) => account.shown);
    expect(shown.length).toBeGreaterThan(8);
    for (const { email, password } of shown) {
      expect(running.said()).toContain(email);
      expect(running.said()).toContain(password);
      expect({ email, status: (await signIn(email, password)).status }).toEqual({ email, status: 201 });
    }
  });

  it('logs each request in a line of its own under the id that its answer bears, and no secret', async () => {
    const [{ email, password }] = accounts() as [Account];
    const entered = await signIn(email, password);
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    const wrong = await signIn(email, 'mat-khau-go-nham', { authorization: 'Bearer chuoi-bi-mat', cookie });
    const receipt = await fetch(`${url}/api/receipts/lien-ket-bi-mat-cua-thu?k=chuoi-hoi-bi-mat`, { headers: { cookie } });
    const ids = [entered, wrong, receipt].map((answer) => answer.headers.get('x-request-id')!);
    // An answer may be here before its line is on the disk.
    const lines = await eventually(() => {
      const written = linesOf('api');
      return Promise.resolve(ids.every((id) => written.some(({ request }) => request === id)) && written);
    });
    for (const id of ids) {
      expect(id).toMatch(UUID);
      expect(lines.filter(({ request }) => request === id)).toHaveLength(1);
    }
    expect(lines.find(({ request }) => request === ids[1])).toMatchObject({ method: 'POST', address: '/api/session', status: 401 });
    const secrets = JSON.parse(readFileSync(join(folder, 'database.json'), 'utf8')) as { ownerPassword: string; loginPassword: string };
    const all = ['api', 'worker', 'migrate', 'demo', 'postgres'].map(log).join('\n');
    for (const secret of [
      password,
      'mat-khau-go-nham',
      'chuoi-bi-mat',
      'lien-ket-bi-mat-cua-thu',
      'chuoi-hoi-bi-mat',
      cookie.split('=')[1]!,
      secrets.ownerPassword,
      secrets.loginPassword,
      'PRIVATE KEY',
    ])
      expect(all).not.toContain(secret);
  });

  it('may be administered beside it, and holds its data folder', async () => {
    const beside = await launchToEnd({ command: 'thidua', args: ['migrate'], env });
    expect(beside).toEqual({ code: 0, said: expect.stringContaining('Cơ sở dữ liệu đã mới nhất.') as string });
    expect((await launchToEnd({ env })).code).toBe(32);
  });

  it('stops, starts again with all that was there, and loads nothing twice', async () => {
    const [{ email, password }] = accounts() as [Account];
    const cookie = (await signIn(email, password)).headers.get('set-cookie')!.split(';')[0]!;
    await stop();
    await start();
    expect(running.said()).not.toMatch(/Nạp dữ liệu mẫu|Dựng chương trình|Cài các gói/);
    const me = await fetch(`${url}/api/session`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ email, mode: 'development', today: '2020-02-17' });
  }, 120_000);
});
