import { MAX_ATTEMPTS } from '@thidua/api/platform/worker/back-off';
import { Enclosures } from '@thidua/api/platform/worker/enclosures';
import { Undelivered } from '@thidua/api/platform/worker/undelivered';
import { loginUrl } from '@thidua/api/platform/database/database';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { MailLetter, MailLine } from '@thidua/workflows/development/mail.schema';
import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
let server: MailServer | null = null;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world, 'khoi-thu');
  await bloc.setClock('2020-03-02T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await server?.close();
  server = null;
});
afterAll(() => world.close());

async function serve(answers: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  server = await startMailServer(answers);
  workers.push(await startWorkerOf(world, { SMTP_URL: server.url }));
  return server;
}

/** A letter as the door would put it into the outbox, to whom and about what the test says. */
async function queue(letter: { address: string; name?: string; facts?: object; kind?: string; letter?: string }): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, recipient_name, address)
     select $1, bloc_id, province_id, $3, gen_random_uuid(), 1, $7, $4, $5, $6 from place where slug = $2`,
    [
      id,
      bloc.bloc,
      letter.kind ?? 'Registration',
      { year: '2020', bloc: 'Khối thử', unit: 'Hội U3', aim: 'Cờ thi đua', ...letter.facts },
      letter.name ?? 'Nguyễn Thị Lan',
      letter.address,
      letter.letter ?? 'registration-submitted',
    ],
  );
  return id;
}
interface Delivery {
  readonly state: string;
  readonly attempts: number;
  readonly last_answer: string | null;
  readonly sent_at: Date | null;
  readonly waits: number;
}
const delivery = async (id: string): Promise<Delivery> =>
  (
    await world.owner.query<Delivery>(
      'select state, attempts, last_answer, sent_at, extract(epoch from next_at - clock_timestamp())::float as waits from delivery where id = $1',
      [id],
    )
  ).rows[0]!;
const over = (id: string) =>
  eventually(async () => {
    const now = await delivery(id);
    return now.state !== 'queued' && now;
  });

describe('a letter', () => {
  it('of an event comes to the head of the reviewing unit: Vietnamese, as text and HTML with the same words, one link, marked as a sample', async () => {
    workers.push(await startWorkerOf(world));
    const head = await bloc.person('u3.head');
    const list = done(await head.get<{ items: { id: string; version: number; unitShortName: string }[] }>(`${bloc.path}/registrations`));
    const own = list.items.find(({ unitShortName }) => unitShortName === 'Hội U3')!;
    const path = `${bloc.path}/registrations/${own.id}`;
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
    const draft = { version: own.version, aim: { kind: 'title', code: 'flag' }, targets, note: '' };
    const saved = done(await head.put<{ version: number }>(path, draft));
    done(await head.event(path, { type: 'submit', version: saved.version }));
    const box = '/api/dev/mail?to=u2.head@khoi-thu.example';
    const [line] = await eventually(async () => {
      const { items } = (await world.stranger().get<{ items: MailLine[] }>(box)).body;
      return items.length > 0 && items;
    });
    const letter = done(await world.stranger().get<MailLetter>(`/api/dev/mail/${line!.id}`));
    expect(letter.subject).toBe('[BẢN MẪU] [Khối thử 2020] Hội U3 đã gửi bản đăng ký thi đua');
    const link = `/vi/khoi-thu/2020/registrations/${own.id}`;
    for (const words of ['BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ', 'Kính gửi: Người u2.head', 'Hội U3 đã gửi bản đăng ký', link])
      for (const form of [letter.text, letter.html]) expect(form).toContain(words);
    expect(letter.html).not.toMatch(/<(script|img|link|iframe)|src=|@import|url\(/);
    const lines = Object.fromEntries(letter.headers.map(({ name, value }) => [name.toLowerCase(), value]));
    const { rows } = await world.owner.query<{ id: string; person: string }>(
      `select d.id, p.name as person from delivery d join person p on p.id = d.person_id where record_id = $1`,
      [own.id],
    );
    expect(rows.map(({ person }) => person)).toEqual(['Người u2.head']);
    expect(lines['message-id']).toBe(`<${rows[0]!.id}@thidua.example>`);
    expect(lines['auto-submitted']).toBe('auto-generated');
    expect(await over(rows[0]!.id)).toMatchObject({ state: 'accepted', attempts: 1, sent_at: expect.any(Date) as Date });
  });

  it('carries what its kind of record encloses; the mailbox gives every byte of it back', async () => {
    const content = Buffer.from('%PDF-1.7 báo cáo\0\u00ff', 'latin1');
    world.app.get(Enclosures).enclose('Parcel', () =>
      Promise.resolve({
        path: '/vi/receipt/abc',
        linkText: 'Xác nhận đã nhận',
        attachments: [{ filename: 'Báo cáo số 1 (ký).pdf', contentType: 'application/pdf', content }],
      }),
    );
    workers.push(await startWorkerOf(world));
    const id = await queue({ address: 'hoi-dong@nhan.example', kind: 'Parcel' });
    await over(id);
    const stranger = world.stranger();
    const { items } = done(await stranger.get<{ items: MailLine[] }>('/api/dev/mail?to=HOI-DONG@nhan.example'));
    const letter = done(await stranger.get<MailLetter>(`/api/dev/mail/${items[0]!.id}`));
    expect(letter.text).toContain('Xác nhận đã nhận:\nhttp://localhost:0/vi/receipt/abc');
    expect(letter.attachments).toEqual([{ n: 0, filename: 'Báo cáo số 1 (ký).pdf', type: 'application/pdf', size: content.length }]);
    const file = await fetch(`${world.url}/api/dev/mail/${letter.id}/attachments/0`);
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="Bao-cao-so-1-(ky).pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20s%E1%BB%91%201%20%28k%C3%BD%29.pdf`,
    );
    const raw = await fetch(`${world.url}/api/dev/mail/${letter.id}/raw`);
    expect(raw.headers.get('content-type')).toBe('message/rfc822');
    expect(await raw.text()).toContain(`Message-ID: <${id}@thidua.example>`);
    expect((await stranger.get(`/api/dev/mail/${letter.id}/attachments/1`)).status).toBe(404);
    expect((await stranger.get(`/api/dev/mail/${randomUUID()}`)).status).toBe(404);
    expect((await stranger.get('/api/dev/mail/refused.json')).status).toBe(400);
  });
});

