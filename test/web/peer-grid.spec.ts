import type { Page } from 'playwright-core';
import { comesTo, focused, named, press, sees, seesNoMore } from '../support/acting.js';
import { expectWellMade, picture } from '../support/looking.js';
import { isThere, LAPTOP, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';

/* The grid in which a unit scores its peers: what is sent, what is saved, and what the last day ends. */
let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeCompiledBloc(office.world, 'khoi-cham');
  await bloc.setClock('2020-11-13T02:00:00Z');
  for (const unit of UNITS) await submitSelf(bloc, unit, points(3_900, 1_900, 3_800, 100, 0));
});
afterAll(() => office.close());

/** A sheet that is written and not sent. */
async function fill(rater: string, unit: string, scores = points(3_700, 1_800, 3_600, 100, 0)): Promise<void> {
  const sheet = await sheetOf(bloc, rater, unit);
  done(await (await bloc.person(`${rater}.officer`)).put(sheetPath(bloc, sheet), { version: sheet.version, scores }));
}
const stateOf = async (rater: string, unit: string) => (await sheetOf(bloc, rater, unit)).state;
const cellOf = (page: Page, unit: string, item: string) => page.getByLabel(new RegExp(`^Hội ${unit}, ${item} `));
const given = async (rater: string, unit: string, item: string) =>
  (await sheetOf(bloc, rater, unit)).scores.find((score) => score.item === item)?.points;
const announced = (page: Page) => page.locator('.cdk-live-announcer-element').innerText();

/** Two taps of one finger at one place, as an impatient hand gives them. */
async function tapTwice(page: Page, words: string): Promise<void> {
  const button = named(page, words);
  await button.scrollIntoViewIfNeeded();
  const box = (await button.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.touchscreen.tap(x, y);
  await page.waitForTimeout(350);
  await page.touchscreen.tap(x, y);
}

describe('sending a sheet', () => {
  it('two taps at one place send nothing unasked, and never another unit’s sheet', async () => {
    for (const unit of ['u1', 'u2', 'u3']) await fill('u4', unit);
    const page = await office.window(bloc, 'u4.head', { width: PHONE });
    await office.open(page, bloc, 'scorecards/peer');
    await page.getByRole('radio', { name: /Hội U3/ }).check();
    await tapTwice(page, 'Gửi phiếu chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await page.waitForTimeout(1_000);
    expect(await Promise.all(['u1', 'u2', 'u3'].map((unit) => stateOf('u4', unit)))).toEqual(['draft', 'draft', 'draft']);
    await sees(page, '37,00 / 40,00');
    await expectWellMade(page);
    await tapTwice(page, 'Gửi phiếu chấm');
    await sees(page, 'Đã gửi phiếu chấm Hội U3');
    await comesTo(() => announced(page), 'Đã gửi phiếu chấm Hội U3', page);
    await sees(page, 'chậm nhất hết ngày 25/11/2020');
    await comesTo(() => page.getByRole('radio', { name: /Hội U3/ }).isChecked(), true, page);
    await picture(page, 'sheet-sent', false);
    await expectWellMade(page);
    expect(await Promise.all(['u1', 'u2', 'u3'].map((unit) => stateOf('u4', unit)))).toEqual(['draft', 'draft', 'submitted']);
  });

  it('the next unit is taken up by choice, and Back does not send or ask again', async () => {
    const page = await office.window(bloc, 'u4.head', { width: PHONE });
    await office.open(page, bloc, `scorecards/peer/${(await sheetOf(bloc, 'u4', 'u1')).id}`);
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Đã gửi phiếu chấm Hội U1');
    await comesTo(() => focused(page), 'Đã gửi phiếu chấm Hội U1', page);
    await press(page, 'Chấm tiếp Hội U2');
    await comesTo(() => page.getByRole('radio', { name: /Hội U2/ }).isChecked(), true, page);
    await comesTo(() => page.getByRole('heading', { name: 'Đã gửi phiếu chấm' }).count(), 0, page);
    await page.goBack();
    await comesTo(() => page.getByRole('radio', { name: /Hội U1/ }).isChecked(), true, page);
    await comesTo(() => page.getByRole('button', { name: 'Gửi phiếu chấm' }).count(), 0, page);
  });
});

describe('a value that cannot be', () => {
  it('holds nothing else up: the rest is saved, it is named as not saved, and it stays on this device', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, 'scorecards/peer');
    await cellOf(page, 'U1', 'I\\.1').fill('50');
    await cellOf(page, 'U1', 'I\\.2').fill('18,5');
    await cellOf(page, 'U2', 'I\\.1').fill('36');
    await cellOf(page, 'U2', 'I\\.2').focus();
    await sees(page, 'Chưa lưu I.1');
    await sees(page, 'chưa lưu I.1');
    await comesTo(() => given('u3', 'u1', 'I.2'), 1_850, page);
    await comesTo(() => given('u3', 'u2', 'I.1'), 3_600, page);
    expect(await given('u3', 'u1', 'I.1')).toBeUndefined();
    await expectWellMade(page);
    await page.reload();
    await isThere(page);
    await comesTo(() => cellOf(page, 'U1', 'I\\.1').inputValue(), '50,00', page);
    await sees(page, 'Chưa lưu I.1');
  });

  it('letters erase nothing that is saved; an emptied field does', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, 'scorecards/peer');
    await cellOf(page, 'U2', 'I\\.1').fill('ba sáu');
    await cellOf(page, 'U2', 'II\\.1').fill('35');
    await cellOf(page, 'U2', 'II\\.1').blur();
    await comesTo(() => given('u3', 'u2', 'II.1'), 3_500, page);
    expect(await given('u3', 'u2', 'I.1')).toBe(3_600);
    await sees(page, 'Chưa lưu I.1');
    await cellOf(page, 'U2', 'I\\.1').fill('');
    await cellOf(page, 'U2', 'I\\.1').blur();
    await comesTo(() => given('u3', 'u2', 'I.1'), undefined, page);
    await seesNoMore(page, 'Chưa lưu I.1');
  });

  it('is named when the head sends, with a way to its cell; on a phone its sentence wraps in the card', async () => {
    const page = await office.window(bloc, 'u3.head', { width: PHONE });
    await office.open(page, bloc, `scorecards/peer/${(await sheetOf(bloc, 'u3', 'u4')).id}`);
    await fill('u3', 'u4');
    await page.reload();
    await isThere(page);
    await cellOf(page, 'U4', 'I\\.1').fill('400');
    await cellOf(page, 'U4', 'I\\.1').blur();
    await sees(page, '400,00 vượt mức tối đa 40,00');
    const [cell, name] = [await cellOf(page, 'U4', 'I\\.1').boundingBox(), await page.getByText('Chỉ tiêu đã đăng ký').boundingBox()];
    expect(cell!.x + cell!.width).toBeLessThanOrEqual(PHONE);
    expect(name!.width).toBeGreaterThan(120);
    await picture(page, 'sheet-wrong');
    await expectWellMade(page);
    await press(page, 'Gửi phiếu chấm');
    await press(page, 'Hội U4, I.1: 400,00 vượt mức tối đa 40,00, chưa lưu');
    expect(await focused(page)).toContain('Hội U4, I.1');
    await cellOf(page, 'U4', 'I\\.1').fill('38');
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await sees(page, '38,00 / 40,00');
  });
});

