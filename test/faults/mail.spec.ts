import { jest } from '@jest/globals';
import { DeadlineSenders } from '@thidua/api/platform/worker/deadline-senders';
import { CONNECTIONS, Mailer } from '@thidua/api/platform/mail/mailer';
import { randomUUID } from 'node:crypto';
import { eventually, startWorkerOf } from '../support/worker.js';
import { faultsOf } from './checker.js';
import { LETTERS, Load, REGISTERING } from './load.js';
import { MailLine, type Cut, type Manner } from './mail-line.js';
import { openScene, type Scene } from './scene.js';

jest.setTimeout(120_000);

/** The worker of the scene gives a silent server up sooner than the half minute that it usually waits; that of its own test never does. */
const [IMPATIENT, PATIENT] = ['?greetingTimeout=2000&socketTimeout=2000', '?greetingTimeout=60000&connectionTimeout=60000'];
/** More letters than a worker sends at once. */
const MANY = 10 * CONNECTIONS;
/** So many answers come to people at work while the mail server does not serve. */
const MEANWHILE = 30;
const CUTS: readonly Cut[] = ['after DATA', 'in DATA', 'after DATA', 'in DATA', 'after DATA'];
const AWAY: readonly Manner[] = ['busy', 'mute', 'deaf'];

let scene: Scene;
let line: MailLine;
beforeAll(async () => {
  const callMail = async (url: string): Promise<string> => {
    line = await MailLine.lay(Number(new URL(url).port));
    return `smtp://127.0.0.1:${line.port}/${IMPATIENT}`;
  };
  scene = await openScene({ callMail, registeringOnly: true });
});
afterEach(() => line.behave('through'));
afterAll(async () => {
  await scene.close();
  await line.close();
});

/** Cuts letters, one after the other, then lets the mail server be away in each manner while people work on. */
async function strike(): Promise<void> {
  const { ledger } = scene;
  for (const how of CUTS) {
    await line.cut(how);
    ledger.note({ what: 'struck', program: 'mail', how });
    await ledger.next('letter', 2);
  }
  for (const how of AWAY) {
    line.behave(how);
    await ledger.next('answered', MEANWHILE);
    line.behave('through');
    await ledger.next('letter', 2);
  }
}

/** How many letters the mail server took more often than once, counted each time. */
function again(): number {
  const taken = scene.ledger.all('letter').map(({ messageId }) => messageId);
  return taken.length - new Set(taken).size;
}

describe('a mail server that is cut off within letters, slow or away', () => {
  it('loses no letter, gets one twice only if it was cut before its sender was told, and keeps nobody from their work', async () => {
    const { ledger, stage, apis, world } = scene;
    const load = await Load.begin(stage, apis[0]!.url, ledger, 1);
    await Promise.race([strike(), load.refusal]);
    await load.stop();
    await scene.settled();
    expect(ledger.all('answered').filter(({ status }) => status >= 400)).toEqual([]);
    expect(again()).toBe(CUTS.filter((how) => how === 'after DATA').length);
    expect(await faultsOf(ledger, world.owner, LETTERS)).toEqual([]);
  });
});

/** Letters under no bloc, as those about accounts are. */
async function queueLetters(count: number): Promise<void> {
  await scene.world.owner.query(
    `insert into delivery (id, record_kind, record_id, n, letter, facts, recipient_name, address)
     select gen_random_uuid(), 'Registration', gen_random_uuid(), 1, 'registration-submitted',
            '{"year": "2020", "bloc": "Khối", "unit": "Hội", "aim": "Cờ"}', 'Người nhận', 'n' || i || '@nhan.example'
       from generate_series(1, $1) i`,
    [count],
  );
}

/** A deadline of the tests' own kind of record, due now. */
async function deadlineNow(kept: () => void): Promise<void> {
  scene.world.app.get(DeadlineSenders).keep('Kiln', () => Promise.resolve(kept()));
  await scene.world.owner.query(
    `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at)
     select gen_random_uuid(), bloc_id, province_id, 'Kiln', gen_random_uuid(), 'fire', business_now() from place where slug = $1`,
    [REGISTERING],
  );
}

describe('a mail server that takes every call of the worker and never greets', () => {
  it('keeps no deadline waiting; the letters go out when it greets again', async () => {
    await scene.worker.stop();
    const underWay = scene.ledger.next('letter', CONNECTIONS);
    await queueLetters(MANY);
    const worker = await startWorkerOf(scene.world, { SMTP_URL: `smtp://127.0.0.1:${line.port}/${PATIENT}` });
    try {
      await underWay;
      line.behave('mute');
      await eventually(() => Promise.resolve(line.held === CONNECTIONS));
      const held = await new Promise<number>((resolve) => void deadlineNow(() => resolve(line.held)));
      expect(held).toBe(CONNECTIONS); // all of them wait, and nothing else does
      line.behave('through');
      await scene.settled();
    } finally {
      line.behave('through');
      await worker.stop();
      await scene.worker.start();
    }
  });
});

describe('a mail server that answers without end', () => {
  it('is said not to answer, and keeps no worker from ending', async () => {
    line.behave('rambling');
    const mailer = new Mailer(`smtp://127.0.0.1:${line.port}`, { mailFrom: 'Thi Đua <thidua@thidua.example>' }, 500);
    expect(await mailer.refusal()).toContain('no whole answer within 0.5 s');
    mailer.close();
    await scene.worker.stop();
    await scene.worker.start();
    await eventually(() => Promise.resolve(line.held > 0));
    await scene.worker.stop();
    await scene.worker.start();
  });

  it('is given up after a while: the letter is not sent, and is tried again', async () => {
    line.behave('rambling');
    const mailer = new Mailer(`smtp://127.0.0.1:${line.port}`, { mailFrom: 'Thi Đua <thidua@thidua.example>' }, 500);
    const recipient = { name: 'Người nhận', address: 'nhan@nhan.example' };
    const sent = await mailer.send({
      deliveryId: randomUUID(),
      recipient,
      subject: 'Thư',
      text: 'Chào',
      html: '<p>Chào</p>',
      attachments: [],
    });
    mailer.close();
    expect(sent).toEqual({ outcome: 'later', answer: expect.stringContaining('aborted') as string });
  });
});
