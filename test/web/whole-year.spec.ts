import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { Page } from 'playwright-core';
import { isSaved, press, pressFinally, sees, wordsOf, write } from '../support/acting.js';
import { press as pressed, signedDocument } from '../support/documents.js';
import { isThere, openOffice, PHONE, type Look, type Office } from '../support/office.js';
import { acceptSection, decideRounds, OWN_PARTS, reportAs, reportPath, sectionAs } from '../support/report.js';
import { done, finishScores, finishSheets, points, register, submitSelf, submitSheet } from '../support/scores.js';
import { makeSmallBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorkerOf } from '../support/worker.js';

/*
 * One year of one bloc, its main moments in the browser: nine people, each at their own screen, each finding their work in the list of
 * what waits. What the other units do meanwhile happens over HTTP.
 */
const OTHERS = UNITS.filter((unit) => unit !== 'u3');

let office: Office;
let worker: RunningWorker;
let bloc: SmallBloc;
const windows = new Map<string, Page>();
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world, 'khoi-ca-nam');
  worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
});
afterAll(async () => {
  await worker.stop();
  await office.close();
});

/** A person sits down at their screen, always the same one, and presses a line of the work that waits. */
async function takesUp(person: string, work: string, look?: Look): Promise<Page> {
  const page = windows.get(person) ?? (await office.window(bloc, person, look));
  windows.set(person, page);
  await office.open(page, bloc, '/work');
  await press(page, work);
  await page.waitForURL((url) => !url.pathname.endsWith('/work'));
  await isThere(page);
  return page;
}

