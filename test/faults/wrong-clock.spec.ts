import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { freePort } from '../../api/launch/ports.mjs';
import { Browser } from '../support/client.js';
import { thidua } from '../support/command.js';
import { codeShown, enrol } from '../support/factor.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { done } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually } from '../support/worker.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';
import { Ledger } from './ledger.js';
import { registrationDraft } from './load.js';
import { Victim } from './victim.js';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const CLOCK = `--import ${new URL('./wrong-clock.mjs', import.meta.url).href}`;
const BLOC = 'khoi-dong-ho';
/** How many entries make an order. */
const ROUNDS = 3;

let world: World;
let bloc: SmallBloc;
let mail: MailServer;
let began: string;
const programs: Victim[] = [];

/** A built program whose clock is so far off. */
async function startOff(program: 'api' | 'worker', off: number): Promise<Victim> {
  const environment = {
    ...{ DATABASE_URL: world.appUrl, DATA_DIR: world.dataDir, SMTP_URL: mail.url, PORT: String(await freePort()) },
    ...{ NODE_OPTIONS: CLOCK, THIDUA_TEST_CLOCK: String(off) },
  };
  const victim = new Victim(program, environment, new Ledger());
  programs.push(victim);
  await victim.start();
  return victim;
}

let ahead: Victim;
let behind: Victim;
beforeAll(async () => {
  world = await startWorld();
  mail = await startMailServer();
  bloc = await makeOpenBloc(world, { slug: BLOC, now: '2020-03-02T02:00:00Z' });
  began = (await world.owner.query<{ now: string }>('select clock_timestamp()::text as now')).rows[0]!.now;
  [ahead, behind] = await Promise.all([startOff('api', 2 * DAY), startOff('api', -2 * DAY)]);
});
afterAll(async () => {
  for (const program of programs) await program.stop();
  await mail.close();
  await world.close();
});

const signIn = (program: Victim, person: string) => Browser.signIn(program.url, `${person}@${BLOC}.example`, PASSWORD);
/** How many rows of a table claim a time that is not between the beginning of the tests and now, by the database’s clock. */
async function outOfTime(table: string, column: string): Promise<number> {
  const sql = `select count(*)::int as n from ${table} where ${column} > clock_timestamp() or ${column} < $1::timestamptz - interval '1 hour'`;
  return (await world.owner.query<{ n: number }>(sql, [began])).rows[0]!.n;
}

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly unitShortName: string;
}

describe('two API programs, one clock two days ahead, the other two days behind, which step while people work,', () => {
  it('write one order of entries, each in its real time, and the chain holds', async () => {
    const [here, there] = [await signIn(ahead, 'u3.head'), await signIn(behind, 'u3.head')];
    const { items } = done(await here.get<{ items: Seen[] }>(`${bloc.path}/registrations`));
    const own = items.find(({ unitShortName }) => unitShortName === 'Hội U3')!;
    const path = `${bloc.path}/registrations/${own.id}`;
    let { version } = done(await here.put<Seen>(path, { ...registrationDraft('Bản đầu'), version: own.version }));
    for (let round = 0; round < ROUNDS; round += 1) {
      ({ version } = done(await here.event<Seen>(path, { type: 'submit', version })));
      ahead.stepClock(-4 * DAY);
      ({ version } = done(await there.event<Seen>(path, { type: 'recall', version })));
      behind.stepClock(4 * DAY);
    }
    const { rows } = await world.owner.query<{ at: Date; body: string }>('select at, body from journal where record_id = $1 order by n', [
      own.id,
    ]);
    const entries = rows.map(({ body }) => JSON.parse(body) as { event: string; at: string });
    expect(entries.map(({ event }) => event).slice(-2 * ROUNDS)).toEqual(Array.from({ length: ROUNDS }, () => ['submit', 'recall']).flat());
    // Decided and then entered, one after the other, all within this test.
    const times = rows.flatMap(({ at }, n) => [Date.parse(entries[n]!.at), at.getTime()]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(await outOfTime('journal', 'at')).toBe(0);
    expect(await thidua(world, ['audit', 'verify'])).toMatchObject({ code: 0 });
  });

  it('keep every session open until the database says that it is over', async () => {
    const person = await signIn(ahead, 'u4.head');
    for (const step of [3 * DAY, -6 * DAY]) {
      ahead.stepClock(step);
      expect((await person.get('/api/session')).status).toBe(200);
    }
    expect(await outOfTime('session', 'created_at')).toBe(0);
    await world.owner.query(`update session set expires_at = clock_timestamp() - interval '1 second'`);
    expect((await person.get('/api/session')).status).toBe(401);
  });

  it('take the codes that people’s devices show in real time, and none that fits their own clock', async () => {
    for (const [person, program, off] of [['u5.head', ahead, 2 * DAY] as const, ['u6.head', behind, -2 * DAY] as const]) {
      const { email, secret } = await enrol(world, `${person}@${BLOC}.example`);
      const enter = async (code: string) =>
        (await new Browser(program.url).post('/api/session', { email, password: PASSWORD, code })).status;
      expect(await enter(await codeShown(secret, off / 30_000 + 1))).toBe(401);
      expect(await enter(await codeShown(secret, 1))).toBe(201);
    }
  });
});

describe('a worker whose clock is two days ahead', () => {
  /** A deadline of a kind that the built program does not keep, due so long from now. @returns its id */
  async function deadlineIn(interval: string): Promise<string> {
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at)
       select $3, bloc_id, province_id, 'Kiln', gen_random_uuid(), 'fire', business_now() + $2::interval from place where slug = $1 returning id`,
      [BLOC, interval, randomUUID()],
    );
    return rows[0]!.id;
  }
  const attempts = async (id: string) =>
    (await world.owner.query<{ attempts: number }>('select attempts from deadline where id = $1', [id])).rows[0]!.attempts;

  it('keeps deadlines, dates letters and makes checkpoints by the database’s time, also when it is set back', async () => {
    const tomorrow = await deadlineIn('1 day');
    const worker = await startOff('worker', 2 * DAY);
    for (const step of [0, -4 * DAY]) {
      worker.stepClock(step);
      const now = await deadlineIn('0 seconds');
      await eventually(async () => (await attempts(now)) > 0);
    }
    expect(await attempts(tomorrow)).toBe(0);
    await eventually(async () => (await world.owner.query(`select from delivery where state = 'queued'`)).rowCount === 0);
    expect(mail.taken.length).toBeGreaterThan(0);
    const dates = mail.taken.map(({ email }) => Date.parse(email.date!));
    for (const date of dates) expect(Math.abs(date - Date.now())).toBeLessThan(DAY / 2);
    await eventually(async () => (await world.owner.query('select from checkpoint')).rowCount! > 0);
    const { rows } = await world.owner.query(
      `select from checkpoint where day <> (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date
                                and day <> ($1::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`,
      [began],
    );
    expect(rows).toEqual([]);
    expect(await outOfTime('checkpoint', 'at')).toBe(0);
  });
});
