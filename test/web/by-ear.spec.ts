import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inRoot } from '../../api/launch/places.mjs';
import { isSaved, sees } from '../support/acting.js';
import { Listener } from '../support/by-ear.js';
import { checkedDocument } from '../support/documents.js';
import { isThere, openWorkingOffice, type Office } from '../support/office.js';
import { makeFrozenBloc } from '../support/report.js';
import { cardOf, done, finishSheets, makeCompiledBloc, points, sheetOf, submitSelf } from '../support/scores.js';
import { makeOpenBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';

/*
 * The five main flows with a keyboard alone, from My work to what is done, as somebody hears them who sees nothing. What is pressed and
 * heard is docs/screen-reader.md; `npm run by-ear` writes it anew.
 */
const PAGE = inRoot('docs', 'screen-reader.md');
const WRITES = process.env.BY_EAR === 'write';

let office: Office;
beforeAll(async () => {
  office = await openWorkingOffice();
});
afterAll(() => office.close());

/** What was pressed and heard, flow by flow. */
const flows: { heading: string; script: readonly string[] }[] = [];

/** A person in My work, past the bars of the page by the first stop of all. */
async function listensTo(bloc: SmallBloc, person: string): Promise<{ page: Page; ear: Listener }> {
  const page = await office.window(bloc, person);
  const ear = await Listener.at(page);
  await office.open(page, bloc, '/work');
  await ear.tabsTo('Đến nội dung chính');
  await ear.presses('Enter');
  return { page, ear };
}

/** Keeps a flow under its heading, one part of it for each person. */
function keep(heading: string, ...ears: readonly Listener[]): void {
  flows.push({ heading, script: ears.flatMap(({ script }) => script) });
}

const registrationOf = async (bloc: SmallBloc, unit: string) => {
  const head = await bloc.person(`${unit}.head`);
  const [own] = done(await head.get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`)).items;
  return { head, path: `${bloc.path}/registrations/${own!.id}`, version: own!.version };
};

describe('by ear and keyboard alone, from My work,', () => {
  it('a registration is written and submitted', async () => {
    const bloc = await makeOpenBloc(office.world, { slug: 'khoi-nghe-1' });
    const officer = await listensTo(bloc, 'u3.officer');
    await officer.ear.tabsTo('Soạn: Hội U3');
    await officer.ear.goesTo('Hội U3');
    await officer.ear.tabsTo('Cờ thi đua của UBND tỉnh');
    await officer.ear.presses('Space', 'dấu cách');
    await officer.ear.tabsTo('Thêm chỉ tiêu');
    await officer.page.keyboard.press('Enter');
    await officer.page.waitForFunction(() => document.activeElement?.id === 'target-1-name');
    await officer.ear.isAt('Enter');
    await officer.ear.types('Hội viên mới');
    await officer.ear.tabsTo('Năm 2020');
    await officer.ear.types('26');
    await officer.ear.tabsTo('Đơn vị tính');
    await officer.ear.types('người');
    await officer.ear.tabsTo('Minh chứng dự kiến');
    await officer.ear.types('Danh sách');
    await officer.ear.hears('Đã lưu lúc');
    await isSaved(officer.page);

    const head = await listensTo(bloc, 'u3.head');
    await head.ear.tabsTo('Hội U3');
    await head.ear.goesTo('Hội U3');
    await head.ear.tabsTo('Gửi bản đăng ký');
    await head.ear.goesTo('Xem lại trước khi gửi');
    await head.ear.tabsTo('Gửi bản đăng ký');
    await head.page.keyboard.press('Enter');
    await head.ear.hears('Đã gửi bản đăng ký');
    await head.ear.isAt('Enter');
    keep('Đăng ký: cán bộ soạn, lãnh đạo gửi', officer.ear, head.ear);
    const { head: api, path } = await registrationOf(bloc, 'u3');
    expect((await api.get<RegistrationView>(path)).body.state).toBe('submitted');
  });

  it('a registration is returned with a reason', async () => {
    const bloc = await makeOpenBloc(office.world, { slug: 'khoi-nghe-2' });
    const { head, path, version } = await registrationOf(bloc, 'u3');
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '26', previous: '24', evidence: 'Danh sách' }];
    const saved = done(await head.put<RegistrationView>(path, { version, aim: { kind: 'title', code: 'flag' }, targets, note: '' }));
    done(await head.event(path, { type: 'submit', version: saved.version }));
    const { page, ear } = await listensTo(bloc, 'u2.head');
    await ear.tabsTo('Chấp nhận: Hội U3');
    await ear.goesTo('Hội U3');
    await ear.tabsTo(/^Trả lại/);
    await page.keyboard.press('Enter');
    await ear.isAt('Enter');
    await ear.types('Ngắn');
    await ear.tabsTo(/^Trả lại/);
    await page.keyboard.press('Enter');
    await sees(page, 'Lý do cần ít nhất 10 ký tự; còn thiếu 6.');
    await ear.isAt('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await ear.types('Nêu rõ minh chứng của chỉ tiêu 1.');
    await ear.tabsTo(/^Trả lại/);
    await page.keyboard.press('Enter');
    await ear.hears('Đã trả lại bản đăng ký');
    await ear.isAt('Enter');
    keep('Trả lại bản đăng ký, kèm lý do', ear);
    expect((await head.get<RegistrationView>(path)).body.state).toBe('returned');
  });

  it('a peer is scored', async () => {
    const bloc = await makeCompiledBloc(office.world, 'khoi-nghe-3');
    await bloc.setClock('2020-11-13T02:42:00Z');
    for (const unit of ['u1', 'u2', 'u3', 'u4']) await submitSelf(bloc, unit, points(3_700, 1_900, 3_700, 100, 0));
    await bloc.setClock('2020-11-20T02:42:00Z');
    const { page, ear } = await listensTo(bloc, 'u4.head');
    await ear.tabsTo(/Hội U3$/);
    await ear.goesTo('Chấm');
    await ear.tabsTo('Hội U3, I.1 ');
    for (const value of ['37', '18', '36', '1']) {
      await ear.types(value);
      await ear.presses('Enter');
    }
    await ear.types('0');
    await ear.hears('Đã lưu lúc');
    await isSaved(page);
    await ear.tabsTo('Gửi phiếu chấm');
    await ear.goesTo('Xem lại trước khi gửi');
    await ear.tabsTo('Gửi phiếu chấm');
    await page.keyboard.press('Enter');
    await ear.hears('Đã gửi phiếu chấm Hội U3');
    await ear.isAt('Enter');
    keep('Chấm đơn vị bạn', ear);
    expect((await sheetOf(bloc, 'u4', 'u3')).state).toBe('submitted');
  });

  it('the leading unit agrees to the points of a unit', async () => {
    const bloc = await makeCompiledBloc(office.world, 'khoi-nghe-4');
    await bloc.setClock('2020-11-13T02:42:00Z');
    for (const unit of UNITS) await submitSelf(bloc, unit, points(3_700, 1_900, 3_700, 100, 0));
    await bloc.setClock('2020-11-20T02:42:00Z');
    await finishSheets(bloc, 1);
    const { page, ear } = await listensTo(bloc, 'u2.head');
    await ear.tabsTo(/Hội U3$/);
    await ear.goesTo('Hội U3');
    await ear.tabsTo('Thống nhất điểm');
    await page.keyboard.press('Enter');
    await ear.hears('Đã thống nhất điểm');
    await ear.isAt('Enter');
    keep('Thống nhất điểm của một đơn vị trong nhóm', ear);
    expect((await cardOf(bloc, 'u2.head', 'u3')).state).toBe('reviewed');
  });

  it('the report is read and signed', async () => {
    const bloc = await makeFrozenBloc(office.world, 'khoi-nghe-5');
    await checkedDocument(bloc, 'BC');
    const { page, ear } = await listensTo(bloc, 'u1.head');
    await ear.tabsTo('Mở bản ký');
    await ear.goesTo('Báo cáo');
    await ear.tabsTo('Mở bản ký');
    await ear.goesTo('Ký');
    await ear.tabsTo('Ký Báo cáo');
    await page.keyboard.press('Enter');
    await sees(page, 'Chữ ký hợp lệ');
    await isThere(page);
    await ear.isAt('Enter');
    keep('Xem và ký Báo cáo', ear);
  });

  it('all of it is what docs/screen-reader.md says', () => {
    const page = [
      '# Nghe và bàn phím',
      '',
      '<!-- Written by `npm run by-ear` from what the pages say; a test compares the two. -->',
      '',
      'Năm việc chính làm bằng bàn phím, và những gì trình đọc màn hình nói: mỗi dòng là phím đã bấm, rồi tên, loại, trạng thái và lời dặn của nơi tiêu điểm dừng lại; lời báo là phần trang tự nói ra khi tiêu điểm không chuyển tới đó.',
      '*The five main flows by keyboard, and what a screen reader says: on each line the key, then name, kind, state and description of where the focus comes to rest. Taken from the accessibility tree of the running pages.*',
      '',
      ...flows.flatMap(({ heading, script }) => [`## ${heading}`, '', ...script.map((line, at) => `${at + 1}. ${line}`), '']),
    ].join('\n');
    expect(flows).toHaveLength(5);
    if (WRITES) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, 'utf8'));
  });
});
