import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { createPublicKey, verify } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { checkpointsIn, linesIn, makeCheckpoints } from '../support/checkpoints.js';
import { thidua } from '../support/command.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { tamper } from '../support/rows.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

interface Kept {
  readonly n: number;
  readonly day: string;
  readonly occasion: string;
  readonly line: string;
}
interface Statement {
  readonly n: number;
  readonly day: string;
  readonly root: string;
  readonly records: number;
  readonly differing: number;
}
interface Address {
  readonly version: number;
  readonly address: string | null;
}

const SAVED = 'luu-tru@noi-khac.example';

let world: World;
let bloc: SmallBloc;
let server: MailServer;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  world = await startWorld();
  server = await startMailServer();
  bloc = await makeSmallBloc(world, 'khoi-moc');
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const startWorkers = async (count: number) => {
  for (let n = 0; n < count; n += 1) workers.push(await startWorkerOf(world, { SMTP_URL: server.url }));
};
const kept = async (of: SmallBloc = bloc): Promise<Kept[]> =>
  (
    await world.owner.query<Kept>(
      `select c.n, c.day::text, c.occasion, c.line from checkpoint c join place p on p.bloc_id = c.bloc_id where p.slug = $1 order by c.n`,
      [of.bloc],
    )
  ).rows;
const told = (line: string) => JSON.parse((JSON.parse(line) as { statement: string }).statement) as Statement;
const openYear = async (of: SmallBloc) =>
  done(await (await of.person('u1.head')).event(`${of.path}/cycles/${of.cycleId}`, { type: 'open', version: 1 }));
/** Lets the present day's checkpoints be those of yesterday, so that the day owes another. */
const nextDay = () => tamper(world.owner, 'checkpoint', 'update checkpoint set day = day - 1');
/** A bloc that is made now gets its checkpoint after all others were looked at. */
async function everyBlocWasLookedAt(): Promise<void> {
  const newest = await makeSmallBloc(world, `khoi-sau-${Date.now()}`);
  await eventually(async () => (await kept(newest)).length > 0);
}
const address = async (person: string, of: SmallBloc = bloc) => (await of.person(person)).get<Address>(`${bloc.path}/checkpoint-address`);
const write = async (person: string, body: object, of: SmallBloc = bloc) =>
  (await of.person(person)).put<Address>(`${bloc.path}/checkpoint-address`, body);

describe('a bloc’s checkpoint', () => {
  it('is made once a day in Vietnam, by whichever worker, whatever the business day is; the file holds what the table holds', async () => {
    await startWorkers(2);
    const [first] = await eventually(async () => {
      const found = await kept();
      return found.length > 0 && found;
    });
    await bloc.setClock('2031-01-01T00:00:00Z');
    await everyBlocWasLookedAt();
    expect(await kept()).toEqual([first]);
    const { rows } = await world.owner.query<{ today: string }>(`select (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as today`);
    expect(first).toMatchObject({ n: 1, occasion: 'daily', day: rows[0]!.today });
    expect(told(first!.line)).toMatchObject({ n: 1, day: rows[0]!.today, differing: 0 });
    await eventually(async () => linesIn(world.dataDir).includes(first!.line));
    expect(statSync(checkpointsIn(world.dataDir)).mode & 0o777).toBe(0o600);
  });

  it('stands over every record of the bloc and of its province that has entries', async () => {
    const [first] = await kept();
    const { rows } = await world.owner.query<{ records: number }>(
      `select (select count(distinct record_id)::int from journal j where j.bloc_id = p.bloc_id)
            + (select count(distinct record_id)::int from province_journal v where v.province_id = p.province_id) as records
         from place p where p.slug = $1`,
      [bloc.bloc],
    );
    expect(told(first!.line).records).toBe(rows[0]!.records);
    expect(rows[0]!.records).toBeGreaterThan(20);
  });

  it('is made when a worker stops after something changed, and not when nothing did', async () => {
    const before = await kept();
    await startWorkers(1);
    await workers.splice(0)[0]!.stop();
    expect(await kept()).toEqual(before);
    await bloc.setClock('2020-03-02T02:00:00Z');
    await openYear(bloc);
    await startWorkers(1);
    await workers.splice(0)[0]!.stop();
    const [last] = (await kept()).slice(-1);
    expect(last).toMatchObject({ occasion: 'stop', n: before.length + 1 });
    expect(linesIn(world.dataDir)).toContain(last!.line);
    // Opening the year wrote one entry: one leaf is new.
    expect((JSON.parse(last!.line) as { changes: unknown[] }).changes).toEqual([['Cycle', bloc.cycleId, 2, expect.any(String)]]);
  });

  it('is made at once when somebody asks for it, of one bloc or of all', async () => {
    const before = await kept();
    const { code, said } = await thidua(world, ['audit', 'checkpoint', '--bloc', bloc.bloc]);
    const after = await kept();
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(told(after.at(-1)!.line).root) as string });
    expect(after.slice(before.length)).toMatchObject([{ occasion: 'command' }]);
    expect((await makeCheckpoints(world)).match(/✔/g)!.length).toBeGreaterThan(1);
    expect((await thidua(world, ['audit', 'checkpoint', '--bloc', 'khong-co'])).code).toBe(1);
  });

  it('is written to the file again when the file was lost, and once more when a crash cut its line', async () => {
    const all = async () => (await world.owner.query<{ line: string }>('select line from checkpoint')).rows.map(({ line }) => line).sort();
    rmSync(checkpointsIn(world.dataDir));
    await makeCheckpoints(world);
    expect(linesIn(world.dataDir).sort()).toEqual(await all());
    appendFileSync(checkpointsIn(world.dataDir), '{"changes":[["Cyc');
    await makeCheckpoints(world);
    expect(linesIn(world.dataDir).sort()).toEqual(await all());
  });

  it('says how many records were not where their journal had them', async () => {
    await world.owner.query(`update cycle set head = repeat('f', 64) where id = $1`, [bloc.cycleId]);
    await makeCheckpoints(world);
    expect(told((await kept()).at(-1)!.line)).toMatchObject({ differing: 1 });
    await world.owner.query(
      `update cycle c set head = (select hash from journal j where j.record_id = c.id order by n desc limit 1) where id = $1`,
      [bloc.cycleId],
    );
  });
});

