import type { Page } from 'playwright-core';
import { comesTo, focused, press, sees, tabTo, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade } from '../support/looking.js';
import { openOffice, PHONE, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { PASSWORD } from '../support/world.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-03-13T02:00:00Z');
});
afterAll(() => office.close());

const fillIn = async (page: Page, email: string, password: string): Promise<void> => {
  await write(page, 'E-mail', email);
  await write(page, 'Mật khẩu', password);
  await press(page, 'Đăng nhập');
};

describe('signing in', () => {
  it('leads to the page that was asked for', async () => {
    const page = await office.stranger();
    await office.open(page, bloc, 'registrations?state=draft');
    await fillIn(page, 'u3.officer@khoi-nho.example', PASSWORD);
    await sees(page, 'Đăng ký danh hiệu và chỉ tiêu');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/vi/khoi-nho/2020/registrations?state=draft');
  });

  it('names what is missing, leads to the field, and never says which half was wrong', async () => {
    const page = await office.stranger({ width: PHONE });
    await office.open(page, bloc, '/sign-in');
    expect(await focused(page)).toBe('E-mail');
    await press(page, 'Đăng nhập');
    await sees(page, 'Có 2 điều cần sửa');
    expect(await page.title()).toMatch(/^Lỗi: /);
    await expectWellMade(page);
    await press(page, 'Nhập mật khẩu.');
    expect(await focused(page)).toBe('Mật khẩu');
    const refusals: string[] = [];
    for (const [email, password] of [
      ['u3.officer@khoi-nho.example', 'không phải mật khẩu này'],
      ['khong.ai@khoi-nho.example', PASSWORD],
    ] as const) {
      await fillIn(page, email, password);
      await sees(page, 'E-mail hoặc mật khẩu không đúng');
      refusals.push(await page.getByRole('alert').innerText());
    }
    expect(refusals[0]).toBe(refusals[1]);
  });

  it('is readable in every look', async () => {
    const page = await office.stranger();
    await office.open(page, bloc, '/sign-in');
    await everyLook(page, 'sign-in');
  });
});

describe('my work', () => {
  it('is readable in every look', async () => {
    const page = await office.window(bloc, 'u1.head');
    await office.open(page, bloc, '/work');
    await everyLook(page, 'work');
  });
});

describe('the frame', () => {
  it('keeps the place when the language changes', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'registrations');
    await press(page, 'English');
    await sees(page, 'My work');
    expect(new URL(page.url()).pathname).toBe('/en/khoi-nho/2020/registrations');
    await comesTo(() => page.getAttribute('html', 'lang'), 'en', page);
  });

  it('leads by keyboard alone past the menu to the content, and out', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '/work');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, 'Chuyên viên');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Đăng xuất');
    await page.keyboard.press('Enter');
    await sees(page, 'Dùng e-mail mà Hội đồng');
    await office.open(page, bloc, '/work');
    expect(await wordsOf(page)).toContain('Đăng nhập');
  });

  it('is told where the server could not be told that they sign out: the session may still be open', async () => {
    const page = await office.window(bloc, 'u4.officer');
    await office.open(page, bloc, '/work');
    await page.route('**/api/session', (route) => (route.request().method() === 'DELETE' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: /Chuyên viên/ }).click();
    await press(page, 'Đăng xuất');
    await sees(page, 'Chưa báo được cho máy chủ');
    await expectWellMade(page);
  });
});