describe('a letter that the mail server does not take', () => {
  it('for now is tried again with longer and longer waits, under the same Message-ID', async () => {
    let tries = 0;
    const { taken } = await serve({ message: () => ((tries += 1) < 3 ? 451 : 250) });
    const id = await queue({ address: 'cham@nhan.example' });
    const waits: number[] = [];
    for (const attempts of [1, 2]) {
      const after = await eventually(async () => {
        const now = await delivery(id);
        return now.attempts === attempts && now;
      });
      expect(after).toMatchObject({ state: 'queued', last_answer: expect.stringContaining('451') as string, sent_at: null });
      waits.push(after.waits);
    }
    expect(waits[0]).toBeLessThanOrEqual(1.25);
    expect(waits[1]).toBeGreaterThan(1.25);
    expect(await over(id)).toMatchObject({ state: 'accepted', attempts: 3 });
    expect(taken.map(({ email }) => email.messageId)).toEqual(Array.from({ length: 3 }, () => `<${id}@thidua.example>`));
  });

  it('for a whole day is given up: it counts as failed, and whose letter it was is told', async () => {
    const told: string[] = [];
    world.app.get(Undelivered).tell('Parcel', (letter, answer) => Promise.resolve(void told.push(`${letter.address}: ${answer}`)));
    const id = await queue({ address: 'mot-ngay@nhan.example', kind: 'Parcel' });
    await world.owner.query('update delivery set attempts = $2 where id = $1', [id, MAX_ATTEMPTS - 1]);
    await serve({ message: () => 451 });
    expect(await over(id)).toMatchObject({ state: 'failed', attempts: MAX_ATTEMPTS, sent_at: null });
    expect(told).toEqual([expect.stringMatching(/^mot-ngay@nhan\.example: .*451/)]);
  });

  it('because of its recipient is refused at once; whose letter it was is told, and nobody else is kept waiting', async () => {
    const told: string[] = [];
    world.app.get(Undelivered).tell('Registration', (letter, answer) => {
      told.push(`${letter.address}: ${answer}`);
      return Promise.resolve();
    });
    const { taken } = await serve({ recipient: (address) => (address.startsWith('khong-co') ? 550 : 250) });
    const [lost, other] = [await queue({ address: 'khong-co@nhan.example' }), await queue({ address: 'co@nhan.example' })];
    expect(await over(lost)).toMatchObject({
      state: 'refused',
      attempts: 1,
      last_answer: expect.stringContaining('550') as string,
      sent_at: null,
    });
    expect(await over(other)).toMatchObject({ state: 'accepted', attempts: 1 });
    expect(told).toEqual([expect.stringMatching(/^khong-co@nhan\.example: .*550/)]);
    expect(taken.map(({ to }) => to)).toEqual([['co@nhan.example']]);
  });

  it('because of its content is refused at once', async () => {
    await serve({ message: () => 552 });
    expect(await over(await queue({ address: 'day@nhan.example' }))).toMatchObject({ state: 'refused', attempts: 1 });
  });

  it('because the server is away waits, and goes out when it is back', async () => {
    const { url } = await serve();
    await server!.close();
    const id = await queue({ address: 'vang@nhan.example' });
    await eventually(async () => (await delivery(id)).attempts > 0);
    expect(await delivery(id)).toMatchObject({ state: 'queued', last_answer: expect.stringContaining('ECONNREFUSED') as string });
    server = await startMailServer({ port: Number(new URL(url).port) });
    expect(await over(id)).toMatchObject({ state: 'accepted' });
  });

  it('in the sample mailbox is one to an address of the refused list', async () => {
    workers.push(await startWorkerOf(world));
    const refused = ['tu-choi@nhan.example'];
    expect(done(await world.stranger().put('/api/dev/mail/refused', refused))).toEqual({ refused });
    expect(await over(await queue({ address: 'tu-choi@nhan.example' }))).toMatchObject({ state: 'refused' });
    done(await world.stranger().put('/api/dev/mail/refused', []));
    expect(await over(await queue({ address: 'tu-choi@nhan.example' }))).toMatchObject({ state: 'accepted' });
  });
});

