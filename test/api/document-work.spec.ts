import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { makeDocument, preparedDocument, press, sign, signedDocument } from '../support/documents.js';
import { freezeReport, makeReportedBloc, OWN_PARTS, reportAs, reportPath } from '../support/report.js';
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
  bloc = await makeReportedBloc(world, 'khoi-viec');
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const workOf = (name: string) => workOfKinds(bloc, name, ['Document']);

describe('my work, once the meeting has decided', () => {
  let report: DocumentView;

  it('is the secretary’s to make the minutes at once, and the report when it is frozen', async () => {
    expect((await workOf('secretary')).waiting).toEqual([['Lập văn bản: Biên bản', 'Chưa lập', 'documents']]);
    await freezeReport(bloc);
    expect((await workOf('secretary')).waiting.map(([title]) => title)).toEqual(['Lập văn bản: Báo cáo', 'Lập văn bản: Biên bản']);
    for (const name of ['records', 'u1.head', 'u3.head', 'council']) expect((await workOf(name)).waiting).toEqual([]);
  });

  it('is then to propose it; to compile it anew only when the records have moved on', async () => {
    report = await makeDocument(bloc, 'BC');
    const link = `documents/${report.id}`;
    expect((await workOf('secretary')).waiting).toContainEqual(['Trình văn bản: Báo cáo', 'Dự thảo', link]);
    const { id, version } = await reportAs(bloc, 'u1.head');
    done(
      await (await bloc.person('u1.head')).event(reportPath(bloc, { id }), { type: 'reopen', version, reason: 'Bổ sung số liệu quý IV.' }),
    );
    const open = await reportAs(bloc, 'secretary');
    done(await (await bloc.person('secretary')).put(reportPath(bloc, { id }), { version: open.version, ...OWN_PARTS, causes: ['Theo dõi chưa thường xuyên ở vài đơn vị.'] })); // prettier-ignore
    await freezeReport(bloc);
    expect((await workOf('secretary')).waiting).toContainEqual(['Lập lại nội dung: Báo cáo', 'Dự thảo', link]);
    done(await press(bloc, 'secretary', report, { type: 'compile' }));
    done(await press(bloc, 'secretary', report, { type: 'propose' }));
  });

  it('is the records officer’s to check, then the head’s to open and to sign; the others see whom it waits for', async () => {
    const link = `documents/${report.id}`;
    expect((await workOf('records')).waiting).toEqual([['Đạt thể thức: Báo cáo', 'Chờ kiểm tra thể thức', link]]);
    expect((await workOf('secretary')).others).toContainEqual(['Đạt thể thức: Báo cáo', 'Chờ kiểm tra thể thức. Chờ Văn thư.', link]);
    done(await press(bloc, 'records', report, { type: 'pass' }));
    expect((await workOf('u1.head')).waiting).toEqual([['Mở bản ký: Báo cáo', 'Đạt thể thức, chờ ký', link]]);
    const open = done(await press(bloc, 'u1.head', report, { type: 'prepare' }));
    expect((await workOf('u1.head')).waiting).toEqual([[`Ký văn bản: ${open.number}`, 'Đã cấp số, đang chờ ký', link]]);
    expect((await workOf('records')).others).toEqual([[`Ký văn bản: ${open.number}`, 'Đã cấp số, đang chờ ký. Chờ Trưởng Khối.', link]]);
    report = await sign(bloc, open);
  });

  it('is the records officer’s to issue, and then nobody’s', async () => {
    expect((await workOf('records')).waiting).toEqual([[`Phát hành: ${report.number}`, 'Đã ký', `documents/${report.id}`]]);
    done(await press(bloc, 'records', report, { type: 'issue' }));
    expect(await workOf('records')).toEqual({ waiting: [], others: [] });
  });

  it('is the letter of submission once report and minutes are signed', async () => {
    expect((await workOf('secretary')).waiting.map(([title]) => title)).toEqual(['Lập văn bản: Biên bản']);
    await sign(bloc, await preparedDocument(bloc, 'BB'));
    expect((await workOf('secretary')).waiting).toEqual([['Lập văn bản: Tờ trình', 'Chưa lập', 'documents']]);
    await signedDocument(bloc, 'TTr');
    expect((await workOf('secretary')).waiting).toEqual([]);
  });
});
