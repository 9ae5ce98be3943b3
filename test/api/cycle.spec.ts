import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import { CYCLE, makeSmallBloc, RULES, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const DRAFT = {
  aim: { kind: 'level', code: 'excellent' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }],
  note: '',
};

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly unitShortName: string;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const cyclePath = (bloc: SmallBloc) => `${bloc.path}/cycles/${bloc.cycleId}`;
const viewOf = async (bloc: SmallBloc) => (await (await bloc.person('u1.head')).get<CycleView>(cyclePath(bloc))).body;

/** Brings a unit's registration to the state `accepted`. */
async function accept(bloc: SmallBloc, unit: string): Promise<void> {
  const head = await bloc.person(`${unit}.head`);
  const list = await head.get<{ items: Registration[] }>(`${bloc.path}/registrations`);
  const own = list.body.items.find((item) => item.unitShortName === `Hội ${unit.toUpperCase()}`)!;
  const path = `${bloc.path}/registrations/${own.id}`;
  const saved = await head.put<Registration>(path, { version: own.version, ...DRAFT });
  const sent = await head.event<Registration>(path, { type: 'submit', version: saved.body.version });
  for (const leader of ['u2.head', 'u5.head', 'u1.head']) {
    const answer = await (await bloc.person(leader)).event(path, { type: 'accept', version: sent.body.version });
    if (answer.status === 201) return;
  }
  throw new Error(`Nobody could accept the registration of ${unit}`);
}

describe('a year in preparation', () => {
  it('is not set up with rules that do not add up: each fault is named with its place', async () => {
    const bloc = await makeSmallBloc(world, 'khoi-chuan-bi');
    const council = await bloc.person('council');
    const criteria = { ...RULES.criteria, scale: 10_050 };
    const refused = await council.post<{ needs: object[] }>(`${bloc.path}/cycles`, { ...CYCLE, year: 2021, rules: { ...RULES, criteria } });
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'needs-sound-rules',
      needs: [{ pointer: '/rules/criteria/sections', detail: expect.stringContaining('thiếu 0,50') }],
    });
    const again = await council.post(`${bloc.path}/cycles`, CYCLE);
    expect(again.body).toMatchObject({ status: 409, code: 'already-exists' });
  });

  it('needs-sound-rules and needs-members, when what was set up was spoiled', async () => {
    const bloc = await makeSmallBloc(world, 'khoi-hong');
    const head = await bloc.person('u1.head');
    await world.owner.query(`update cycle set rules = jsonb_set(rules, '{criteria,scale}', '9900') where id = $1`, [bloc.cycleId]);
    expect((await head.event(cyclePath(bloc), { type: 'open', version: 1 })).body).toMatchObject({
      status: 409,
      type: '/problems/needs-sound-rules',
    });
    await world.owner.query(`delete from member where cycle_id = $1 and position > 2`, [bloc.cycleId]);
    const refused = await head.event<{ needs: { code: string }[] }>(cyclePath(bloc), { type: 'open', version: 1 });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/needs-members' });
    expect(refused.body.needs.map(({ code }) => code)).toEqual(['needs-members', 'needs-sound-rules']);
    expect((await viewOf(bloc)).state).toBe('draft');
  });

  it('is adopted by the unit that heads the bloc, nobody else', async () => {
    const bloc = await makeSmallBloc(world, 'khoi-mo');
    for (const name of ['u2.head', 'secretary', 'council', 'u1.officer']) {
      expect({ name, code: (await (await bloc.person(name)).event(cyclePath(bloc), { type: 'open', version: 1 })).body.code }).toEqual({
        name,
        code: 'forbidden',
      });
    }
    const opened = await (await bloc.person('u1.head')).event<CycleView>(cyclePath(bloc), { type: 'open', version: 1 });
    expect(opened.body).toMatchObject({ state: 'open', rulesHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('the list of registrations', () => {
  it('is compiled when every unit’s registration is accepted; then the year takes no more', async () => {
    const bloc = await makeSmallBloc(world, 'khoi-tong-hop');
    await bloc.setClock('2020-03-02T02:00:00Z');
    await (await bloc.person('u1.head')).event(cyclePath(bloc), { type: 'open', version: 1 });
    for (const unit of UNITS.slice(0, -1)) await accept(bloc, unit);
    const secretary = await bloc.person('secretary');
    const early = await secretary.event(cyclePath(bloc), { type: 'compile', version: 2 });
    expect(early.body).toMatchObject({ status: 409, type: '/problems/needs-all-registrations', detail: expect.stringContaining('Hội U7') });
    await accept(bloc, 'u7');
    const compiled = await secretary.event<CycleView>(cyclePath(bloc), { type: 'compile', version: 2 });
    expect(compiled.body.state).toBe('compiled');
    await world.owner.query(
      `update registration set state = 'draft', entries = 0, head = repeat('0', 64) where unit_id = (select id from unit where code = 'u7' and province_id = registration.province_id)`,
    );
    const head = await bloc.person('u7.head');
    const own = (await head.get<{ items: Registration[] }>(`${bloc.path}/registrations`)).body.items[0]!;
    const late = await head.event(`${bloc.path}/registrations/${own.id}`, { type: 'submit', version: own.version });
    expect(late.body).toMatchObject({ status: 409, type: '/problems/needs-open-registration' });
  });
});

describe('a bloc without groups', () => {
  it('lets its secretary judge the registrations', async () => {
    const bloc = await makeSmallBloc(world, 'khoi-khong-nhom', { ...CYCLE, groups: [] });
    await bloc.setClock('2020-03-02T02:00:00Z');
    await (await bloc.person('u1.head')).event(cyclePath(bloc), { type: 'open', version: 1 });
    const head = await bloc.person('u3.head');
    const own = (await head.get<{ items: Registration[] }>(`${bloc.path}/registrations`)).body.items[0]!;
    const path = `${bloc.path}/registrations/${own.id}`;
    const saved = await head.put<Registration>(path, { version: own.version, ...DRAFT });
    const sent = await head.event<Registration>(path, { type: 'submit', version: saved.body.version });
    const accepted = await (await bloc.person('secretary')).event(path, { type: 'accept', version: sent.body.version });
    expect(accepted.body).toMatchObject({ state: 'accepted' });
  });
});
