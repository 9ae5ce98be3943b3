import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { renderLetter } from '@thidua/api/platform/mail/rendering';
import { letters } from '@thidua/workflows/letters';
import pg from 'pg';
import { freshDatabase, type Addresses } from '../support/world.js';
import type { Bench, Measured } from './harness/bench.js';
import { alternate, median, QUICK, ratio, type Effort } from './harness/measure.js';
import { server, type Server } from './harness/server.js';
import { program, type Done, type Variant } from './harness/variant.js';

/** As many as the worker has to the mail server. */
const CONNECTIONS = 10;
const FACTS = { year: '2020', bloc: 'Khối thi đua số 1', unit: 'Hội Khuyến học tỉnh', by: 'Hội Luật gia tỉnh' };
const KIND = 'registration-submitted';
const RECIPIENT = { name: 'Nguyễn Thị Lan', address: 'lan@hoi.example' };

/** Letters as the door puts them into the outbox, about records of a bloc without an address of its own. */
const QUEUE = `
  insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, recipient_name, address)
  select gen_random_uuid(), '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', 'Registration', gen_random_uuid(), 1, $2, $3, $4, $5
    from generate_series(1, $1)`;

/** Waits until nothing is queued. @returns when the last letter was marked as sent, seconds by the clock of the database */
async function allSent(owner: pg.Client, since: number): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ waiting: boolean }>(`select exists (select from delivery where state = 'queued') as waiting`);
    if (!rows[0]!.waiting) break;
    await pause(20);
  }
  const { rows } = await owner.query<{ last: number; lost: number }>(
    `select extract(epoch from max(sent_at))::float as last, count(*) filter (where state <> 'accepted')::int as lost from delivery where created_at >= to_timestamp($1) - interval '1 minute'`,
    [since],
  );
  if (rows[0]!.lost > 0) throw new Error(`${rows[0]!.lost} letters of the bench were not accepted`);
  return rows[0]!.last;
}

const queue = (owner: pg.Client, count: number) =>
  owner.query(QUEUE, [count, KIND, JSON.stringify(FACTS), RECIPIENT.name, RECIPIENT.address]);

/** The product's worker, as production starts it, whose outbox is filled with as many letters as it sends in the time of a round. */
async function outboxOf(owner: pg.Client, { appUrl }: Addresses, smtpUrl: string, dataDir: string): Promise<Variant> {
  const worker = fork(createRequire(import.meta.url).resolve('@thidua/api/worker'), {
    env: { ...process.env, THIDUA_MODE: 'development', DATA_DIR: dataDir, DATABASE_URL: appUrl, SMTP_URL: smtpUrl, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let perSecond = 300;
  const round = async (seconds: number): Promise<Done> => {
    const operations = Math.max(20, Math.round(seconds * perSecond));
    await queue(owner, operations);
    const { rows } = await owner.query<{ now: number }>('select extract(epoch from clock_timestamp())::float as now');
    const took = (await allSent(owner, rows[0]!.now)) - rows[0]!.now;
    perSecond = operations / took;
    return { operations, seconds: took };
  };
  await round(0); // it runs once the first letters are sent
  return {
    name: 'outbox',
    round,
    close: async () => {
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      await ended;
    },
  };
}

/** Milliseconds from the commit of one letter, while nothing else is due, to its last byte at the mail server. */
async function firstSend(owner: pg.Client, sink: Server): Promise<number> {
  await pause(50);
  sink.child.send('next');
  const came = once(sink.child, 'message') as Promise<[number]>;
  await queue(owner, 1);
  const committed = performance.timeOrigin + performance.now();
  const [at] = await came;
  return Math.max(0, at - committed); // it may come while this process still waits for its turn to hear of the commit
}

function told(outbox: readonly number[], pool: readonly number[], first: readonly number[]): Measured[] {
  return [
    {
      name: 'letters a second through the outbox',
      ...ratio(pool, outbox),
      bound: 'at least',
      target: 0.7,
      baseline: 'letters a second through nodemailer’s pool alone, over as many connections to the same mail server',
      why: 'Around each letter stand one claim and one mark with its commit. They go to the database in one round trip a letter (it was four), the claim finds what is due by its index (it looked at the clock for each queued letter), and six letters more than there are connections are under way, so that none waits at the mail server for a commit: of 3.3 ms of the processor that worker and database took for a letter 1.4 are left, 0.6 of them nodemailer’s own. Where other programs keep the cores busy, three processes wait for their turns where the pool is one.',
    },
    {
      name: 'a letter is sent after its commit',
      value: median(first),
      min: Math.min(...first),
      max: Math.max(...first),
      unit: 'ms',
      bound: 'at most',
      target: 50,
      baseline: 'the answer to the commit, from which its last byte at the mail server is counted',
    },
  ];
}

export const bench: Bench = {
  id: 'G9',
  title: 'the outbox',
  async measure({ effort }) {
    const addresses = await freshDatabase();
    const owner = new pg.Client({ connectionString: addresses.ownerUrl });
    await owner.connect();
    const dataDir = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
    const sink = await server('baselines/sink.mjs', {});
    const outbox = await outboxOf(owner, addresses, sink.url, dataDir);
    const written = letters[KIND]!.write(FACTS, 'vi');
    const link = { recipientName: RECIPIENT.name, link: 'http://localhost:8080/vi/work', linkText: 'Mở trong chương trình Thi Đua' };
    const letter = {
      ...renderLetter(written, { ...link, sample: true }),
      from: 'Thi Đua <thidua@thidua.example>',
      to: RECIPIENT,
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
    const pool = await program('pool', 'baselines/mailer.mjs', { url: sink.url, letter, connections: CONNECTIONS });
    // A round fills the outbox and waits until it is empty: in small parts it would measure how it begins and ends.
    const whole: Effort = { ...effort, turns: 1, warming: CONNECTIONS };
    const times = await alternate([outbox, pool], CONNECTIONS, whole);
    const first: number[] = [];
    for (let letters = 0; letters < (effort === QUICK ? 3 : 45); letters += 1) first.push(await firstSend(owner, sink));
    for (const variant of [outbox, pool]) await variant.close();
    await sink.stop();
    await owner.end();
    await rm(dataDir, { recursive: true, force: true });
    return told(times.get('outbox')!, times.get('pool')!, first);
  },
};
