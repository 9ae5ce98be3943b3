import { handbookPages } from '@thidua/workflows/handbook/handbook.words';
import type { Page } from 'playwright-core';
import { focused, press, sees, tabTo } from '../support/acting.js';
import { everyLook, expectWellMade, lowLinks } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { shiftsOf, watchShifts } from '../support/page-faults.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
}, 120_000);
afterAll(() => office.close());

/** Where the free window begins, in pixels below its upper edge. */
const BELOW_BAR = 60;
const topOf = (page: Page, words: string): Promise<number> =>
  page.getByRole('heading', { name: words }).evaluate((heading) => heading.getBoundingClientRect().top);

describe('the handbook within the program', () => {
  it('is led to from every page, last in the menu, and begins with the reader’s own page', async () => {
    const page = await office.window(bloc, 'u3.officer');
    for (const address of ['/work', '/account', 'registrations', 'search']) {
      await office.open(page, bloc, address);
      expect(await page.locator('app-main-menu a').last().innerText()).toBe('Sổ tay');
    }
    await press(page, 'Sổ tay');
    await page.waitForURL('**/vi/handbook');
    await isThere(page);
    expect(await focused(page)).toBe('Sổ tay theo chức danh');
    expect(await page.getByRole('navigation', { name: 'Trang dành cho ông/bà' }).getByRole('link').allInnerTexts()).toEqual([
      'Sổ tay cán bộ phụ trách của đơn vị',
    ]);
    await everyLook(page, 'handbook');
    await page.context().close();
  });

  it('is led to from the account menu too, and from the sign-in page by whoever cannot get in', async () => {
    const page = await office.window(bloc, 'u1.head', { width: PHONE });
    await office.open(page, bloc, 'registrations');
    await press(page, 'Tài khoản');
    await page.locator('#account-panel').getByRole('link', { name: 'Sổ tay' }).click();
    await page.waitForURL('**/vi/handbook');
    const own = page.getByRole('navigation', { name: 'Trang dành cho ông/bà' }).getByRole('link');
    await own.first().waitFor();
    expect((await own.allInnerTexts()).at(-1)).toBe('Sổ tay lãnh đạo đơn vị');
    await page.context().close();
    const stranger = await office.stranger({ width: PHONE });
    await stranger.goto('/vi/sign-in');
    await press(stranger, 'Sổ tay');
    await stranger.waitForURL('**/vi/handbook');
    await isThere(stranger);
    await sees(stranger, 'Lần đầu vào chương trình');
    await expectWellMade(stranger);
    await stranger.context().close();
  });

  it('goes from page to page and to the parts of a page by keyboard, without loading the program anew', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '/handbook');
    await page.evaluate(() => Object.assign(window, { sameProgram: true }));
    await tabTo(page, 'Lãnh đạo đơn vị');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vi/handbook/lanh-dao-don-vi');
    await isThere(page);
    expect(await focused(page)).toBe('Sổ tay lãnh đạo đơn vị');
    expect(await page.title()).toBe('Sổ tay · Sổ tay lãnh đạo đơn vị · Thi Đua');
    for (const turn of [1, 2]) {
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole('navigation', { name: 'Trong trang này' }).getByRole('link').nth(1).focus();
      const part = await focused(page);
      await page.keyboard.press('Enter');
      await page.waitForFunction((part) => document.activeElement?.textContent === part, part);
      expect({ turn, below: (await topOf(page, part)) >= BELOW_BAR, on: page.url().includes('#2-') }).toEqual({
        turn,
        below: true,
        on: true,
      });
    }
    expect(await page.evaluate(() => 'sameProgram' in window)).toBe(true);
    await page.context().close();
  });

  it('opens at the part that a link names, after signing in or reloading', async () => {
    const page = await office.stranger();
    await page.goto('/vi/handbook/can-bo-phu-trach#2-tu-cham');
    await isThere(page);
    expect(await focused(page)).toBe('2. Tự chấm');
    expect(await topOf(page, '2. Tự chấm')).toBeGreaterThanOrEqual(BELOW_BAR);
    await page.context().close();
  });

  it('says in English that it is written in Vietnamese, and marks the text so for who hears it', async () => {
    const page = await office.window(bloc, 'u3.officer', { language: 'en' });
    await office.open(page, bloc, '/handbook/truong-nhom');
    await sees(page, 'The handbook is written in Vietnamese.');
    expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('vi');
    expect(await page.getByRole('article').getAttribute('lang')).toBe('vi');
    await page.context().close();
  });

  it('shows its pictures with their size known before they come, so that nothing moves, and keeps them', async () => {
    const page = await office.stranger({ width: PHONE });
    await watchShifts(page);
    const kept: (string | undefined)[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('.png')) kept.push(answer.headers()['cache-control']);
    });
    await page.goto('/vi/handbook/can-bo-phu-trach');
    await isThere(page);
    const pictures = page.getByRole('article').getByRole('img');
    for (const picture of await pictures.all())
      expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0 && img.alt.length > 10))).toBe(
        true,
      );
    expect(await shiftsOf(page)).toEqual([]);
    expect(kept).toEqual(Array(await pictures.count()).fill('public, max-age=31536000, immutable'));
    expect(await lowLinks(page)).toEqual([]);
    await everyLook(page, 'handbook-page');
    await page.context().close();
  });

  it.each(Object.keys(handbookPages))('prints %s on at most two sheets, without what leads elsewhere', async (address) => {
    const page = await office.stranger();
    await page.goto(`/vi/handbook/${address}`);
    await isThere(page);
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(sheets.match(/\/Type\s*\/Page\b(?!s)/g)!.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    await page.context().close();
  });

  it('says of a page that it does not have, and leads to the first', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '/handbook/quan-sat');
    await sees(page, 'Sổ tay không có trang này.');
    await expectWellMade(page);
    await press(page, 'Mở trang đầu của sổ tay');
    await page.waitForURL('**/vi/handbook');
    await page.context().close();
  });
});
