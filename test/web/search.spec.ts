import { focused, press, sees, write } from '../support/acting.js';
import { everyLook, expectWellMade, lowLinks } from '../support/looking.js';
import { isThere, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { makeFrozenBloc } from '../support/report.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { PASSWORD } from '../support/world.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeFrozenBloc(office.world, 'khoi-tim-kiem');
}, 120_000);
afterAll(() => office.close());

const FIELD = 'Tìm đơn vị, văn bản, chỉ tiêu';

describe('by keyboard alone', () => {
  it('one comes to the field from any page, types without marks, and opens the first result', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '/work');
    await page.keyboard.press('Control+k');
    expect(await focused(page)).toBe(FIELD);
    await page.keyboard.type('hoi u5');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=hoi%20u5');
    await isThere(page);
    expect(await focused(page)).toBe('Tìm kiếm');
    expect(await page.title()).toBe('Tìm kiếm · “hoi u5” · Thi Đua');
    await sees(page, /Tìm thấy \d+ kết quả cho “hoi u5”\./);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Hội U5 tỉnh Bắc Giang');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/2020#[0-9a-f-]{36}$/);
    await isThere(page);
    expect(await focused(page)).toBe('Hội U5 tỉnh Bắc Giang');
    await page.context().close();
  });

  it('Control and K lead to the page’s own field too, with what was looked for selected, and take nothing else', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, 'search?q=hoi');
    await page.keyboard.press('Control+k');
    expect(await focused(page)).toBe('Từ cần tìm');
    await page.keyboard.type('bao cao /k K');
    expect(await page.getByLabel('Từ cần tìm').inputValue()).toBe('bao cao /k K');
    await page.context().close();
  });
});

describe('what is looked for', () => {
  it('stands in the address: it survives a reload, the other language and signing in', async () => {
    const page = await office.stranger();
    await page.goto(`/vi/${bloc.bloc}/2020/search?q=h%E1%BB%99i%20vi%C3%AAn`);
    await write(page, 'E-mail', `u3.officer@${bloc.bloc}.example`);
    await write(page, 'Mật khẩu', PASSWORD);
    await press(page, 'Đăng nhập');
    await page.waitForURL('**/search?q=**');
    await sees(page, /kết quả cho “hội viên”/);
    await page.reload();
    await sees(page, /kết quả cho “hội viên”/);
    await press(page, 'English');
    await sees(page, /results for “hội viên”/);
    await page.context().close();
  });

  it('is marked in groups with headings, and how much was found is said', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, 'search?q=hoi+vien+u3');
    await sees(page, /kết quả cho “hoi vien u3”/);
    expect(await page.getByRole('status').filter({ hasText: 'Tìm thấy' }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Đăng ký, chỉ tiêu (1)',
      'Báo cáo, số liệu, khen thưởng (1)',
    ]);
    const found = page.getByRole('region', { name: /^Báo cáo/ });
    expect(await found.locator('a mark').allInnerTexts()).toEqual(['Hội', 'U3']);
    expect(await found.locator('p').first().innerText()).toMatch(/^Hội viên mới của Hội U3: trên 122\s+người/);
    await everyLook(page, 'search');
    await page.context().close();
  });

  it('and is not there is said with where it was searched and what else to try; too little asks for more', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, 'search');
    await expectWellMade(page);
    await write(page, 'Từ cần tìm', 'x');
    await press(page, 'Tìm');
    await sees(page, 'Gõ ít nhất 2 chữ.');
    await write(page, 'Từ cần tìm', 'xyz không có');
    await page.getByLabel('Từ cần tìm').press('Enter');
    await sees(page, 'Không tìm thấy gì cho “xyz không có”.');
    expect(await focused(page)).toBe('Từ cần tìm');
    await sees(page, 'Đã tìm ở đâu');
    expect(await page.locator('.hints li').count()).toBe(2);
    await everyLook(page, 'search-none');
    await page.context().close();
  });
});

describe('on narrow windows', () => {
  it.each([PHONE, TABLET])('at %i px the bar leads to the page, to its field; results are high enough for a thumb', async (width) => {
    const page = await office.window(bloc, 'u3.officer', { width });
    await office.open(page, bloc, '/work');
    await expectWellMade(page);
    await press(page, 'Tìm kiếm');
    await page.waitForURL('**/search#search-box');
    expect(await focused(page)).toBe('Từ cần tìm');
    await page.keyboard.type('hoi');
    await page.keyboard.press('Enter');
    await sees(page, /kết quả cho “hoi”/);
    expect(await lowLinks(page)).toEqual([]);
    await expectWellMade(page);
    await office.open(page, bloc, '/work');
    await page.keyboard.press('Control+k');
    await page.waitForURL('**/search#search-box');
    expect(await focused(page)).toBe('Từ cần tìm');
    await page.context().close();
  });
});
