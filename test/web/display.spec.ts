import type { Page } from 'playwright-core';
import { comesTo, focused, sees } from '../support/acting.js';
import { expectWellMade, picture } from '../support/looking.js';
import { isThere, LAPTOP, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-03-13T02:00:00Z');
});
afterAll(() => office.close());

const choice = (page: Page, words: string) => page.getByRole('radio', { name: new RegExp(`^${words}`) });
/** The ground of the page and the size of its letters, as they are painted. */
const shown = (page: Page): Promise<readonly [string, string]> =>
  page.evaluate(() => {
    const { backgroundColor, fontSize } = getComputedStyle(document.body);
    return [backgroundColor, fontSize] as const;
  });

const WHITE = 'rgb(255, 255, 255)';
const BLACK = 'rgb(0, 0, 0)';
const LIGHT = 'rgb(246, 247, 248)';
const DARK = 'rgb(16, 23, 29)';

describe('how the pages look', () => {
  it('is chosen on the account page, seen at once, said, and there again when the page is loaded anew', async () => {
    const page = await office.window(bloc, 'u3.head');
    await office.open(page, bloc, '/account');
    expect(await choice(page, 'Theo máy').isChecked()).toBe(true);
    expect(await choice(page, 'Thường').isChecked()).toBe(true);
    expect(await shown(page)).toEqual([LIGHT, '17px']);
    await choice(page, 'Tối').check();
    expect(await shown(page)).toEqual([DARK, '17px']);
    await page.locator('.cdk-live-announcer-element').getByText('Đã đổi màu: Tối.').waitFor({ state: 'attached' });
    await choice(page, 'Rất lớn').check();
    expect(await shown(page)).toEqual([DARK, '25.5px']);
    await page.locator('.cdk-live-announcer-element').getByText('Đã đổi cỡ chữ: Rất lớn.').waitFor({ state: 'attached' });
    await comesTo(async () => (await focused(page)).startsWith('Rất lớn'), true, page);
    expect(await choice(page, 'Rất lớn').evaluate((place) => place.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await page.reload();
    await isThere(page);
    expect(await shown(page)).toEqual([DARK, '25.5px']);
    expect(await choice(page, 'Tối').isChecked()).toBe(true);
    expect(await choice(page, 'Rất lớn').isChecked()).toBe(true);
    await choice(page, 'Tương phản cao, tối').check();
    expect(await shown(page)).toEqual([BLACK, '25.5px']);
    await choice(page, 'Theo máy').check();
    await choice(page, 'Thường').check();
    await page.reload();
    await isThere(page);
    expect(await shown(page)).toEqual([LIGHT, '17px']);
  });

  it('is on the page before the program itself has come, so that nothing shows first in other colours', async () => {
    const page = await office.window(bloc, 'u4.head');
    await office.open(page, bloc, '/account');
    await choice(page, 'Tối').check();
    await choice(page, 'Lớn').check();
    let program = 0;
    await page.route(/\/(main|polyfills|chunk)-[\w-]+\.js$/, (route) => ((program += 1), route.abort()));
    await page.goto('/vi/work', { waitUntil: 'load' });
    expect(program).toBeGreaterThan(0);
    expect(await page.locator('app-shell').innerHTML()).toBe('');
    expect((await shown(page))[0]).toBe(DARK);
  });

  it.each([
    ['Sáng', { dark: true, contrast: true }, LIGHT],
    ['Tương phản cao, sáng', { dark: true }, WHITE],
    ['Tối', { contrast: true }, DARK],
    ['Tương phản cao, tối', {}, BLACK],
  ])('is what was chosen, not what the device asks for: %s', async (words, look, ground) => {
    const page = await office.window(bloc, 'u3.head', look);
    await office.open(page, bloc, '/account');
    await choice(page, words).check();
    expect((await shown(page))[0]).toBe(ground);
  });

  it('shows each choice by a sentence in its own colours and size, whatever the page has', async () => {
    const page = await office.window(bloc, 'u3.head');
    await office.open(page, bloc, '/account');
    const grounds = () =>
      page.locator('.sample').evaluateAll((samples) => samples.map((sample) => getComputedStyle(sample).backgroundColor));
    const sizes = () =>
      page
        .getByText('Đơn vị gửi bản đăng ký trước ngày')
        .evaluateAll((samples) => samples.map((sample) => Math.round(parseFloat(getComputedStyle(sample).fontSize))));
    const all = [LIGHT, LIGHT, DARK, WHITE, BLACK];
    expect([await grounds(), await sizes()]).toEqual([all, [17, 21, 26]]);
    await choice(page, 'Tương phản cao, tối').check();
    await choice(page, 'Rất lớn').check();
    expect([await grounds(), await sizes()]).toEqual([all, [17, 21, 26]]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await grounds()).toEqual([DARK, ...all.slice(1)]);
  });

  it('is for the screen: what is printed stays dark on white', async () => {
    const page = await office.window(bloc, 'u3.head');
    await office.open(page, bloc, '/account');
    const heading = () => page.getByRole('heading', { name: 'Tài khoản' }).evaluate((place) => getComputedStyle(place).color);
    const card = () =>
      page
        .locator('.card')
        .first()
        .evaluate((place) => getComputedStyle(place).backgroundColor);
    for (const words of ['Tối', 'Tương phản cao, tối']) {
      await page.emulateMedia({ media: 'screen' });
      await choice(page, words).check();
      await page.emulateMedia({ media: 'print' });
      expect([await heading(), await card()]).toEqual([BLACK, WHITE]);
    }
  });
});

/** Texts that stand a letter or two to a line, since what is beside them takes the width. */
const squeezed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h2, h3, p)')]
      .filter(({ offsetWidth, offsetHeight }) => offsetWidth > 1 && offsetHeight > 4 * offsetWidth)
      .map(({ innerText }) => innerText),
  );

describe('in each of the looks', () => {
  it.each([
    ['Theo máy', 'device'],
    ['Sáng', 'light'],
    ['Tối', 'dark'],
    ['Tương phản cao, sáng', 'contrast-light'],
    ['Tương phản cao, tối', 'contrast-dark'],
  ])('My work and the account page are well made, in the largest letters too: %s', async (words, name) => {
    const page = await office.window(bloc, 'u3.head', { width: PHONE });
    await office.open(page, bloc, '/account');
    await choice(page, words).check();
    for (const [size, width] of [
      ['Thường', LAPTOP],
      ['Rất lớn', PHONE],
      ['Rất lớn', TABLET],
      ['Rất lớn', LAPTOP],
    ] as const) {
      await page.setViewportSize({ width, height: width === PHONE ? 844 : 900 });
      await choice(page, size).check();
      await expectWellMade(page);
      expect(await squeezed(page)).toEqual([]);
      if (size === 'Rất lớn') await picture(page, `account-${name}-larger`);
      await office.open(page, bloc, '/work');
      await sees(page, 'Năm thi đua 2020');
      await expectWellMade(page);
      expect(await squeezed(page)).toEqual([]);
      if (size === 'Rất lớn') await picture(page, `work-${name}-larger`);
      await office.open(page, bloc, '/account');
    }
  });
});
