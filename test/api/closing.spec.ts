import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { DispatchView, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { UnitRecord } from '@thidua/workflows/unit/unit.schema';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { makeSignedBloc, prepare, send } from '../support/papers.js';
import { reportAs, reportPath } from '../support/report.js';
import { cardOf, done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

const REASON = 'Hội đồng yêu cầu bổ sung một số liệu.';
let world: World;
let bloc: SmallBloc;
let dispatch: DispatchView;
let worker: RunningWorker;
beforeAll(async () => {
  world = await startWorld();
  worker = await startWorkerOf(world);
  ({ bloc } = await makeSignedBloc(world, 'khoi-dong'));
  dispatch = await prepare(bloc);
}, 180_000);
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const path = () => `${bloc.path}/cycles/${bloc.cycleId}`;
const year = async (person = 'u1.head') =>
  done(await (await bloc.person(person)).get<{ items: CycleView[] }>(`${bloc.path}/cycles`)).items.find(({ id }) => id === bloc.cycleId)!;
const move = async (event: { type: string; reason?: string }, person = 'u1.head') =>
  (await bloc.person(person)).event<CycleView & { type: string }>(path(), { ...event, version: (await year()).version });

describe('a year', () => {
  it('is not closed while its papers are not with the council', async () => {
    expect((await year()).actions).toContainEqual({ type: 'close', needs: [expect.objectContaining({ code: 'needs-sent-papers' })] });
    const refused = await move({ type: 'close' });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/needs-sent-papers', next: expect.stringContaining('Gửi') });
    await send(bloc, dispatch);
  });

  it('is closed by the head alone, and then nothing of it can be done or written', async () => {
    for (const person of ['secretary', 'u5.head', 'council'])
      expect((await move({ type: 'close' }, person)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(done(await move({ type: 'close' })).state).toBe('closed');
    const head = await bloc.person('u1.head');
    const report = await reportAs(bloc, 'u1.head');
    const card = await cardOf(bloc, 'u1.head', 'u3');
    expect([report.actions, card.actions]).toEqual([[], []]);
    const reopened = await head.event(reportPath(bloc, report), { type: 'reopen', version: report.version, reason: REASON });
    expect(reopened.body).toMatchObject({ status: 409, type: '/problems/year-closed', next: expect.stringContaining('mở lại năm') });
    const [section] = done(
      await (await bloc.person('secretary')).get<{ items: { id: string; version: number }[] }>(`${bloc.path}/sections`),
    ).items;
    const returned = await (
      await bloc.person('secretary')
    ).event(`${bloc.path}/sections/${section!.id}`, { type: 'reopen', version: section!.version, reason: REASON });
    expect(returned.body).toMatchObject({ status: 409, code: 'year-closed' });
    const draft = { year: 2020, type: 'TTr' };
    expect((await (await bloc.person('secretary')).post(`${bloc.path}/documents`, draft)).body).toMatchObject({ code: 'year-closed' });
  });

  it('that is closed still lets the council confirm what it received', async () => {
    const council = await bloc.person('council');
    const list = done(await council.get<{ items: ReceiptView[] }>(`${bloc.path}/receipts?year=2020`)).items;
    const own = list.find(({ kind }) => kind === 'council')!;
    const confirmed = await council.event<ReceiptView>(`${bloc.path}/receipts/${own.id}`, {
      type: 'confirm',
      version: own.version,
      name: 'Phạm Văn Nhận',
    });
    expect({ status: confirmed.status, state: confirmed.body.state }).toEqual({ status: 201, state: 'confirmed' });
  });

  it('that is closed keeps the names of its units, whatever they are called afterwards', async () => {
    const council = await bloc.person('council');
    const units = '/api/provinces/tinh-khoi-dong/units';
    const [unit] = done(await council.get<{ items: UnitRecord[] }>(`${units}?q=u3`)).items;
    const name = { name: 'Hội Đổi tên tỉnh Bắc Giang', shortName: 'Hội Đổi tên', nameEn: 'Renamed' };
    const basis = 'Quyết định số 5/QĐ-UBND ngày 02/01/2020';
    const event = { type: 'rename', version: unit!.version, ...name, on: '2020-12-31', basis };
    done(await council.event(`${units}/${unit!.id}`, event));
    const named = async () => [(await cardOf(bloc, 'u1.head', 'u3')).unitShortName, (await year()).members[2]!.shortName];
    const before = await named();
    await bloc.setClock('2021-02-01T02:00:00Z');
    expect(done(await council.get<UnitRecord>(`${units}/${unit!.id}`)).shortName).toBe('Hội Đổi tên');
    expect([before, await named()]).toEqual([
      ['Hội U3', 'Hội U3'],
      ['Hội U3', 'Hội U3'],
    ]);
  });

  it('is opened again by the head with a reason, which its history keeps', async () => {
    expect((await move({ type: 'reopen', reason: 'Ít' })).status).toBe(400);
    expect((await move({ type: 'reopen', reason: REASON }, 'secretary')).body).toMatchObject({ code: 'forbidden' });
    expect(done(await move({ type: 'reopen', reason: REASON })).state).toBe('compiled');
    const history = await (await bloc.person('u1.head')).get<{ items: { sentence: string; reason: string | null }[] }>(`${path()}/history`);
    expect(history.body.items.at(-1)).toMatchObject({ sentence: expect.stringContaining('Mở lại năm'), reason: REASON });
    const report = await reportAs(bloc, 'u1.head');
    expect(report.actions.map(({ type }) => type)).toContain('reopen');
  });
});