describe('a year from its adoption to the council', () => {
  it('March: the bloc’s head adopts it', async () => {
    await bloc.setClock('2020-03-02T02:00:00Z');
    const page = await takesUp('u1.head', 'Thông qua và mở năm');
    await press(page, 'Thông qua và mở năm');
    await sees(page, 'Đã thông qua và mở năm');
  });

  it('an officer registers on a phone, the unit’s head sends it, the group’s leading unit accepts, the secretary compiles the list', async () => {
    const officer = await takesUp('u3.officer', 'Soạn: Hội U3', { width: PHONE });
    await officer.getByLabel('Bằng khen của Chủ tịch UBND tỉnh').check();
    await press(officer, 'Thêm chỉ tiêu');
    await write(officer, 'Tên chỉ tiêu', 'Hội viên mới kết nạp');
    await write(officer, 'Năm 2020', '26');
    await write(officer, 'Đơn vị tính', 'hội viên');
    await write(officer, 'Minh chứng dự kiến', 'Quyết định kết nạp');
    await isSaved(officer);
    const head = await takesUp('u3.head', 'Gửi bản đăng ký: Hội U3');
    await press(head, 'Gửi bản đăng ký');
    await sees(head, 'Xem lại trước khi gửi');
    await press(head, 'Gửi bản đăng ký');
    await sees(head, 'Đang chờ Hội U2 xem xét');
    const leader = await takesUp('u2.head', 'Chấp nhận: Hội U3');
    await press(leader, 'Chấp nhận');
    await sees(leader, 'Đã chấp nhận bản đăng ký của Hội U3');
    for (const unit of OTHERS) await register(bloc, unit);
    const secretary = await takesUp('secretary', 'Tổng hợp danh sách đăng ký');
    await press(secretary, 'Tổng hợp danh sách đăng ký');
    await sees(secretary, 'Đã tổng hợp');
  });

  it('November: the unit scores itself, a peer scores it under seal, the leading unit and the bloc judge', async () => {
    await bloc.setClock('2020-11-13T02:00:00Z');
    for (const unit of OTHERS) await submitSelf(bloc, unit, points(3_700 + 20 * Number(unit[1]), 1_900, 3_700, 100, 0));
    const officer = await takesUp('u3.officer', 'Tự chấm: Hội U3');
    for (const [item, text] of [
      ['I.1', '39'],
      ['I.2', '19,5'],
      ['II.1', '38'],
      ['V.1', '2'],
      ['VI.1', '0'],
    ] as const)
      // prettier-ignore
      await officer.getByLabel(new RegExp(`^${item} `)).fill(text);
    await officer.getByLabel(/^VI.1 /).blur();
    await isSaved(officer);
    const head = await takesUp('u3.head', 'Gửi tự chấm: Hội U3');
    await press(head, 'Gửi tự chấm');
    await sees(head, 'Xem lại trước khi gửi');
    await press(head, 'Gửi tự chấm');
    await sees(head, '0 trên 3 đơn vị đã gửi');
    const peer = await takesUp('u4.officer', 'Chấm: Hội U3');
    for (const [item, text] of [
      ['I.1', '36'],
      ['I.2', '18'],
      ['II.1', '36'],
      ['V.1', '2'],
      ['VI.1', '0'],
    ] as const)
      // prettier-ignore
      await peer.getByLabel(new RegExp(`^Hội U3, ${item} `)).fill(text);
    await peer.getByLabel(/^Hội U3, VI.1 /).blur();
    await isSaved(peer);
    for (const unit of ['u1', 'u2']) await submitSheet(bloc, 'u4', unit, points(3_700, 1_900, 3_700, 100, 0));
    const peersHead = await takesUp('u4.head', 'Gửi phiếu chấm: Hội U3');
    await press(peersHead, 'Gửi phiếu chấm');
    await sees(peersHead, 'Xem lại trước khi gửi');
    await press(peersHead, 'Gửi phiếu chấm');
    await sees(peersHead, 'Đã gửi phiếu chấm Hội U3');
    await finishSheets(bloc, 1);
    const leader = await takesUp('u2.head', 'Thống nhất điểm: Hội U3');
    await press(leader, 'Thống nhất điểm');
    await sees(leader, 'Đã thống nhất điểm của Hội U3');
    const verifier = await takesUp('u1.head', 'Thẩm định: Hội U3');
    await press(verifier, 'Thẩm định');
    await sees(verifier, 'Đã thẩm định điểm của Hội U3');
    await finishScores(bloc);
  });

  it('December: the ranking is published, the meeting agrees on whom to nominate', async () => {
    await bloc.setClock('2020-12-10T02:00:00Z');
    const secretary = await takesUp('secretary', 'Công bố xếp hạng');
    await pressFinally(secretary, 'Công bố xếp hạng');
    await sees(secretary, 'Mọi đơn vị đọc được');
    await takesUp('secretary', 'Mở bình xét: Cờ thi đua');
    await press(secretary, 'Mở bình xét');
    await sees(secretary, 'Đã mở bình xét Cờ thi đua');
    const head = await takesUp('u1.head', 'Ghi nhận thống nhất suy tôn: Cờ thi đua');
    const present = head.getByRole('group', { name: 'Đơn vị dự họp' });
    for (const unit of UNITS) await present.getByLabel(`Hội ${unit.toUpperCase()}`).check();
    await head.getByRole('group', { name: 'Đơn vị được đề nghị' }).getByLabel('Hội U7').check();
    await pressFinally(head, 'Ghi nhận thống nhất suy tôn');
    await sees(head, 'Đã ghi kết quả bình xét Cờ thi đua');
    await decideRounds(bloc);
  });

  it('the unit’s section is written, submitted and accepted, and the head freezes the report', async () => {
    await bloc.setClock('2020-12-11T02:00:00Z');
    const officer = await takesUp('u3.officer', 'Soạn phần báo cáo: Hội U3');
    await write(officer, 'Đoạn 1', 'Năm 2020, Hội U3 kết nạp 26 hội viên mới, hoàn thành các chỉ tiêu đã đăng ký với Khối.');
    await officer.getByLabel('Đoạn 1', { exact: true }).blur();
    await isSaved(officer);
    const head = await takesUp('u3.head', 'Gửi phần báo cáo: Hội U3');
    await press(head, 'Gửi phần báo cáo');
    await sees(head, 'Xem lại phần báo cáo trước khi gửi');
    await press(head, 'Gửi phần báo cáo');
    await sees(head, 'Đã gửi phần báo cáo của Hội U3');
    const secretary = await takesUp('secretary', 'Nhận vào báo cáo: Hội U3');
    await press(secretary, 'Nhận vào báo cáo');
    await sees(secretary, 'Đã nhận phần báo cáo của Hội U3');
    for (const unit of OTHERS) await acceptSection(bloc, unit);
    expect((await sectionAs(bloc, 'secretary', 'u3')).state).toBe('accepted');
    const report = await reportAs(bloc, 'secretary');
    done(await (await bloc.person('secretary')).put(reportPath(bloc, report), { version: report.version, ...OWN_PARTS }));
    const chair = await takesUp('u1.head', 'Chốt nội dung báo cáo');
    await press(chair, 'Chốt nội dung báo cáo');
    await sees(chair, 'Xem lại trước khi chốt');
    await press(chair, 'Chốt nội dung báo cáo');
    await sees(chair, 'Đã chốt nội dung báo cáo');
  });

  it('the report goes out of the door: proposed, checked, signed as it was viewed, issued', async () => {
    const secretary = await takesUp('secretary', 'Lập văn bản: Báo cáo');
    await press(secretary, 'Lập Báo cáo');
    await sees(secretary, 'Bản dự thảo');
    await isThere(secretary);
    await press(secretary, 'Trình văn bản');
    await sees(secretary, 'Chờ Văn thư');
    const records = await takesUp('records', 'Đạt thể thức: Báo cáo');
    await press(records, 'Đạt thể thức');
    await sees(records, 'Chờ Trưởng Khối');
    const head = await takesUp('u1.head', 'Mở bản ký: Báo cáo');
    await press(head, 'Mở bản ký');
    await sees(head, 'Ông/bà ký văn bản sau');
    await press(head, 'Ký Báo cáo');
    await sees(head, 'Chữ ký hợp lệ; văn bản còn nguyên vẹn từ khi ký.');
    await takesUp('records', 'Phát hành: 01/BC-KTĐT');
    await press(records, 'Phát hành');
    await sees(records, 'Đã phát hành');
    for (const type of ['BB', 'TTr'] as const) done(await pressed(bloc, 'records', await signedDocument(bloc, type), { type: 'issue' }));
  });

  it('the papers are sent, and the council confirms and reads whom the bloc nominates', async () => {
    const records = await takesUp('records', 'Lập lượt gửi: 2020');
    await press(records, 'Lập lượt gửi');
    await sees(records, '9 thư: 2 cho Hội đồng và cơ quan thường trực, 7 cho các đơn vị.');
    await records.getByRole('button', { name: 'Gửi văn bản' }).click();
    await sees(records, 'Xem lại trước khi gửi văn bản');
    await records.getByRole('button', { name: 'Gửi văn bản' }).click();
    await sees(records, '9 nơi nhận: 9 đã tới, chưa xác nhận.');
    const council = await takesUp('council', 'Xác nhận đã nhận: Hội đồng TĐKT tỉnh');
    await pressFinally(council, 'Xác nhận đã nhận');
    await sees(council, 'Đã xác nhận đã nhận');
    await office.open(council, bloc, 'council');
    await sees(council, 'Báo cáo số 01/BC-KTĐT');
    expect(await wordsOf(council)).toMatch(/Cờ thi đua của UBND tỉnh\s+Hội U7 tỉnh Bắc Giang/);
    expect([...windows.keys()].sort()).toHaveLength(9);
  });
});
