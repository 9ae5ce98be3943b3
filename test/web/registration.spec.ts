import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { readFileSync } from 'node:fs';
import readWorkbook from 'read-excel-file/universal';
import type { Page } from 'playwright-core';
import { comesTo, focused, isSaved, press, pressOff, sees, seesNoMore, tabTo, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { done, nameOf } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually } from '../support/worker.js';
import { PASSWORD } from '../support/world.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeOpenBloc(office.world);
});
afterAll(() => office.close());

const TARGET = { name: 'Hội viên mới', unit: 'người', planned: '26', previous: '24', evidence: 'Danh sách' };

/** A unit's registration as its head sees it. */
const recordOf = async (unit: string): Promise<RegistrationView & { path: string }> => {
  const list = done(await (await bloc.person(`${unit}.head`)).get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
  const own = list.items.find(({ unitShortName }) => unitShortName === nameOf(unit))!;
  return { ...own, path: `${bloc.path}/registrations/${own.id}` };
};
/** The officer's draft, saved through the API. */
const draft = async (unit: string, targets: object[] = [TARGET], note = ''): Promise<void> => {
  const { path, version } = await recordOf(unit);
  const aim = { kind: 'title', code: 'flag' };
  done(await (await bloc.person(`${unit}.officer`)).put(path, { version, aim, targets, note }));
};
const openRecord = async (page: Page, unit: string): Promise<void> => office.open(page, bloc, `registrations/${(await recordOf(unit)).id}`);

describe('a registration goes its way', () => {
  it('an officer finds it in the work that waits, writes it, and it saves itself', async () => {
    const page = await office.window(bloc, 'u3.officer', { width: PHONE });
    await office.open(page, bloc, '/work');
    await press(page, 'Soạn: Hội U3');
    await sees(page, 'Danh hiệu đăng ký');
    await page.getByLabel('Cờ thi đua của UBND tỉnh').check();
    await press(page, 'Thêm chỉ tiêu');
    await page.waitForFunction(() => document.activeElement?.id === 'target-1-name');
    await page.keyboard.type('Hội viên mới kết nạp');
    await write(page, 'Năm 2020', '26');
    await write(page, 'Đơn vị tính', 'hội viên');
    await isSaved(page);
    await page.reload();
    await isThere(page);
    await comesTo(() => page.getByLabel('Tên chỉ tiêu').inputValue(), 'Hội viên mới kết nạp', page);
    await comesTo(() => page.getByLabel('Cờ thi đua của UBND tỉnh').isChecked(), true, page);
    await comesTo(() => page.getByRole('button', { name: 'Gửi bản đăng ký' }).count(), 0, page);
  });

  it('the head is led to what is missing, looks at the whole and sends it', async () => {
    const page = await office.window(bloc, 'u3.head');
    await openRecord(page, 'u3');
    await press(page, 'Gửi bản đăng ký');
    await sees(page, 'Có 1 điều cần sửa');
    await press(page, 'Chỉ tiêu 1: Chưa có minh chứng');
    expect(await focused(page)).toBe('Minh chứng dự kiến');
    await page.keyboard.type('Quyết định kết nạp');
    await page.keyboard.press('Tab');
    await isSaved(page);
    await press(page, 'Gửi bản đăng ký');
    await sees(page, 'Xem lại trước khi gửi');
    await isThere(page);
    expect(await wordsOf(page)).toContain('26 hội viên (năm trước: –)');
    await expectWellMade(page);
    await press(page, 'Gửi bản đăng ký');
    await sees(page, 'Đã gửi bản đăng ký của Hội U3');
    await sees(page, 'Đang chờ Hội U2 xem xét');
  });

  it('the leading unit returns it and must say why', async () => {
    const page = await office.window(bloc, 'u2.head');
    await office.open(page, bloc, '/work');
    await press(page, 'Chấp nhận: Hội U3');
    await press(page, 'Trả lại');
    const send = page.getByRole('group').getByRole('button', { name: 'Trả lại' });
    await send.click();
    await sees(page, 'Ghi lý do, ít nhất 10 ký tự.');
    expect(await focused(page)).toBe('Lý do');
    await page.keyboard.type('Chỉ tiêu 1 thấp hơn năm trước, nêu lý do.');
    await send.click();
    await sees(page, 'Đã trả lại bản đăng ký của Hội U3');
  });

  it('the officer reads the reason beside the draft, corrects it, and the head sends it again', async () => {
    const officer = await office.window(bloc, 'u3.officer');
    await openRecord(officer, 'u3');
    await sees(officer, 'Hội U2 trả lại để bổ sung');
    await sees(officer, 'Chỉ tiêu 1 thấp hơn năm trước, nêu lý do.');
    await write(officer, 'Năm 2020', '30');
    await isSaved(officer);
    const head = await office.window(bloc, 'u3.head');
    await openRecord(head, 'u3');
    await press(head, 'Gửi bản đăng ký');
    await sees(head, 'Xem lại trước khi gửi');
    await press(head, 'Gửi bản đăng ký');
    await sees(head, 'Đã gửi bản đăng ký');
    await head.reload();
    await isThere(head);
    expect(await wordsOf(head)).not.toContain('Đã gửi bản đăng ký');
    // Whoever comes back to the question is told that it is answered.
    await head.goto(`${head.url()}/submit`);
    await sees(head, 'Việc này đã xong, hoặc không còn chờ ông/bà.');
    expect(await head.getByRole('button', { name: 'Gửi bản đăng ký' }).count()).toBe(0);
  });

  it('the leading unit accepts it; the history tells all of it, and nobody may write it any more', async () => {
    const leader = await office.window(bloc, 'u2.head');
    await openRecord(leader, 'u3');
    await press(leader, 'Chấp nhận');
    await sees(leader, 'Đã chấp nhận bản đăng ký của Hội U3');
    const officer = await office.window(bloc, 'u3.officer');
    await openRecord(officer, 'u3');
    await comesTo(() => officer.locator('main').getByRole('textbox').count(), 0, officer);
    await press(officer, 'Xem đủ lịch sử');
    await officer.waitForURL(/\/history$/);
    await isThere(officer);
    await sees(officer, 'Lý do: Chỉ tiêu 1 thấp hơn năm trước, nêu lý do.');
    const told = await wordsOf(officer);
    expect(told.match(/Gửi bản đăng ký|Trả lại|Chấp nhận/g)).toEqual(['Chấp nhận', 'Gửi bản đăng ký', 'Trả lại', 'Gửi bản đăng ký']);
    await expectWellMade(officer);
  });
});

describe('nothing that was typed is lost', () => {
  it('two windows: the second keeps both texts and lets choose', async () => {
    await draft('u4', [TARGET], 'Bản đầu');
    const mine = await office.window(bloc, 'u4.officer');
    const other = await office.window(bloc, 'u4.head');
    await openRecord(mine, 'u4');
    await openRecord(other, 'u4');
    await write(other, 'Điều cần nói thêm', 'Chủ tịch viết');
    await other.getByLabel('Điều cần nói thêm').blur();
    await isSaved(other);
    await write(mine, 'Điều cần nói thêm', 'Chuyên viên viết');
    await mine.getByLabel('Điều cần nói thêm').blur();
    await sees(mine, 'Có người vừa sửa bản này');
    const region = await mine.getByRole('region', { name: 'Có người vừa sửa bản này' }).innerText();
    expect(region).toContain('Chủ tịch viết');
    expect(region).toContain('Chuyên viên viết');
    expect(region).toMatch(/\S lưu bản mới nhất lúc \d\d\/\d\d\/2020\s\d\d:\d\d\./);
    await expectWellMade(mine);
    await mine.getByRole('radio', { name: /Bản mới nhất/ }).check();
    await press(mine, 'Dùng các mục đã chọn');
    await seesNoMore(mine, 'Có người vừa sửa bản này');
    await comesTo(() => mine.getByLabel('Điều cần nói thêm').inputValue(), 'Chủ tịch viết', mine);
    expect((await recordOf('u4')).note).toBe('Chủ tịch viết');
  });

  it('what is typed while a save is on its way is saved with the next, and then the page rests', async () => {
    await draft('u4', [TARGET], '');
    const page = await office.window(bloc, 'u4.officer');
    await openRecord(page, 'u4');
    const field = page.getByLabel('Điều cần nói thêm');
    const saves: string[] = [];
    await page.route('**/registrations/*', async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      saves.push((route.request().postDataJSON() as { note: string }).note);
      if (saves.length === 1) await field.pressSequentially(' và hai');
      return route.continue();
    });
    await field.fill('Một');
    await field.blur();
    await eventually(() => Promise.resolve(saves.length >= 2));
    await isSaved(page);
    await press(page, 'Thêm chỉ tiêu');
    await isThere(page);
    expect(saves).toEqual(['Một', 'Một và hai']);
    expect((await recordOf('u4')).note).toBe('Một và hai');
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('a cut line: the text stays on the device, also when the window closes, and saves itself later', async () => {
    await draft('u6', [TARGET], 'Trước khi mất mạng');
    const page = await office.window(bloc, 'u6.officer');
    await openRecord(page, 'u6');
    await page.context().setOffline(true);
    await sees(page, /^Mất kết nối từ/);
    await write(page, 'Điều cần nói thêm', 'Viết khi mất mạng');
    await page.getByLabel('Điều cần nói thêm').blur();
    await sees(page, 'Mất kết nối. Chữ đang gõ được giữ');
    expect((await recordOf('u6')).note).toBe('Trước khi mất mạng');
    const later = await office.another(page);
    await page.close();
    await later.context().setOffline(false);
    await openRecord(later, 'u6');
    // The closing window may still have sent it: then there is nothing left to save.
    await eventually(async () => (await recordOf('u6')).note === 'Viết khi mất mạng');
    await comesTo(() => later.getByLabel('Điều cần nói thêm').inputValue(), 'Viết khi mất mạng', later);
  });

  it('an ended session: signing in again brings page and text back', async () => {
    await draft('u7', [TARGET], 'Trước');
    const page = await office.window(bloc, 'u7.officer');
    await openRecord(page, 'u7');
    await page.context().clearCookies();
    await write(page, 'Điều cần nói thêm', 'Sau khi hết phiên');
    await page.getByLabel('Điều cần nói thêm').blur();
    await sees(page, 'Phiên làm việc đã hết');
    await press(page, 'Đăng nhập lại');
    await write(page, 'E-mail', `u7.officer@${bloc.bloc}.example`);
    await write(page, 'Mật khẩu', PASSWORD);
    await press(page, 'Đăng nhập');
    await sees(page, 'Điều cần nói thêm');
    await isThere(page);
    await comesTo(() => page.getByLabel('Điều cần nói thêm').inputValue(), 'Sau khi hết phiên', page);
    await isSaved(page);
    expect((await recordOf('u7')).note).toBe('Sau khi hết phiên');
  });
});

describe('the list', () => {
  it('tells the secretary what is missing before it can be compiled, and filters by group and state', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'registrations');
    await sees(page, '1 trên 7 đơn vị đã gửi');
    await pressOff(page, 'Tổng hợp danh sách đăng ký');
    expect(await focused(page)).toContain('Còn 6 bản đăng ký chưa được chấp nhận');
    await page.getByRole('combobox', { name: 'Nhóm' }).selectOption('Nhóm 2');
    await sees(page, '3 trên 7 đơn vị');
    await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('Nháp');
    expect(new URL(page.url()).search).toBe('?group=2&state=draft');
    await page.getByRole('combobox', { name: 'Đăng ký' }).selectOption('Cờ thi đua của UBND tỉnh');
    expect(new URL(page.url()).search).toBe('?group=2&state=draft&aim=flag');
    await sees(page, 'Không có bản nào khớp bộ lọc (Nhóm: Nhóm 2; Tình trạng: Nháp; Đăng ký: Cờ thi đua của UBND tỉnh).');
    await press(page, 'Xóa bộ lọc');
    await sees(page, '7 trên 7 đơn vị');
    expect(new URL(page.url()).search).toBe('');
  });

  it('shows the columns that its reader chose, here and the next time, and is taken along as it is seen', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'registrations?group=2');
    await tabTo(page, 'Cột: 6 trên 6');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Chỉ tiêu');
    await page.keyboard.press('Space');
    await sees(page, 'Cột: 5 trên 6');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Cột: 5 trên 6');
    const headings = ['Đơn vị', 'Nhóm', 'Đăng ký', 'Tình trạng', 'Người xem xét'];
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(headings);
    await page.reload();
    await isThere(page);
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(headings);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Tải bảng (CSV)')]);
    expect(file.suggestedFilename()).toBe('Bản đăng ký của các đơn vị.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.split('\r\n')[0]).toBe(`\uFEFF${headings.join(',')}`);
    expect(
      text
        .split('\r\n')
        .slice(1, -2)
        .map((line) => line.split(',')[0]),
    ).toEqual(['Hội U5', 'Hội U6', 'Hội U7']);
    expect(text).toContain('BẢN MẪU');
    await sees(page, 'Đã tải “Bản đăng ký của các đơn vị.csv”, 3 dòng.');
    const [book] = await Promise.all([page.waitForEvent('download'), press(page, 'Tải bảng (Excel)')]);
    expect(book.suggestedFilename()).toBe('Bản đăng ký của các đơn vị.xlsx');
    const [sheet] = await readWorkbook(new Uint8Array(readFileSync(await book.path())).buffer);
    expect(sheet!.data[0]).toEqual(headings);
    await expectWellMade(page);
  });

  it.each([
    ['a unit sees its own', 'u3.officer', ['Hội U3']],
    ['a leading unit sees those that it examines beside its own', 'u2.head', ['Hội U1', 'Hội U2', 'Hội U3', 'Hội U4']],
    ['the records officer sees none', 'records', []],
  ])('%s', async (_, person, units) => {
    const page = await office.window(bloc, person);
    await office.open(page, bloc, 'registrations');
    await comesTo(() => page.locator('tbody th').allInnerTexts(), units, page);
    await comesTo(() => page.getByRole('button', { name: 'Tổng hợp' }).count(), 0, page);
  });
});

describe('every look', () => {
  it.each([
    ['the list', 'secretary', () => Promise.resolve('registrations'), 'registrations'],
    ['a draft', 'u6.head', async () => `registrations/${(await recordOf('u6')).id}`, 'registration-draft'],
    ['an accepted one', 'u3.head', async () => `registrations/${(await recordOf('u3')).id}`, 'registration-accepted'],
  ])('%s', async (_, person, address, name) => {
    const page = await office.window(bloc, person);
    await office.open(page, bloc, await address());
    await everyLook(page, name);
  });
});
