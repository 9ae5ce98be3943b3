import type { ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { allAnswered, mailboxOf, makeIssuedBloc, prepare, send } from '../support/papers.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { workOf as workOfKinds } from '../support/work.js';
import { startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let worker: RunningWorker;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  worker = await startWorkerOf(world);
  ({ bloc } = await makeIssuedBloc(world, 'khoi-viec'));
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const workOf = (name: string) => workOfKinds(bloc, name, ['Dispatch', 'Receipt']);

describe('my work, once the year’s papers are issued', () => {
  it('is the records officer’s to prepare the dispatch, and nobody else’s', async () => {
    expect((await workOf('records')).waiting).toEqual([['Lập lượt gửi: 2020', 'Chưa gửi', 'dispatches']]);
    for (const name of ['secretary', 'u1.head', 'council']) expect((await workOf(name)).waiting).toEqual([]);
  });

  it('is then to send it; the head sees that it waits for the records officer', async () => {
    const { id } = await prepare(bloc);
    expect((await workOf('records')).waiting).toEqual([['Gửi văn bản: 2020', 'Chưa gửi', `dispatches/${id}`]]);
    expect((await workOf('u1.head')).others).toEqual([['Gửi văn bản: 2020', 'Chưa gửi. Chờ Văn thư.', `dispatches/${id}`]]);
  });

  it('is then each recipient’s to confirm, and the records officer’s to mend an address that was refused', async () => {
    await mailboxOf(world).refuse(['u3@khoi-viec.example']);
    const [dispatch] = done(
      await (await bloc.person('records')).get<{ items: [Parameters<typeof send>[1]] }>(`${bloc.path}/dispatches`),
    ).items;
    const sent = await send(bloc, dispatch);
    await allAnswered(bloc, sent);
    expect((await workOf('records')).waiting).toEqual([['Sửa địa chỉ, gửi lại: Hội U3 tỉnh Bắc Giang', 'Đã gửi', `dispatches/${sent.id}`]]);
    expect((await workOf('u4.officer')).waiting).toMatchObject([
      ['Xác nhận đã nhận: Hội U4 tỉnh Bắc Giang', 'Chờ xác nhận', expect.any(String)],
    ]);
    expect((await workOf('council')).waiting.map(([title]) => title)).toEqual([
      'Xác nhận đã nhận: Ban TĐKT tỉnh',
      'Xác nhận đã nhận: Hội đồng TĐKT tỉnh',
    ]);
    expect((await workOf('secretary')).others.map(([title, sentence]) => [title, sentence])).toEqual([
      ['Sửa địa chỉ, gửi lại: Hội U3 tỉnh Bắc Giang', 'Đã gửi. Chờ Văn thư.'],
      ['Xác nhận đã nhận: Ban TĐKT tỉnh', 'Chờ xác nhận. Chờ Thư ký Hội đồng.'],
      ['Xác nhận đã nhận: Hội đồng TĐKT tỉnh', 'Chờ xác nhận. Chờ Thư ký Hội đồng.'],
    ]);
  });

  it('is nothing more to prepare, while no paper is new', async () => {
    const { waiting, others } = await workOf('records');
    expect([...waiting, ...others].map(([, , link]) => link)).not.toContain('dispatches');
  });

  it('is over for a unit that confirmed', async () => {
    const officer = await bloc.person('u4.officer');
    const [own] = done(await officer.get<{ items: ReceiptView[] }>(`${bloc.path}/receipts`)).items;
    done(await officer.event(`${bloc.path}/receipts/${own!.id}`, { type: 'confirm', version: own!.version, name: 'Nguyễn Thị Lan' }));
    expect(await workOf('u4.officer')).toEqual({ waiting: [], others: [] });
  });
});
