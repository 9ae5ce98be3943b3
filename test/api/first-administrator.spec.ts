import { verifyJournal } from '@thidua/api/platform/journal/verify';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/client.js';
import { productionSettings } from '../support/production.js';
import { startProgram, type Program } from '../support/program.js';
import { connected } from '../support/rows.js';
import { freshDatabase, PASSWORD, serveDatabase, type Addresses } from '../support/world.js';

const CODE = /nhập mã ((?:[A-Z]{5}-){3}[A-Z]{5}) /;
const WAY = '/api/first-administrator';
const DRAFT = { name: 'Nguyễn Thị Quản', email: 'Quan@Tinh.example', password: PASSWORD };

let settings: Record<string, string>;
const running: Program[] = [];
beforeAll(async () => {
  settings = await productionSettings();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.stop()));
});

/** Starts the program in production, as an operator would. */
async function start(addresses: Addresses, more: Readonly<Record<string, string>> = {}): Promise<Program> {
  const program = await startProgram(addresses, await mkdtemp(join(tmpdir(), 'thidua-first-')), { ...settings, ...more });
  running.push(program);
  return program;
}

const codeIn = (program: Program): string | null => CODE.exec(program.log())?.[1] ?? null;
const stranger = (program: Program) => new Browser(program.url);
const send = (program: Program, code: string | null, more: object = {}) =>
  stranger(program).post<{ code?: string; next?: string }>(WAY, { ...DRAFT, code, ...more });

describe('an installation without an administrator, in production', () => {
  it('shows whoever reads its log a code by which they become its first administrator, once', async () => {
    const addresses = await freshDatabase();
    const program = await start(addresses, { LOG_LEVEL: 'error' });
    const code = codeIn(program)!;
    expect(program.log()).toContain('https://thidua.example/vi/first-administrator');
    expect(program.log()).toContain('No administrator yet. Open https://thidua.example/en/first-administrator');
    expect(await stranger(program).get(WAY)).toMatchObject({ status: 200, body: { expired: false } });
    expect(await send(program, code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ status: 204 });

    const admin = await Browser.signIn(program.url, 'quan@tinh.example', PASSWORD);
    expect((await admin.get('/api/session')).body).toMatchObject({
      name: 'Nguyễn Thị Quản',
      posts: [{ role: 'administrator', title: 'Quản trị hệ thống' }],
    });
    const nowhere = await stranger(program).get('/api/there-is-no-such-route');
    expect(nowhere.status).toBe(404);
    expect((await stranger(program).get(WAY)).text).toBe(nowhere.text);
    for (const body of [{ ...DRAFT, code, email: 'ke@hai.example' }, {}])
      expect((await stranger(program).post(WAY, body)).text).toBe(nowhere.text);
  });

  it('keeps only a hash of the code, and enters in the journal who came in by it', async () => {
    const addresses = await freshDatabase();
    const program = await start(addresses);
    const code = codeIn(program)!;
    await connected(addresses.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ row: string }>(
        `select encode(code_hash, 'escape') || c::text as row from first_administrator_code c`,
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]!.row).not.toContain(code);
      expect(rows[0]!.row).not.toContain(code.replaceAll('-', ''));
      expect((await send(program, code)).status).toBe(204);
      expect((await owner.query('select 1 from first_administrator_code')).rowCount).toBe(0);
      const entries = await owner.query<{ body: string }>(
        `select j.body from province_journal j join person p on p.id = j.record_id and p.head = j.hash and p.entries = j.n`,
      );
      expect(entries.rows.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
        { kind: 'Person', event: 'create', to: 'active', way: 'first-code', posts: [{ role: 'administrator' }] },
      ]);
      expect(await verifyJournal(owner, 'province_journal')).toEqual({ entries: 1, broken: null });
    });
  });

  it('refuses a wrong code and a weak password by name, and the code still holds', async () => {
    const program = await start(await freshDatabase());
    const wrong = await send(program, 'ABCDE-FGHJK-LMNPQ-RSTUV');
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong-first-code' } });
    expect(wrong.body.next).toContain('khởi động mới nhất');
    const code = codeIn(program);
    expect((await send(program, code, { password: 'matkhau12345678' })).body.code).toBe('weak-password');
    expect((await send(program, code, { email: 'no address' })).body.code).toBe('wrong-shape');
    expect((await send(program, code)).status).toBe(204);
  });

  it('slows guessing down by the address it comes from', async () => {
    const program = await start(await freshDatabase());
    for (let guess = 0; guess < 10; guess += 1) expect((await send(program, 'ABCDE')).body.code).toBe('wrong-first-code');
    expect((await send(program, codeIn(program))).body.code).toBe('too-many-attempts');
  });

  it('makes a new code at a new start; the one before does not hold, and the log says so', async () => {
    const addresses = await freshDatabase();
    const before = await start(addresses);
    const after = await start(addresses);
    expect(before.log()).not.toContain('Mã in trước đó');
    expect(after.log()).toContain('Mã in trước đó không còn dùng được');
    expect((await send(after, codeIn(before))).body.code).toBe('wrong-first-code');
    expect((await send(before, codeIn(after))).status).toBe(204);
    const later = await start(addresses);
    expect(codeIn(later)).toBeNull();
  });

  it('of several programs that start at once lets one code hold', async () => {
    const addresses = await freshDatabase();
    const programs = await Promise.all([start(addresses), start(addresses), start(addresses)]);
    const states = await connected(addresses.ownerUrl, (owner) =>
      Promise.all(
        programs.map(async (program) => {
          const typed = codeIn(program)!.replaceAll('-', '');
          const { rows } = await owner.query<{ state: string }>(
            `select first_administrator_state(sha256(convert_to($1, 'UTF8'))) as state`,
            [typed],
          );
          return rows[0]!.state;
        }),
      ),
    );
    expect(states.sort()).toEqual(['right', 'wrong', 'wrong']);
  });

  it('says that the code has expired after a day, and what to do', async () => {
    const addresses = await freshDatabase();
    const program = await start(addresses);
    await connected(addresses.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ hours: number }>(
        'select extract(epoch from expires_at - made_at)::int / 3600 as hours from first_administrator_code',
      );
      expect(rows[0]!.hours).toBe(24);
      await owner.query('update first_administrator_code set expires_at = clock_timestamp()');
    });
    expect((await stranger(program).get(WAY)).body).toEqual({ expired: true });
    const refused = await send(program, codeIn(program));
    expect(refused).toMatchObject({ status: 410, body: { code: 'expired-first-code' } });
    expect(refused.body.next).toContain('Khởi động lại');
  });
});

describe('an installation of the development mode', () => {
  it('has no such page', async () => {
    const world = await serveDatabase(await freshDatabase(), await mkdtemp(join(tmpdir(), 'thidua-first-')));
    expect((await world.stranger().get(WAY)).body.code).toBe('not-found');
    expect((await world.stranger().post(WAY, {})).body.code).toBe('not-found');
    await world.close();
  });
});
