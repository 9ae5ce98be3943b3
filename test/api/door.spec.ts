import { randomUUID } from 'node:crypto';
import type { Answer, Browser } from '../support/client.js';
import { connected } from '../support/rows.js';
import { CYCLE, makeSmallBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
  note: '',
};

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly actions: { type: string }[];
}

interface Refused {
  readonly code: string;
  readonly latest?: { readonly by: string; readonly at: string };
}

let world: World;
let bloc: SmallBloc;
const ids: Record<string, string> = {};
const path = (unit: string) => `${bloc.path}/registrations/${ids[unit]}`;
const present = async (unit: string, reader = `${unit}.head`) => (await (await bloc.person(reader)).get<Registration>(path(unit))).body;
const send = async (who: string, unit: string, type: string, version: number, key?: string) =>
  (await bloc.person(who)).event<Registration>(path(unit), { type, version }, key);

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-02T02:00:00Z');
  await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 });
  const { rows } = await world.owner.query<{ id: string; code: string }>(
    'select r.id, u.code from registration r join unit u on u.id = r.unit_id',
  );
  for (const { id, code } of rows) ids[code] = id;
  for (const unit of UNITS) await (await bloc.person(`${unit}.officer`)).put(path(unit), { version: 1, ...DRAFT });
});
afterAll(() => world.close());