describe('the letter with the day’s checkpoint', () => {
  it('goes to nobody as long as the bloc names no address', async () => {
    expect((await address('secretary')).body).toMatchObject({ address: null });
    const { rows } = await world.owner.query(`select 1 from delivery where letter = 'checkpoint-made'`);
    expect(rows).toEqual([]);
  });

  it('goes to the address that the bloc’s or the council’s secretary chose; the journal tells who chose, not what', async () => {
    const { version } = (await address('secretary')).body;
    expect(await write('secretary', { version, address: 'Sai' })).toMatchObject({ status: 400 });
    const set = await write('secretary', { version, address: SAVED.toUpperCase() });
    expect(set).toMatchObject({ status: 200, body: { version: version + 1, address: SAVED } });
    expect(await write('council', { version, address: null })).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await write('council', { version: version + 1, address: null })).toMatchObject({ status: 200, body: { address: null } });
    expect(await write('council', { version: version + 2, address: SAVED })).toMatchObject({ status: 200, body: { address: SAVED } });
    const { rows } = await world.owner.query<{ body: string }>(
      `select j.body from journal j join place p on p.bloc_id = j.record_id where p.slug = $1 order by n`,
      [bloc.bloc],
    );
    const entries = rows.map(({ body }) => JSON.parse(body) as { event: string; address?: string; actor: { role: string } });
    expect(entries.map(({ event, address: what, actor }) => [event, what, actor.role])).toEqual([
      ['create', undefined, 'council-secretary'],
      ['address-checkpoints', 'given', 'bloc-secretary'],
      ['address-checkpoints', 'removed', 'council-secretary'],
      ['address-checkpoints', 'given', 'council-secretary'],
    ]);
    expect(rows.map(({ body }) => body).join()).not.toContain('noi-khac');
  });

  it('is not chosen by anybody else, nor seen from another bloc', async () => {
    const other = await makeSmallBloc(world, 'khoi-la');
    for (const person of ['u1.head', 'u2.officer', 'records'])
      expect(await write(person, { version: 1, address: null })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const person of ['secretary', 'council']) {
      expect(await address(person, other)).toMatchObject({ status: 404 });
      expect(await write(person, { version: 1, address: null }, other)).toMatchObject({ status: 404 });
    }
    expect(await (await world.admin()).put(`${bloc.path}/checkpoint-address`, { version: 4, address: null })).toMatchObject({
      status: 403,
    });
  });

  it('tells root, count, time, key and signature, and what it tells can be checked without the program', async () => {
    await nextDay();
    await startWorkers(1);
    const letter = await eventually(() => Promise.resolve(server.taken.find(({ to }) => to.includes(SAVED))));
    const text = letter.email.text!.replaceAll('\r\n', '\n');
    const daily = (await kept()).findLast(({ occasion }) => occasion === 'daily')!;
    const statement = /^\{"at".*\}$/m.exec(text)![0];
    expect(statement).toBe((JSON.parse(daily.line) as { statement: string }).statement);
    const { root, records, n } = told(daily.line);
    for (const words of [root, `trên ${records} hồ sơ`, `Mốc số ${n} `, 'Khối thi đua thử']) expect(text).toContain(words);
    expect(text).not.toContain('CHÚ Ý');
    const [, signature] = /Chữ ký \(base64\):\n(\S+)/.exec(text)!;
    const { said } = await thidua(world, ['audit', 'key']);
    const key = createPublicKey(said);
    expect(text).toContain(said.trim().split('\n').at(-1));
    expect(verify(null, Buffer.from(statement), key, Buffer.from(signature!, 'base64'))).toBe(true);
    expect(readFileSync(checkpointsIn(world.dataDir), 'utf8')).toContain(signature);
  });
});
