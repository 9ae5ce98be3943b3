import type { Page } from 'playwright-core';
import { comesTo, focused, press, pressFinally, sees, seesNoMore } from '../support/acting.js';
import { expectWellMade } from '../support/looking.js';
import { openOffice, PHONE, type Office } from '../support/office.js';
import { makeScoredBloc } from '../support/report.js';
import { cardOf, finishSheets, makeCompiledBloc, points, submitSelf } from '../support/scores.js';
import { UNITS } from '../support/small-bloc.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Types as people do, key by key, over what stands there. */
async function type(page: Page, label: RegExp, text: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text, { delay: 30 });
}

describe('a judge types points key by key', () => {
  it.each([
    ['22,75', '22,75'],
    ['22.5', '22,50'],
    ['9', '9,00'],
  ])('%s becomes %s', async (typed, shown) => {
    const slug = `khoi-go-${typed.replace(/\D/g, '')}`;
    const bloc = await makeCompiledBloc(office.world, slug);
    await bloc.setClock('2020-11-13T02:00:00Z');
    for (const unit of UNITS.slice(0, 4)) await submitSelf(bloc, unit, points(3_800, 1_900, 3_700, 100, 0));
    await finishSheets(bloc, 1);
    const page = await office.window(bloc, 'u2.head');
    await office.open(page, bloc, `scorecards/${(await cardOf(bloc, 'u2.head', 'u3')).id}`);
    const field = /^Điểm của ông\/bà, I\.1/;
    await type(page, field, typed);
    await comesTo(() => page.getByLabel(field).inputValue(), typed, page);
    await page.keyboard.press('Tab');
    await comesTo(() => page.getByLabel(field).inputValue(), shown, page);
    await type(page, field, 'chín');
    await page.keyboard.press('Tab');
    await comesTo(() => page.getByLabel(field).inputValue(), 'chín', page);
    await sees(page, 'Nhập một số có nhiều nhất 2 chữ số lẻ');
  });
});

describe('what cannot be taken back', () => {
  it('is asked once more, with what follows: publishing the ranking', async () => {
    const bloc = await makeScoredBloc(office.world, 'khoi-hoi-lai');
    const page = await office.window(bloc, 'secretary', { width: PHONE });
    await office.open(page, bloc, 'ranking');
    await press(page, 'Công bố xếp hạng');
    await sees(page, 'Thứ hạng được khóa; mọi đơn vị đọc được.');
    await comesTo(() => focused(page), 'Công bố xếp hạng năm 2020. Thứ hạng được khóa; mọi đơn vị đọc được.', page);
    await expectWellMade(page);
    await page.keyboard.press('Escape');
    await seesNoMore(page, 'Quay lại');
    await comesTo(() => page.getByText('Mọi đơn vị đọc được', { exact: true }).count(), 0, page);
    // Two quick presses at one place do not both count: the second meets the button that asks.
    await page.getByRole('button', { name: /^Công bố xếp hạng/ }).dblclick();
    await sees(page, 'Quay lại');
    await page.keyboard.press('Escape');
    await pressFinally(page, 'Công bố xếp hạng');
    await sees(page, 'Đã công bố');
  });
});