describe('the grid in every width', () => {
  it.each([PHONE, TABLET, LAPTOP])('at %i px', async (width) => {
    const page = await office.window(bloc, 'u1.head', { width });
    await office.open(page, bloc, 'scorecards/peer');
    await picture(page, 'sheet-grid');
    await expectWellMade(page);
  });
});

describe('after the last day of peer scoring', () => {
  it('what is typed while the day ends is refused by name, and the page says that the sheet was not sent', async () => {
    const page = await office.window(bloc, 'u2.officer');
    await office.open(page, bloc, 'scorecards/peer');
    const cell = cellOf(page, 'U1', 'I\\.1');
    await cell.fill('36');
    await bloc.setClock('2020-11-26T02:00:00Z');
    await cell.blur();
    await sees(page, 'Đã hết hạn chấm chéo.');
    await comesTo(() => page.locator('main input:not([type=radio])').count(), 0, page);
  });

  it('the grid is read only and plain about it, and there is no work of it left', async () => {
    const page = await office.window(bloc, 'u2.head', { width: PHONE });
    await office.open(page, bloc, 'scorecards/peer');
    await sees(page, 'Phiếu chấm Hội U1, Hội U3, Hội U4 chưa gửi nên không được tính');
    await sees(page, 'Không gửi, đã hết hạn');
    const words = await page.locator('main').innerText();
    expect(words).not.toMatch(/niêm phong|chưa có điểm|Đã lưu|Gửi phiếu chấm/);
    await comesTo(() => page.locator('main input:not([type=radio])').count(), 0, page);
    await picture(page, 'sheets-over');
    await expectWellMade(page);
    await office.open(page, bloc, '/work');
    await comesTo(() => page.getByText(/^(Chấm|Gửi phiếu chấm): /).count(), 0, page);
  });
});
