import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { History } from '@thidua/workflows/record';
import type { BlocRecord, ProvinceRecord, UnitRecord } from '@thidua/workflows/unit/unit.schema';
import type { Browser } from '../support/client.js';
import { done } from '../support/scores.js';
import { CYCLE, makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const PROVINCE = '/api/provinces/tinh-khoi-nho';
const BASIS = 'Quyết định số 12/QĐ-UBND ngày 05/01/2020';
let world: World;
let bloc: SmallBloc;
let council: Browser;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-06-15T02:00:00Z');
  council = await bloc.person('council');
});
afterAll(() => world.close());

const find = async (code: string): Promise<UnitRecord> =>
  done(await council.get<{ items: UnitRecord[] }>(`${PROVINCE}/units?q=${code}`)).items.find((unit) => unit.code === code)!;
async function make(code: string, from = '2010-01-01'): Promise<UnitRecord> {
  const names = [{ name: `Hội ${code} tỉnh`, shortName: `Hội ${code}`, nameEn: `Society ${code}`, from }];
  done(await council.post(`${PROVINCE}/units`, { code, names }));
  return find(code);
}
const send = (unit: UnitRecord, event: Record<string, unknown> & { type: string }, who: Browser = council) =>
  who.event<UnitRecord & { code?: string }>(`${PROVINCE}/units/${unit.id}`, { version: unit.version, ...event });
const at = (on: string) => ({ on, basis: BASIS });

describe('a unit that is renamed', () => {
  it('bears each name in its own time, and is found by all of them', async () => {
    const unit = await make('ten-cu');
    const name = { name: 'Hội Tên mới tỉnh', shortName: 'Hội Tên mới', nameEn: 'New name' };
    const renamed = done(await send(unit, { type: 'rename', ...name, ...at('2020-07-01') }));
    expect(renamed).toMatchObject({
      shortName: 'Hội ten-cu',
      names: [
        { shortName: 'Hội ten-cu', from: '2010-01-01', to: '2020-06-30' },
        { shortName: 'Hội Tên mới', from: '2020-07-01', to: null },
      ],
      lineage: [{ kind: 'rename', on: '2020-07-01', basis: BASIS }],
    });
    await bloc.setClock('2020-07-01T00:00:30+07:00');
    expect(await find('ten-cu')).toMatchObject({ shortName: 'Hội Tên mới' });
    const found = done(await council.get<{ items: UnitRecord[] }>(`${PROVINCE}/units?q=${encodeURIComponent('HOI TEN MOI')}`));
    expect(found.items.map(({ code }) => code)).toEqual(['ten-cu']);
    await bloc.setClock('2020-06-15T02:00:00Z');
    expect((await send(renamed, { type: 'rename', ...name, ...at('2020-07-01') })).body).toMatchObject({
      status: 422,
      code: 'needs-later-name',
      detail: expect.stringContaining('01/07/2020'),
    });
  });
});

