import type { History } from '@thidua/workflows/record';
import type { ReportView } from '@thidua/workflows/report/report.schema';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  acceptSection,
  freezeReport,
  makeDecidedBloc,
  OWN_PARTS,
  reportAs,
  reportPath,
  sectionAs,
  sectionPath,
} from '../support/report.js';
import { done, makeCompiledBloc } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const REASON = 'Đề nghị bổ sung số liệu hội viên.';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeDecidedBloc(world, 'khoi-bao-cao');
  await bloc.setClock('2020-12-11T02:00:00Z');
});
afterAll(() => world.close());

const event = async (person: string, path: string, body: { type: string; version: number; reason?: string }) =>
  (await bloc.person(person)).event(path, body);
const lettersOf = async (id: string) =>
  (
    await world.owner.query<{ letter: string; name: string }>('select letter, recipient_name as name from delivery where record_id = $1', [
      id,
    ])
  ).rows;

describe('the report', () => {
  it('is not frozen while sections, own parts and rounds are missing, and names them all', async () => {
    const early = await makeCompiledBloc(world, 'khoi-som');
    const report = await reportAs(early, 'u1.head');
    const refused = await (await early.person('u1.head')).event(reportPath(early, report), { type: 'freeze', version: report.version });
    expect(refused.body).toMatchObject({
      status: 409,
      needs: [
        {
          code: 'needs-all-sections',
          detail: 'Còn 7 phần báo cáo chưa được nhận: Hội U1, Hội U2, Hội U3, Hội U4, Hội U5 và 2 đơn vị khác.',
          next: 'Chờ hoặc nhắc các đơn vị đó.',
        },
        {
          code: 'needs-own-parts',
          detail: expect.stringMatching(/^Phần chung còn thiếu: Số liệu tính đến ngày, Căn cứ, .*, Lời kết\.$/),
          next: 'Soạn đủ các mục đó rồi chốt.',
        },
        {
          code: 'needs-decided-rounds',
          detail: 'Còn 2 vòng bình xét chưa có kết quả.',
          next: 'Chờ hội nghị bình xét quyết định rồi làm tiếp.',
        },
      ],
    });
    for (const unit of UNITS) await acceptSection(early, unit);
    const saved = done(
      await (await early.person('secretary')).put<ReportView>(reportPath(early, report), { version: report.version, ...OWN_PARTS }),
    );
    const alone = await (await early.person('u1.head')).event(reportPath(early, report), { type: 'freeze', version: saved.version });
    expect(alone.body).toMatchObject({ status: 409, type: '/problems/needs-decided-rounds' });
    await bloc.setClock('2020-12-11T02:00:00Z');
  });

  it.each([
    ['needs-all-sections', OWN_PARTS, 'Còn 4 phần báo cáo chưa được nhận: Hội U1, Hội U2, Hội U4, Hội U7.'],
    ['needs-own-parts', { ...OWN_PARTS, causes: ['  '], asOf: null }, 'Phần chung còn thiếu: Số liệu tính đến ngày, Nguyên nhân.'],
  ])('is not frozen: %s', async (code, own, detail) => {
    if (code === 'needs-all-sections') for (const unit of ['u3', 'u5', 'u6']) await acceptSection(bloc, unit);
    else for (const unit of ['u1', 'u2', 'u4', 'u7']) await acceptSection(bloc, unit);
    const secretary = await bloc.person('secretary');
    const report = await reportAs(bloc, 'secretary');
    const saved = done(await secretary.put<ReportView>(reportPath(bloc, report), { version: report.version, ...own }));
    expect(saved.actions).toEqual([{ type: 'edit', needs: [] }]);
    expect((await event('u1.head', reportPath(bloc, report), { type: 'freeze', version: saved.version })).body).toMatchObject({
      status: 409,
      type: `/problems/${code}`,
      detail,
      next: expect.any(String),
    });
  });

  it('is compiled by secretary and head only, and tells them what an attentive reader will notice', async () => {
    for (const person of ['u4.head', 'records', 'council'])
      expect((await (await bloc.person(person)).get<{ items: unknown[] }>(`${bloc.path}/reports`)).body.items).toEqual([]);
    const { id, version, findings } = await reportAs(bloc, 'secretary');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'R6', where: '3.1 Hội U1', sentence: expect.stringContaining('đơn vị Trưởng Khối') }),
    );
    expect((await event('secretary', reportPath(bloc, { id }), { type: 'freeze', version })).body).toMatchObject({ status: 403 });
    const english = await (await bloc.person('secretary')).speaking('en').get<ReportView>(reportPath(bloc, { id }));
    expect(english.body.findings).toContainEqual(
      expect.objectContaining({ rule: 'R6', sentence: expect.stringContaining('heads the bloc') }),
    );
    (await bloc.person('secretary')).speaking('vi');
    const unprintable = await (await bloc.person('secretary')).put(reportPath(bloc, { id }), { version, ...OWN_PARTS, closing: 'Hết ☺' });
    expect(unprintable.body).toMatchObject({ code: 'cannot-print', needs: [{ pointer: '/closing' }] });
  });

  it('is never frozen over a section that is opened in the same moment', async () => {
    for (const unit of ['u1', 'u2', 'u3', 'u4']) {
      const section = await sectionAs(bloc, 'secretary', unit);
      const report = await reportAs(bloc, 'secretary');
      const saved = done(
        await (await bloc.person('secretary')).put<ReportView>(reportPath(bloc, report), { version: report.version, ...OWN_PARTS }),
      );
      const [frozen, opened] = await Promise.all([
        event('u1.head', reportPath(bloc, report), { type: 'freeze', version: saved.version }),
        event('secretary', sectionPath(bloc, section), { type: 'reopen', version: section.version, reason: REASON }),
      ]);
      expect([frozen.status, opened.status].sort()).toEqual([201, 409]);
      expect([frozen, opened].find(({ status }) => status === 409)!.body.code).toMatch(/^needs-(all-sections|open-report)$/);
      if (opened.status === 201) await acceptSection(bloc, unit);
      else await reopenReport();
    }
  });

  async function reopenReport(): Promise<void> {
    const { id, version } = await reportAs(bloc, 'u1.head');
    done(await event('u1.head', reportPath(bloc, { id }), { type: 'reopen', version, reason: REASON }));
  }

  it('once frozen is read by all members, lets no section move and tells whoever makes its document', async () => {
    const report = await freezeReport(bloc);
    expect(report).toMatchObject({ state: 'frozen', frozenAt: expect.stringMatching(/^2020-12-11/) });
    expect(await reportAs(bloc, 'u4.officer')).toMatchObject({ state: 'frozen', asOf: '2020-12-10', findings: [], actions: [] });
    expect((await reportAs(bloc, 'records')).sections.map(({ state }) => state)).toEqual(UNITS.map(() => 'accepted'));
    const section = await sectionAs(bloc, 'secretary', 'u3');
    const refused = await event('secretary', sectionPath(bloc, section), { type: 'reopen', version: section.version, reason: REASON });
    expect(refused.body).toMatchObject({
      status: 409,
      type: '/problems/needs-open-report',
      detail: 'Nội dung báo cáo đã chốt nên phần của đơn vị không thay đổi được nữa.',
      next: 'Cần sửa thì đề nghị Trưởng Khối mở lại báo cáo, nêu lý do.',
    });
    const edit = await (await bloc.person('secretary')).put(reportPath(bloc, report), { version: report.version, ...OWN_PARTS });
    expect(edit.body).toMatchObject({ status: 409, code: 'not-in-this-state' });
    expect(await lettersOf(report.id)).toContainEqual({ letter: 'report-frozen', name: 'Người secretary' });
    const history = done(await (await bloc.person('u4.head')).get<z.infer<typeof History>>(`${reportPath(bloc, report)}/history`));
    expect(history.items.at(-1)).toMatchObject({ sentence: 'Hội U1 (Người u1.head): Chốt nội dung báo cáo', to: 'Đã chốt nội dung' });
  });

  it('is not opened while its document waits for the signature: needs-no-signing', async () => {
    const report = await reportAs(bloc, 'u1.head');
    const document = randomUUID();
    await world.owner.query(
      `insert into document (id, bloc_id, province_id, cycle_id, head_unit_id, state, type, recipients, content_id, number, symbol, day, council_only)
       select $1, c.bloc_id, c.province_id, c.id, c.head_unit_id, 'prepared', 'BC', '[]', $1, 4, 'BC-KTĐ', '2020-12-11', false from cycle c where c.id = $2`,
      [document, bloc.cycleId],
    );
    const asked = { type: 'reopen', version: report.version, reason: REASON };
    expect((await event('u1.head', reportPath(bloc, report), asked)).body).toMatchObject({
      status: 409,
      type: '/problems/needs-no-signing',
      detail: 'Một báo cáo đã có số và đang chờ ký nên nội dung không mở lại được.',
      next: 'Trả lại văn bản đó hoặc ký xong rồi lập văn bản thay thế.',
    });
    await world.owner.query('delete from document where id = $1', [document]);
    expect((await event('u1.head', reportPath(bloc, report), asked)).body).toMatchObject({
      state: 'draft',
      reason: REASON,
      frozenAt: null,
    });
  });
});
