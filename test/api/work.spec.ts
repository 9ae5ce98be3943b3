import type { Work } from '@thidua/workflows/work/work.schema';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-13T02:00:00Z');
});
afterAll(() => world.close());

const workOf = async (name: string) => (await (await bloc.person(name)).get<Work>(`${bloc.path}/work?year=2020`)).body;

describe('my work', () => {
  it('tells the bloc head that the year waits to be adopted, and the others nothing yet', async () => {
    expect((await workOf('u1.head')).waiting).toMatchObject([{ kind: 'Cycle', event: 'open', title: 'Thông qua và mở năm: 2020' }]);
    expect((await workOf('u3.head')).waiting).toEqual([]);
  });

  it('passes from the officer to the head to the leading unit as the registration goes on', async () => {
    await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 });
    const [writing] = (await workOf('u3.officer')).waiting;
    expect(writing).toMatchObject({ event: 'edit', title: 'Soạn: Hội U3', due: '2020-03-15', daysLeft: 2 });
    const path = `${bloc.path}/registrations/${writing!.id}`;
    const officer = await bloc.person('u3.officer');
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '1', previous: '', evidence: 'Danh sách' }];
    await officer.put(path, { version: 1, aim: { kind: 'level', code: 'excellent' }, targets, note: '' });
    expect((await workOf('u3.head')).waiting).toMatchObject([{ event: 'submit', title: 'Gửi bản đăng ký: Hội U3' }]);
    await (await bloc.person('u3.head')).event(path, { type: 'submit', version: 2 });
    expect((await workOf('u3.head')).waiting).toEqual([]);
    expect((await workOf('u2.head')).waiting).toContainEqual(expect.objectContaining({ event: 'accept', title: 'Chấp nhận: Hội U3' }));
    expect((await workOf('u2.head')).steps[0]).toMatchObject({ name: 'Đăng ký, chỉ tiêu', state: 'current' });
  });
});