describe('the lineage of units', () => {
  it('tells what merged into what, from both sides, and ends who merged', async () => {
    const [north, south, whole] = [await make('bac'), await make('nam'), await make('ca-tinh', '2020-06-01')];
    for (const part of [north, south]) {
      const merged = done(await send(part, { type: 'merge', into: whole.id, ...at('2020-06-01') }));
      expect(merged).toMatchObject({ state: 'ended', endedOn: '2020-06-01', actions: [{ type: 'restore', needs: [] }] });
      expect(merged.lineage).toMatchObject([{ kind: 'merge', side: 'after', other: 'Hội ca-tinh tỉnh', unitId: whole.id }]);
    }
    const sides = (await find('ca-tinh')).lineage.map(({ side, other }) => `${side} ${other}`).sort();
    expect(sides).toEqual(['before Hội bac tỉnh', 'before Hội nam tỉnh']);
    const { items } = done(await council.get<History>(`${PROVINCE}/units/${north.id}/history`));
    expect(items.at(-1)).toMatchObject({ reason: BASIS, to: 'Đã kết thúc hoạt động' });
  });

  it('forgets an ending that was recorded by mistake, with a reason; the history keeps both', async () => {
    const [wrong, whole] = [await make('ghi-nham'), await make('nhan-nham')];
    const merged = done(await send(wrong, { type: 'merge', into: whole.id, ...at('2020-06-01') }));
    expect((await send(merged, { type: 'restore' })).body).toMatchObject({ code: 'wrong-shape' });
    const restored = done(await send(merged, { type: 'restore', reason: 'Chọn nhầm đơn vị.' }));
    expect(restored).toMatchObject({ state: 'active', endedOn: null, lineage: [], names: wrong.names });
    expect((await find('nhan-nham')).lineage).toEqual([]);
    const { items } = done(await council.get<History>(`${PROVINCE}/units/${wrong.id}/history`));
    expect(items.map(({ reason }) => reason)).toEqual(expect.arrayContaining([BASIS, 'Chọn nhầm đơn vị.']));
    const again = done(await send(restored, { type: 'dissolve', ...at('2020-06-10') }));
    expect(again.lineage).toMatchObject([{ kind: 'dissolve', on: '2020-06-10' }]);
  });

  it.each([
    ['split', ['tach-ra'], 'active'],
    ['divide', ['nua-mot', 'nua-hai'], 'ended'],
  ])('tells who came out by %s', async (type, codes, state) => {
    const unit = await make(`goc-${type}`);
    const into = [];
    for (const code of codes) into.push((await make(code, '2020-06-01')).id);
    const after = done(await send(unit, { type, into, ...at('2020-06-01') }));
    expect(after).toMatchObject({
      state,
      lineage: codes.toSorted().map((code) => ({ kind: type, side: 'after', other: `Hội ${code} tỉnh` })),
    });
    expect((await find(codes[0]!)).lineage).toMatchObject([{ kind: type, side: 'before', other: `Hội goc-${type} tỉnh` }]);
  });

  it.each([
    ['transfer', 'Khối thi đua các sở', 'active'],
    ['depart', 'tỉnh Bắc Ninh', 'ended'],
  ])('tells where a unit went by %s', async (type, place, state) => {
    const unit = await make(`di-${type}`);
    expect(done(await send(unit, { type, place, ...at('2020-06-01') }))).toMatchObject({ state, lineage: [{ kind: type, other: place }] });
  });

  it.each([
    ['itself', async (unit: UnitRecord) => Promise.resolve(unit.id)],
    ['one that ended', async () => (await find('bac')).id],
    ['nobody', async () => Promise.resolve('01890000-0000-7000-8000-000000000000')],
  ])('knows no successor that is %s', async (kind, into) => {
    const unit = await make(`sai-${kind.replaceAll(' ', '-')}`);
    expect((await send(unit, { type: 'merge', into: await into(unit), ...at('2020-06-01') })).body).toMatchObject({
      status: 422,
      code: 'needs-other-unit',
    });
    expect(await find(unit.code)).toEqual(unit);
  });

  it('is not ended while posts at the unit have no last day', async () => {
    const unit = await find('u7');
    expect((await send(unit, { type: 'dissolve', ...at('2020-06-30') })).body).toMatchObject({
      status: 409,
      code: 'needs-ended-posts',
      detail: expect.stringMatching(/còn \d+ chức danh/),
    });
  });

  it('keeps a unit that ended before a year out of it, by name and day', async () => {
    const groups = [{ number: 1, name: 'Nhóm 1', leader: 'u2', units: ['u1', 'u2', 'bac'] }];
    const cycle: CycleDraft = { ...CYCLE, year: 2021, deputy: null, members: ['u1', 'u2', 'bac'], groups };
    expect((await council.post(`${bloc.path}/cycles`, cycle)).body).toMatchObject({
      status: 409,
      code: 'unit-ended',
      detail: 'Hội bac đã kết thúc hoạt động ngày 01/06/2020.',
    });
  });
});

describe('keeping units', () => {
  it('is not for their own people, who read the own unit and no other', async () => {
    const head = await bloc.person('u3.head');
    expect(done(await head.get<{ items: UnitRecord[] }>(`${PROVINCE}/units`)).items.map(({ code }) => code)).toEqual(['u3']);
    const [own, other] = [await find('u3'), await find('u4')];
    expect((await send(own, { type: 'dissolve', ...at('2020-06-30') }, head)).status).toBe(403);
    expect((await send(other, { type: 'dissolve', ...at('2020-06-30') }, head)).status).toBe(404);
    expect(done(await head.get<UnitRecord>(`${PROVINCE}/units/${own.id}`)).actions).toEqual([]);
  });
});

