import type { Page } from 'playwright-core';
import { comesTo, focused, press, sees, seesNoMore, wordsOf } from '../support/acting.js';
import { expectWellMade, picture } from '../support/looking.js';
import { isThere, LAPTOP, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { cardOf, cardPath, done, finishSheets, makeCompiledBloc, points, submitSelf, submitSheet } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';

/* The page on which scores are compared and judged: two judges at once, late units, and what a reader is told. */
let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeCompiledBloc(office.world, 'khoi-xet');
  await bloc.setClock('2020-11-13T02:00:00Z');
  for (const unit of UNITS) await submitSelf(bloc, unit, points(3_900, 1_900, 3_800, 100, 0));
  for (const [rater, given] of [
    ['u1', 3_700],
    ['u2', 3_720],
    ['u4', 3_900],
  ] as const)
    await submitSheet(bloc, rater, 'u3', points(given, 1_900, 3_700, 100, 0));
  for (const group of [1, 2]) await finishSheets(bloc, group);
});
afterAll(() => office.close());

const openCard = async (page: Page, unit: string, at = bloc): Promise<void> =>
  office.open(page, at, `scorecards/${(await cardOf(at, `${unit}.head`, unit)).id}`);
const REASON = 'Thiếu danh sách hội viên của hai huyện.';

describe('two judges on one card', () => {
  it('whoever comes second keeps every word, and is told who was first', async () => {
    const second = await office.window(bloc, 'u2.head');
    await openCard(second, 'u3');
    await second.getByLabel(/^Điểm của ông\/bà, I\.1/).fill('35');
    await second.getByLabel('Lý do điểm khác ở I.1').fill(REASON);
    await second.getByLabel(/^Nhận xét chung/).fill('Hồ sơ nộp đủ.');
    const first = await office.window(bloc, 'u2.head');
    await openCard(first, 'u3');
    await press(first, 'Thống nhất điểm');
    await sees(first, 'Đã thống nhất điểm của Hội U3');
    await press(second, 'Thống nhất điểm');
    await sees(second, 'Có người vừa chuyển bước bảng điểm này');
    await comesTo(() => focused(second), 'Có người vừa chuyển bước bảng điểm này', second);
    await sees(second, /Hội U2 \(Người u2\.head\): Thống nhất điểm · 13\/11\/2020/);
    await sees(second, `I.1: 35,00 · ${REASON}`);
    await sees(second, 'Nhận xét chung: Hồ sơ nộp đủ.');
    await picture(second, 'judged-meanwhile');
    await expectWellMade(second);
    await second.reload();
    await isThere(second);
    await sees(second, 'Còn phần đã gõ mà chưa gửi');
    await sees(second, `I.1: 35,00 · ${REASON}`);
    await press(second, 'Bỏ phần đã gõ');
    await seesNoMore(second, REASON);
  });

  it('a verifier whose card was returned meanwhile keeps what was written too', async () => {
    const page = await office.window(bloc, 'u1.head');
    await openCard(page, 'u3');
    await page.getByLabel(/^Điểm của ông\/bà, II\.1/).fill('30');
    await page.getByLabel('Lý do điểm khác ở II.1').fill(REASON);
    const card = await cardOf(bloc, 'u1.head', 'u3');
    const event = { type: 'return', version: card.version, reason: 'Đề nghị xem lại phần thi đua.' };
    done(await (await bloc.person('u1.head')).event(cardPath(bloc, card), event));
    await press(page, 'Thẩm định');
    await sees(page, /Hội U1 \(Người u1\.head\): Trả lại/);
    await sees(page, `II.1: 30,00 · ${REASON}`);
    await sees(page, 'Hội U1 trả lại, chờ Hội U2 thống nhất lại điểm');
  });
});

describe('a value that cannot be', () => {
  it('is named to the judge before anything is sent: letters are no agreement, nor is more than the maximum', async () => {
    const page = await office.window(bloc, 'u2.head');
    await openCard(page, 'u1');
    await page.getByLabel(/^Điểm của ông\/bà, I\.1/).fill('41');
    await page.getByLabel(/^Điểm của ông\/bà, I\.2/).fill('mười');
    await press(page, 'Thống nhất điểm');
    await sees(page, 'I.1: 41,00 vượt mức tối đa 40,00');
    await press(page, 'I.2: không phải là một số');
    expect(await focused(page)).toContain('I.2 Tổ chức hội');
    await comesTo(() => page.getByLabel(/^Điểm của ông\/bà, I\.2/).inputValue(), 'mười', page);
  });
});

