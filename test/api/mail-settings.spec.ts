import type { MailSettingsView, TestLetter } from '@thidua/workflows/mail/mail.schema';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { Browser } from '../support/client.js';
import { thidua } from '../support/command.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

const MAIL = '/api/administration/mail';
let world: World;
let bloc: SmallBloc;
let admin: Browser;
let mail: MailServer;
let answer = 250;
let worker: RunningWorker | null = null;
beforeAll(async () => {
  mail = await startMailServer({ recipient: () => answer });
  const { port } = new URL(mail.url);
  world = await startWorld({ SMTP_URL: `smtp://relay:bi-mat-cua-may-chu@127.0.0.1:${port}`, MAIL_FROM: 'Thi Đua <thi-dua@tinh.example>' });
  bloc = await makeSmallBloc(world);
  admin = await world.admin();
  await world.owner.query(`update delivery set state = 'accepted'`);
});
afterAll(async () => {
  await worker?.stop();
  await mail.close();
  await world.close();
  delete process.env.SMTP_URL;
});

const view = async () => (await admin.get<MailSettingsView>(MAIL)).body;
const send = () => admin.post<TestLetter & { code?: string }>(`${MAIL}/tests`, {});
const fate = async (id: string) => (await admin.get<TestLetter>(`${MAIL}/tests/${id}`)).body;

describe('the e-mail settings', () => {
  it('tell an administrator server, port, encryption and sender, never a password', async () => {
    const answered = await admin.get<MailSettingsView>(MAIL);
    expect(answered.body).toMatchObject({
      ...{ server: '127.0.0.1', port: Number(new URL(mail.url).port), encryption: 'offered', signsIn: true },
      ...{ sender: 'Thi Đua <thi-dua@tinh.example>', serverAnswers: null },
    });
    expect(answered.text).not.toMatch(/bi-mat|relay/);
  });

  it('are told to nobody else', async () => {
    expect((await world.stranger().get(MAIL)).status).toBe(401);
    for (const name of ['council', 'secretary', 'u1.head']) {
      const person = await bloc.person(name);
      expect((await person.get(MAIL)).body.code).toBe('not-found');
      expect((await person.post(`${MAIL}/tests`, {})).body.code).toBe('forbidden');
    }
  });

  it('count what waits, what left and what failed within a day, in numbers alone', async () => {
    const before = (await view()).queue;
    await world.owner.query(`insert into delivery (id, record_kind, record_id, n, letter, recipient_name, address, state, next_at, sent_at)
      select gen_random_uuid(), 'Account', gen_random_uuid(), 0, 'mail-test', 'Ai', 'ai@tinh.example', s.state, clock_timestamp() + s.at,
             case when s.state = 'accepted' then clock_timestamp() + s.at end
        from (values ('queued', interval '1 hour'), ('accepted', interval '-1 hour'), ('accepted', interval '-25 hours'),
                     ('failed', interval '-23 hours'), ('refused', interval '-1 hour'), ('failed', interval '-25 hours')) s(state, at)`);
    const { queue } = await view();
    expect(queue).toEqual({ waiting: before.waiting + 1, accepted: before.accepted + 1, failed: before.failed + 2 });
  });
});

describe('a test letter', () => {
  it('waits, is taken by the server with its answer, or is refused with its words; nobody else learns of it', async () => {
    const made = await send();
    expect(made).toMatchObject({ status: 201, body: { address: 'quan-tri@thidua.example', state: 'queued', attempts: 0, answer: null } });
    // The server of the test asks nobody to sign in.
    worker = await startWorkerOf(world, { SMTP_URL: mail.url });
    expect(await eventually(async () => (await fate(made.body.id)).state !== 'queued' && fate(made.body.id))).toMatchObject({
      ...{ state: 'accepted', attempts: 1, answer: expect.stringMatching(/^250/) as string },
    });
    expect(mail.taken.at(-1)!.email).toMatchObject({ subject: expect.stringContaining('Thư thử') as string });
    expect(mail.taken.at(-1)!.email.text).toContain('/vi/administration/mail');
    answer = 550;
    const refused = (await send()).body;
    expect(await eventually(async () => (await fate(refused.id)).state !== 'queued' && fate(refused.id))).toMatchObject({
      ...{ state: 'refused', answer: expect.stringContaining('no such mailbox') as string },
    });
    expect((await view()).serverAnswers).toBe(true);
    expect((await (await bloc.person('council')).get(`${MAIL}/tests/${refused.id}`)).body.code).toBe('not-found');
    const letter = await world.owner.query<{ id: string }>(`select id from delivery where letter = 'account-invited' limit 1`);
    for (const { id } of letter.rows) expect((await admin.get(`${MAIL}/tests/${id}`)).body.code).toBe('not-found');
  });

  it('is not sent again and again', async () => {
    for (let n = 0; n < 3; n += 1) expect((await send()).status).toBe(201);
    expect((await send()).body.code).toBe('too-many-attempts');
  });

  it('is sent by command straight to the server, which answers', async () => {
    const at = { ...world, environment: { SMTP_URL: mail.url, MAIL_FROM: 'Thi Đua <thi-dua@tinh.example>' } };
    answer = 250;
    expect(await thidua(at, ['mail-test', 'quan@tinh.example'])).toMatchObject({ code: 0, said: expect.stringContaining('250') as string });
    expect(mail.taken.at(-1)!.to).toEqual(['quan@tinh.example']);
    answer = 550;
    expect(await thidua(at, ['mail-test', 'quan@tinh.example'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('no such mailbox') as string,
    });
    expect(await thidua(world, ['mail-test', 'quan@tinh.example'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('SMTP_URL') as string,
    });
  });
});
