import { verifyJournal } from '@thidua/api/platform/journal/verify';
import { randomUUID } from 'node:crypto';
import { tamper } from '../support/rows.js';
import { makeSmallBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
  note: '',
};

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

let world: World;
let bloc: SmallBloc;
const ids: Record<string, string> = {};
const path = (unit: string) => `${bloc.path}/registrations/${ids[unit]}`;

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-02T02:00:00Z');
  await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 });
  for (const unit of UNITS) {
    const head = await bloc.person(`${unit}.head`);
    const own = await world.owner.query<{ id: string }>(
      `select r.id from registration r join unit u on u.id = r.unit_id where u.code = $1`,
      [unit],
    );
    ids[unit] = own.rows[0]!.id;
    await head.put(path(unit), { version: 1, ...DRAFT });
  }
});
afterAll(() => world.close());

const presentOf = async (unit: string) => (await (await bloc.person(`${unit}.head`)).get<Registration>(path(unit))).body;

describe('many people at the same records at the same moment', () => {
  it('get one winner for each version, one entry for each change, and no fork of any chain', async () => {
    const rounds = 20;
    for (let round = 0; round < rounds; round += 1) {
      const answers = await Promise.all(
        UNITS.map(async (unit) => {
          const head = await bloc.person(`${unit}.head`);
          const { state, version } = await presentOf(unit);
          const type = state === 'draft' ? 'submit' : 'recall';
          return Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => head.event(path(unit), { type, version })));
        }),
      );
      for (const seven of answers) expect(seven.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409]);
    }
    const { rows } = await world.owner.query<{ entries: number; kept: number }>(
      `select r.entries, (select count(*)::int from journal j where j.record_id = r.id) as kept from registration r`,
    );
    expect(rows).toEqual(rows.map(() => ({ entries: rounds, kept: rounds })));
    expect(await verifyJournal(world.owner)).toMatchObject({ broken: null });
  });

  it('who send one request twice get its one effect, whatever the order', async () => {
    for (const unit of UNITS) {
      const head = await bloc.person(`${unit}.head`);
      const { version, state } = await presentOf(unit);
      const key = randomUUID();
      const type = state === 'draft' ? 'submit' : 'recall';
      const answers = await Promise.all([1, 2, 3].map(() => head.event<Registration>(path(unit), { type, version }, key)));
      expect(answers.map((answer) => [answer.status, answer.body.version])).toEqual(answers.map(() => [201, version + 1]));
    }
  });
});

describe('what is changed behind the door’s back', () => {
  it('holds the record: nobody can send it an event', async () => {
    const { version, state } = await presentOf('u3');
    await world.owner.query('update registration set state = $2 where id = $1', [ids.u3, state === 'draft' ? 'submitted' : 'draft']);
    const held = await (await bloc.person('u3.head')).event(path('u3'), { type: state === 'draft' ? 'recall' : 'submit', version });
    expect(held.body).toMatchObject({ status: 409, code: 'broken-record' });
  });

  it('is named by the check of the journal, with the first entry that does not hold', async () => {
    await tamper(world.owner, 'journal', `update journal set body = replace(body, '"n":2', '"n":3') where record_id = $1 and n = 2`, [
      ids.u5,
    ]);
    expect(await verifyJournal(world.owner)).toMatchObject({ broken: { recordId: ids.u5, n: 2, why: 'hash' } });
    await tamper(world.owner, 'journal', 'delete from journal where record_id = $1 and n = 1', [ids.u5]);
    expect(await verifyJournal(world.owner)).toMatchObject({ broken: { recordId: ids.u5, n: 2, why: 'gap' } });
  });
});