describe('a card in every width', () => {
  it.each([PHONE, TABLET])('at %i px each section says what it comes to, and the reason has several lines', async (width) => {
    const page = await office.window(bloc, 'u2.head', { width });
    await openCard(page, 'u4');
    const section = page.getByRole('row', { name: /Nhiệm vụ chuyên môn/ });
    await comesTo(() => section.locator('[data-heading="Cộng theo trung bình"]').isVisible(), true, page);
    await page.getByLabel(/^Điểm của ông\/bà, I\.1/).fill('30');
    expect(await page.getByLabel('Lý do điểm khác ở I.1').evaluate((field) => field.tagName)).toBe('TEXTAREA');
    await picture(page, 'card-judged');
    await expectWellMade(page);
  });

  it('on a laptop the sums of middles are called so, and the marks of the spread stand apart', async () => {
    const page = await office.window(bloc, 'u3.head', { width: LAPTOP });
    await openCard(page, 'u3');
    await comesTo(async () => (await page.getByRole('row', { name: /^Cộng/ }).innerText()).includes('Cộng theo trung bình'), true, page);
    expect(await wordsOf(page)).not.toMatch(/Trưởng nhóm/i);
    const strip = page.locator('app-range-strip svg').first();
    expect((await strip.boundingBox())!.width).toBeGreaterThanOrEqual(140);
    const circles = await strip
      .locator('circle')
      .evaluateAll((found) => found.map((circle) => ['cx', 'cy', 'r'].map((name) => Number(circle.getAttribute(name)))));
    expect(circles).toHaveLength(3);
    for (const [at, [x, y, r]] of circles.entries())
      for (const [otherX, otherY] of circles.slice(at + 1)) expect(Math.hypot(x! - otherX!, y! - otherY!)).toBeGreaterThanOrEqual(2 * r!);
    await picture(page, 'card-compared');
  });

  it('without colours the chosen unit among the group’s has an edge of its own', async () => {
    const page = await office.window(bloc, 'u3.head');
    await openCard(page, 'u3');
    await page.emulateMedia({ forcedColors: 'active' });
    const edges = await page
      .locator('app-group-cards a')
      .evaluateAll((found) => found.map((card) => getComputedStyle(card).borderTopWidth));
    expect(edges.filter((edge) => edge === '4px')).toHaveLength(1);
    await picture(page, 'card-forced-colours', false);
  });

  it('the history says the change first, then its reason', async () => {
    const card = await cardOf(bloc, 'u2.head', 'u4');
    const scores = [{ item: 'I.1', points: 3_000, reason: REASON }];
    done(await (await bloc.person('u2.head')).event(cardPath(bloc, card), { type: 'review', version: card.version, scores, comment: '' }));
    const page = await office.window(bloc, 'u4.head');
    await openCard(page, 'u4');
    await sees(page, /I\.1: 37,\d\d thành 30,00/);
    await sees(page, `Lý do: ${REASON}`);
    expect(await wordsOf(page)).not.toContain('.:');
    await sees(page, 'Hội U2 đã thống nhất, chờ Hội U1 thẩm định');
  });
});

describe('a unit that is late for its peers', () => {
  it('is told before it sends and after, and nobody is told of a seal that has ended', async () => {
    const late = await makeCompiledBloc(office.world, 'khoi-tre');
    await late.setClock('2020-11-26T02:00:00Z');
    const reviewer = await office.window(late, 'u2.head');
    await openCard(reviewer, 'u3', late);
    await sees(reviewer, 'Đã hết hạn chấm chéo (25/11/2020) mà đơn vị chưa gửi điểm tự chấm.');
    expect(await wordsOf(reviewer)).not.toContain('niêm phong');
    const card = await cardOf(late, 'u3.officer', 'u3');
    const scores = points(3_900, 1_900, 3_800, 100, 0);
    done(await (await late.person('u3.officer')).put(cardPath(late, card), { version: card.version, scores }));
    const officer = await office.window(late, 'u3.officer', { width: PHONE });
    await office.open(officer, late, `scorecards/${card.id}/self`);
    await sees(officer, 'Các đơn vị không chấm nữa, điểm tự chấm không được tính');
    await expectWellMade(officer);
    const page = await office.window(late, 'u3.head', { width: PHONE });
    await office.open(page, late, `scorecards/${card.id}/self`);
    await sees(page, 'các đơn vị không chấm nữa, điểm tự chấm không được tính; Hội U2 chấm từng tiêu chí');
    await seesNoMore(page, 'các đơn vị cùng nhóm chấm chéo, niêm phong');
    await picture(page, 'self-late');
    await press(page, 'Gửi tự chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await press(page, 'Gửi tự chấm');
    await sees(page, 'Đang chờ Hội U2 thống nhất điểm');
    await sees(page, 'Đơn vị gửi tự chấm sau khi hết hạn chấm chéo (25/11/2020) nên không có điểm của các đơn vị khác');
    await picture(page, 'card-late');
    await expectWellMade(page);
  });
});