describe('what people typed', () => {
  const BREAK = '\r\nBcc: kẻ-khác@la.example\r\n\r\n<script>alert(1)</script>';

  it('makes no header and no mark-up of its own, whether in a name, in a subject or in the name of a file', async () => {
    const attachments = [{ filename: `Giấy${BREAK}.pdf`, contentType: 'application/pdf', content: Buffer.from('%PDF') }];
    world.app.get(Enclosures).enclose('Crate', () => Promise.resolve({ path: '/vi', linkText: 'Mở', attachments }));
    const { taken } = await serve();
    const id = await queue({
      address: 'la@nhan.example',
      kind: 'Crate',
      name: `Lan${BREAK}`,
      facts: { unit: `Hội${BREAK}`, aim: '<img src=x onerror=y>' },
    });
    await over(id);
    expect(taken).toHaveLength(1);
    const { to, email } = taken[0]!;
    expect(to).toEqual(['la@nhan.example']);
    expect(email.headers.map(({ key }) => key).sort()).toEqual(
      ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'].sort(),
    );
    expect(email.to).toEqual([{ address: 'la@nhan.example', name: expect.stringMatching(/^Lan Bcc: /) as string }]);
    expect(email.html).not.toMatch(/<script|<img/);
    expect(email.attachments).toMatchObject([{ filename: expect.stringMatching(/^Giấy/) as string, mimeType: 'application/pdf' }]);
    expect(email.html).toContain('&lt;script&gt;');
  });

  it.each([
    'a@nhan.example, b@la.example',
    'a@nhan.example\r\nRCPT TO:<b@la.example>',
    '"a b"@nhan.example',
    'Lan <a@nhan.example>',
    'nhóm: a@nhan.example;',
    'a@[127.0.0.1]',
    '',
  ])('as the address “%s” is no address: refused, nothing sent', async (address) => {
    const { taken } = await serve();
    expect(await over(await queue({ address }))).toMatchObject({ state: 'refused', last_answer: 'not a plain e-mail address' });
    expect(taken).toEqual([]);
  });
});

describe('a worker that is killed', () => {
  it('in the middle of a letter gives it back, and another sends it at once', async () => {
    let [holdOn, tries] = [true, 0];
    server = await startMailServer({ message: () => ((tries += 1), holdOn ? new Promise<number>(() => undefined) : 250) });
    const id = await queue({ address: 'giua-chung@nhan.example' });
    const killed = spawn(process.execPath, [fileURLToPath(import.meta.resolve('@thidua/api/worker'))], {
      env: { ...process.env, SMTP_URL: server.url, LOG_LEVEL: 'silent' },
      stdio: 'ignore',
    });
    await eventually(() => Promise.resolve(tries === 1));
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    holdOn = false;
    workers.push(await startWorkerOf(world, { SMTP_URL: server.url }));
    expect(await over(id)).toMatchObject({ state: 'accepted', attempts: 1 });
    expect(server.taken.map(({ email }) => email.messageId)).toEqual([`<${id}@thidua.example>`, `<${id}@thidua.example>`]);
  });

  it('leaves two others who never send one letter twice', async () => {
    server = await startMailServer();
    const ids = await Promise.all(Array.from({ length: 60 }, (_, n) => queue({ address: `n${n}@nhan.example` })));
    for (let n = 0; n < 2; n += 1) workers.push(await startWorkerOf(world, { SMTP_URL: server.url }));
    for (const id of ids) await over(id);
    expect(server.taken.map(({ to }) => to[0]).sort()).toEqual(ids.map((_, n) => `n${n}@nhan.example`).sort());
  });
});

describe('the worker’s login', () => {
  it('sees the outbox and the deadlines, and no record', async () => {
    const { default: pg } = await import('pg');
    const worker = new pg.Client({ connectionString: loginUrl(world.appUrl, 'worker') });
    await worker.connect();
    expect((await worker.query('select 1 from delivery limit 1')).rowCount).toBe(1);
    await expect(worker.query('select 1 from registration')).rejects.toThrow('permission denied');
    await expect(worker.query('delete from delivery')).rejects.toThrow('permission denied');
    await worker.end();
  });
});