describe('the list of units', () => {
  const named = (shortName: string, from: string, to?: string) => ({
    name: `${shortName} tỉnh`,
    shortName,
    nameEn: 'In turn',
    from,
    ...(to ? { to } : {}),
  });
  const listed = async (q: string) =>
    done(await council.get<{ items: UnitRecord[] }>(`${PROVINCE}/units?q=${q}`)).items.map(({ shortName }) => shortName);

  it.each([
    ['the name of the day', 'ten-trong-ngay', [named('Hội Trước', '2010-01-01', '2014-12-31'), named('Hội Nay', '2015-01-01')], 'Hội Nay'],
    [
      'the first name before it begins',
      'chua-mang-ten',
      [named('Hội Sẽ có', '2021-01-01'), named('Hội Sau nữa', '2022-01-01')],
      'Hội Sẽ có',
    ],
    ['the last name where none holds any more', 'het-ten', [named('Hội Đã lâu', '2010-01-01', '2018-12-31')], 'Hội Đã lâu'],
    [
      'the name before where the next has not begun',
      'giua-hai-ten',
      [named('Hội Đầu', '2010-01-01', '2018-12-31'), named('Hội Cuối', '2021-01-01')],
      'Hội Đầu',
    ],
    ['the later of two that overlap', 'chong-nhau', [named('Hội Muộn', '2012-01-01'), named('Hội Sớm', '2010-01-01')], 'Hội Muộn'],
  ])('shows each once, under %s', async (_, code, names, shown) => {
    done(await council.post(`${PROVINCE}/units`, { code, names }));
    expect(await listed(code)).toEqual([shown]);
    expect(await find(code)).toMatchObject({ shortName: shown, name: `${shown} tỉnh` });
  });

  it('goes page by page in the order of names, and those that ended stand last', async () => {
    for (const [code, shortName] of [
      ['thu-tu-1', 'Thứ tự Đ'],
      ['thu-tu-2', 'Thứ tự Ă'],
      ['thu-tu-3', 'Thứ tự A'],
      ['thu-tu-4', 'Thứ tự D'],
    ] as const)
      // prettier-ignore
      done(await council.post(`${PROVINCE}/units`, { code, names: [named(shortName, '2010-01-01')] }));
    for (const code of ['thu-tu-2', 'thu-tu-3']) done(await send(await find(code), { type: 'dissolve', ...at('2020-06-01') }));
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { items, next }: { items: UnitRecord[]; next: string | null } = done(
        await council.get(`${PROVINCE}/units?q=thu-tu&limit=1${after && `&after=${after}`}`),
      );
      seen.push(...items.map(({ shortName }) => shortName));
      after = next;
    }
    expect(seen).toEqual(['Thứ tự D', 'Thứ tự Đ', 'Thứ tự A', 'Thứ tự Ă']);
    const whole = done(await council.get<{ items: UnitRecord[]; next: null }>(`${PROVINCE}/units?q=thu-tu&limit=4`));
    expect([whole.items.map(({ shortName }) => shortName), whole.next]).toEqual([seen, null]);
  });
});

describe('a province and a bloc', () => {
  it('are corrected by their keepers; the journal keeps no address', async () => {
    const before = done(await council.get<ProvinceRecord>(PROVINCE));
    const { version, name, council: body, board } = before;
    const revised = { type: 'revise', version, name, board, council: { ...body, email: 'hoi-dong-moi@tinh.example' } };
    const after = done(await council.event<ProvinceRecord>(PROVINCE, revised));
    expect(after).toMatchObject({ version: version + 1, council: { email: 'hoi-dong-moi@tinh.example' } });
    expect((await council.event(PROVINCE, revised)).body).toMatchObject({ status: 409, code: 'stale' });
    const { rows } = await world.owner.query<{ body: string }>(`select body from province_journal where record_kind = 'Province'`);
    expect(rows.map((row) => row.body).join()).not.toMatch(/@tinh\.example/);
    for (const who of [await bloc.person('u1.head'), await bloc.person('secretary')]) expect((await who.get(PROVINCE)).status).toBe(404);
  });

  it('change their heading for papers to come', async () => {
    const { id: _id, state: _state, actions, slug: _slug, version, ...heading } = done(await council.get<BlocRecord>(bloc.path));
    expect(actions.map(({ type }) => type)).toContain('revise');
    const event = { type: 'revise', version, ...heading, name: 'Khối thi đua các hội đặc thù' };
    expect(done(await council.event<BlocRecord>(bloc.path, event))).toMatchObject({ name: 'Khối thi đua các hội đặc thù' });
    const { items } = done(await council.get<History>(`${bloc.path}/history`));
    expect(items.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Lập'), expect.stringContaining('Sửa thông tin')]);
    const secretary = await bloc.person('secretary');
    expect((await secretary.event(bloc.path, { ...event, version: version + 1 })).status).toBe(403);
  });

  it('are listed for those who keep them', async () => {
    const listed = async (who: Browser) =>
      done(await who.get<{ items: { slug: string }[] }>('/api/provinces')).items.map(({ slug }) => slug);
    expect(await listed(council)).toEqual(['tinh-khoi-nho']);
    expect(await listed(await world.admin())).toEqual(['tinh-khoi-nho']);
    expect(await listed(await bloc.person('u1.head'))).toEqual([]);
  });
});