describe('who comes to the door', () => {
  it.each<[string, string, Record<string, string>, number, string]>([
    ['with a session that nobody opened', 'stranger', { cookie: 'thidua_session=invented' }, 401, 'sign-in-needed'],
    ['in a capacity that is not theirs', 'u1.head', { 'acting-as': randomUUID() }, 403, 'unknown-capacity'],
    ['without a right to read the record, is told that there is none', 'u6.head', {}, 404, 'not-found'],
    ['with a right to read it alone, is told that the act is not theirs', 'u1.officer', {}, 403, 'forbidden'],
  ])('%s', async (_, who, headers, status, code) => {
    const browser: Browser = who === 'stranger' ? world.stranger() : await bloc.person(who);
    const { version } = await present('u1');
    const key = { 'idempotency-key': randomUUID(), ...headers };
    const answer = await browser.post(`${path('u1')}/events`, { type: 'submit', version }, key);
    expect(answer.body).toMatchObject({ status, code });
    expect(await present('u1')).toMatchObject({ state: 'draft', version });
  });

  it('for a record that is not there, is told so', async () => {
    const answer = await (await bloc.person('u1.head')).event(`${bloc.path}/registrations/${randomUUID()}`, { type: 'submit', version: 1 });
    expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('of a bloc with which they have nothing to do, finds none: no list of it, and no place to make something', async () => {
    const [email, posts] = ['nobody@khoi-nho.example', [] as unknown[]];
    await (
      await world.admin()
    ).post('/api/provinces/tinh-khoi-nho/people', { name: 'Người chưa có việc', email, password: PASSWORD, posts });
    const nobody = await world.signIn(email);
    for (const address of [bloc.path, '/api/blocs/khoi-khong-co']) {
      expect((await nobody.get(`${address}/registrations`)).body).toMatchObject({ status: 404, code: 'not-found' });
      expect((await nobody.post(`${address}/cycles`, { ...CYCLE, year: 2021 })).body).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  it('not signed in, is told so, whether or not there is such a bloc', async () => {
    const told = await Promise.all(
      [bloc.path, '/api/blocs/khoi-khong-co'].map((address) =>
        world.stranger().send('GET', `${address}/registrations`, undefined, { cookie: 'thidua_session=invented' }),
      ),
    );
    expect(told.map(({ body }) => body['code'])).toEqual(['sign-in-needed', 'sign-in-needed']);
  });

  it('makes nothing that their post does not make', async () => {
    const answer = await (await bloc.person('u3.head')).post(`${bloc.path}/cycles`, { ...CYCLE, year: 2021 });
    expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' });
  });
});

describe('what is offered is what will work', () => {
  it.each([
    ['a draft to its officer', 'u7', 'u7.officer', ['edit']],
    ['a draft to its head', 'u7', 'u7.head', ['edit', 'submit', 'withdraw']],
    ['a draft to the secretary, who reads it and may remind', 'u7', 'secretary', ['remind']],
    ['a draft to the head of the bloc’s own unit, who judges another group', 'u7', 'u1.head', []],
  ])('%s', async (_, unit, reader, types) => {
    expect((await present(unit, reader)).actions.map(({ type }) => type)).toEqual(types);
  });

  it('what was sent off is not offered to be written, and is not written', async () => {
    const sent = await send('u2.head', 'u2', 'submit', (await present('u2')).version);
    expect(sent.body.actions.map(({ type }) => type)).toEqual(['recall', 'withdraw']);
    const written = await (await bloc.person('u2.officer')).put(path('u2'), { version: sent.body.version, ...DRAFT, note: 'Thêm' });
    expect(written.body).toMatchObject({ status: 409, code: 'not-in-this-state' });
  });
});

describe('a person approves what they saw', () => {
  it('and not a later version, of which they are told', async () => {
    const { version } = await present('u3');
    const refused = await send('u3.head', 'u3', 'submit', version - 1);
    expect(refused.body).toMatchObject({ status: 409, code: 'stale', versions: { yours: version - 1, current: version } });
    expect(await present('u3')).toMatchObject({ state: 'draft', version });
  });

  it('and writes over no later version, of which they are told', async () => {
    const { version } = await present('u3');
    const refused = await (await bloc.person('u3.officer')).put(path('u3'), { version: version - 1, ...DRAFT, note: 'Muộn' });
    expect(refused.body).toMatchObject({ status: 409, code: 'stale', versions: { yours: version - 1, current: version } });
  });

  it('and is told who saved that one, and when; not of a step that came after it', async () => {
    const { version } = await present('u3');
    const [officer, head] = [await bloc.person('u3.officer'), await bloc.person('u3.head')];
    const late = () => officer.put<Refused>(path('u3'), { version, ...DRAFT, note: 'Muộn' });
    const saved = (await head.put<Registration>(path('u3'), { version, ...DRAFT, note: 'Lãnh đạo viết' })).body;
    const { rows } = await world.owner.query<{ name: string; now: Date }>(
      `select p.name, business_now() as now from person p join account a on a.person_id = p.id where a.email = 'u3.head@khoi-nho.example'`,
    );
    const { latest } = (await late()).body;
    expect(latest!.by).toBe(rows[0]!.name);
    expect(Math.abs(Date.parse(latest!.at) - rows[0]!.now.getTime())).toBeLessThan(60_000);
    const sent = await send('u3.head', 'u3', 'submit', saved.version);
    await send('u3.head', 'u3', 'recall', sent.body.version);
    const afterStep = await late();
    expect([afterStep.body.code, afterStep.body.latest]).toEqual(['stale', undefined]);
  });
});

/** Sends a request while somebody else’s change is under way, lets that change win, and gives the answer. */
async function whileChanging<T>(change: string, values: unknown[], request: () => Promise<Answer<T>>): Promise<Answer<T>> {
  return connected(world.ownerUrl, async (other) => {
    await other.query('begin');
    await other.query(change, values);
    let answered = false;
    const answer = request().finally(() => (answered = true));
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!answered && (await world.owner.query(waits)).rowCount === 0);
    await other.query('commit');
    return answer;
  });
}

describe('while somebody else is changing', () => {
  it('the same draft, the later save is refused', async () => {
    const { version } = await present('u4');
    const answer = await whileChanging('update registration set version = version + 1 where id = $1', [ids.u4], async () =>
      (await bloc.person('u4.officer')).put(path('u4'), { version, ...DRAFT, note: 'Cùng lúc' }),
    );
    expect(answer.body).toMatchObject({ status: 409, code: 'stale' });
  });

  it('the same journal, no second entry follows the same one', async () => {
    const { version } = await present('u4');
    const answer = await whileChanging(`update registration set head = repeat('e', 64) where id = $1`, [ids.u4], () =>
      send('u4.head', 'u4', 'submit', version),
    );
    expect(answer.body).toMatchObject({ status: 409, code: 'stale' });
    await world.owner.query(`update registration set head = repeat('0', 64) where id = $1`, [ids.u4]);
  });

  it('what the need rests on, the need is judged by the change', async () => {
    const { version } = await present('u4');
    const close = `update cycle set state = 'compiled' where id = $1`;
    const answer = await whileChanging(close, [bloc.cycleId], () => send('u4.head', 'u4', 'submit', version));
    await world.owner.query(`update cycle set state = 'open' where id = $1`, [bloc.cycleId]);
    expect(answer.body).toMatchObject({ status: 409, code: 'needs-open-registration' });
  });
});

describe('a request that is sent again', () => {
  it('with its key finds what it did, and does it once', async () => {
    const [{ version }, key] = [await present('u5'), randomUUID()];
    const answers = [await send('u5.head', 'u5', 'submit', version, key), await send('u5.head', 'u5', 'submit', version, key)];
    expect(answers.map(({ status, body }) => [status, body.state, body.version])).toEqual(
      answers.map(() => [201, 'submitted', version + 1]),
    );
  });

  it('with its key but for something else is refused', async () => {
    const key = randomUUID();
    const sent = await send('u5.head', 'u5', 'recall', (await present('u5')).version, key);
    expect((await send('u5.head', 'u5', 'submit', sent.body.version, key)).body).toMatchObject({
      status: 422,
      code: 'same-key-other-body',
    });
  });

  it('by another person, with the first one’s key, is that person’s own request', async () => {
    const [{ version }, key] = [await present('u6'), { 'idempotency-key': randomUUID() }];
    const save = async (who: string) => (await bloc.person(who)).send('PUT', path('u6'), { version, ...DRAFT, note: 'Một lần' }, key);
    expect((await save('u6.officer')).status).toBe(200);
    expect((await save('u6.head')).body).toMatchObject({ status: 409, code: 'stale' });
  });
});

describe('attack 21: a record that does not match its journal is held', () => {
  it.each([
    ['it has no entry, but a head', 'u3', `head = repeat('f', 64)`, 'submit'],
    ['it has no entry, but another state than the first', 'u7', `state = 'submitted'`, 'recall'],
    ['its head is not that of its last entry', 'u2', `head = repeat('f', 64)`, 'recall'],
  ])('%s', async (_, unit, spoiled, type) => {
    const { version } = await present(unit);
    await world.owner.query(`update registration set ${spoiled} where id = $1`, [ids[unit]]);
    expect((await send(`${unit}.head`, unit, type, version)).body).toMatchObject({ status: 409, code: 'broken-record' });
  });

  it('its state is not that of its last entry', async () => {
    const { version } = await present('u5');
    await world.owner.query(`update registration set state = 'submitted' where id = $1`, [ids.u5]);
    expect((await send('u5.head', 'u5', 'recall', version)).body).toMatchObject({ status: 409, code: 'broken-record' });
  });

  it('and nothing more is written over it', async () => {
    const { version } = await present('u4');
    await world.owner.query(`update registration set head = repeat('f', 64) where id = $1`, [ids.u4]);
    const written = await (await bloc.person('u4.officer')).put(path('u4'), { version, ...DRAFT });
    expect(written.body).toMatchObject({ status: 409, code: 'broken-record' });
  });
});
