import type { Page } from 'playwright-core';
import { comesTo, focused, isSaved, press, pressFinally, pressOff, sees, seesNoMore, tabTo, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { cardOf, finishScores, finishSheets, makeCompiledBloc, points, sheetOf, submitSelf, submitSheet } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeCompiledBloc(office.world, 'khoi-nho');
  await bloc.setClock('2020-11-13T02:00:00Z');
});
afterAll(() => office.close());

/** Points whose digits stand nowhere else on any page. */
const SECRET = points(3_113, 1_717, 3_311, 131, 17);
const SECRET_WORDS = /31[.,]13|17[.,]17|33[.,]11|1[.,]31|0[.,]17|3113|1717|3311/;
const openCard = async (page: Page, unit: string, below = ''): Promise<void> =>
  office.open(page, bloc, `scorecards/${(await cardOf(bloc, `${unit}.head`, unit)).id}${below}`);

describe('a unit scores itself', () => {
  it('an officer finds it in the work that waits; points take a comma or a point, save themselves and are never 0 by themselves', async () => {
    const page = await office.window(bloc, 'u3.officer', { width: PHONE });
    await office.open(page, bloc, '/work');
    await press(page, 'Tự chấm: Hội U3');
    await sees(page, 'Đã chấm 0 trên 5 tiêu chí');
    await write(page, 'I.1 Chỉ tiêu đã đăng ký', '38,5');
    await write(page, 'I.2 Tổ chức hội', '19.25');
    await page.getByLabel('I.2 Tổ chức hội').blur();
    await isSaved(page);
    await comesTo(() => page.getByLabel('I.1 Chỉ tiêu đã đăng ký').inputValue(), '38,50', page);
    await sees(page, 'Đã chấm 2 trên 5 tiêu chí');
    await sees(page, '57,75 / 60,00');
    await comesTo(() => page.getByLabel('II.1 Phong trào').inputValue(), '', page);
  });

  it('points above the maximum stay as typed and say what is allowed', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await openCard(page, 'u3', '/self');
    await write(page, 'V.1 Khen của trung ương', '5,01');
    await page.getByLabel('V.1 Khen của trung ương').blur();
    await sees(page, 'vượt mức tối đa 5,00');
    await comesTo(() => page.getByLabel('V.1 Khen của trung ương').inputValue(), '5,01', page);
    await comesTo(() => page.getByLabel('V.1 Khen của trung ương').getAttribute('aria-invalid'), 'true', page);
    await expectWellMade(page);
  });

  it('the head is led to each criterion that is missing, and sends', async () => {
    const page = await office.window(bloc, 'u3.head');
    await openCard(page, 'u3', '/self');
    await press(page, 'Gửi tự chấm');
    await sees(page, /Có [34] điều cần sửa/);
    await press(page, 'II.1 Phong trào: chưa trả lời');
    expect(await focused(page)).toContain('II.1 Phong trào');
    await page.keyboard.type('37');
    await write(page, 'V.1 Khen của trung ương', '1');
    await write(page, 'VI.1 Nộp chậm', '0');
    await page.getByLabel('VI.1 Nộp chậm').blur();
    await isSaved(page);
    await press(page, 'Gửi tự chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await sees(page, '38,50 / 40,00');
    await expectWellMade(page);
    await press(page, 'Gửi tự chấm');
    await sees(page, 'Đã gửi điểm tự chấm của Hội U3');
    await comesTo(() => focused(page), 'Đã gửi điểm tự chấm của Hội U3', page);
    await sees(page, 'Các đơn vị cùng nhóm chấm chéo, niêm phong');
    await sees(page, '0 trên 3 đơn vị đã gửi');
    await comesTo(() => page.locator('.cdk-live-announcer-element').innerText(), 'Đã gửi điểm tự chấm của Hội U3', page);
    await page.goBack();
    await sees(page, /Đã gửi lúc \d\d\/\d\d\/2020/);
    await seesNoMore(page, /Đã chấm|chưa gửi/);
    await press(page, 'Xem ở trang so sánh điểm');
    await sees(page, 'Hội U3: so sánh điểm');
  });
});

describe('peers score under seal', () => {
  beforeAll(async () => {
    for (const unit of UNITS) if (unit !== 'u3') await submitSelf(bloc, unit, points(3_900, 1_900, 3_800, 100, 0));
  });

  it('a rater fills the grid by keyboard alone', async () => {
    const page = await office.window(bloc, 'u4.officer');
    await office.open(page, bloc, 'scorecards/peer');
    await tabTo(page, 'Hội U3, I.1 Chỉ tiêu đã đăng ký, tối đa 40,00');
    for (const [at, text] of ['31,13', '17,17', '33,11', '1,31', '0,17'].entries()) {
      await page.keyboard.type(text);
      if (at < 4) await page.keyboard.press('Enter');
    }
    expect(await focused(page)).toContain('Hội U3, VI.1 Nộp chậm');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toContain('Hội U3, V.1');
    await isSaved(page);
    await sees(page, '5 trên 5 tiêu chí');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toContain('Hội U2, V.1');
    await comesTo(() => page.getByRole('radio', { name: /Hội U2/ }).isChecked(), true, page);
    await expectWellMade(page);
    expect((await sheetOf(bloc, 'u4', 'u3')).scores.map((score) => score.points)).toEqual([3_113, 1_717, 3_311, 131, 17]);
  });

  it('on a phone one unit stands at a time, and the head sends its sheet', async () => {
    const page = await office.window(bloc, 'u4.head', { width: PHONE });
    await office.open(page, bloc, 'scorecards/peer');
    await page.getByRole('radio', { name: /Hội U3/ }).check();
    await comesTo(() => page.getByRole('columnheader').allInnerTexts(), ['Tiêu chí', 'Tối đa', 'Hội U3'], page);
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Đã gửi phiếu chấm Hội U3');
  });

  it('the sealed card betrays nothing: neither to leader, peers nor the rated unit, nowhere in the page', async () => {
    await submitSheet(bloc, 'u1', 'u3', SECRET);
    for (const person of ['u2.head', 'u1.head', 'u3.head', 'secretary']) {
      const page = await office.window(bloc, person);
      await openCard(page, 'u3');
      await sees(page, '2 trên 3 đơn vị đã gửi');
      await page.getByRole('columnheader').first().waitFor();
      await comesTo(() => page.getByRole('columnheader').allInnerTexts(), ['Tiêu chí', 'Tối đa', 'Tự chấm'], page);
      const dom = await page.content();
      const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      expect(SECRET_WORDS.exec(`${dom} ${stored}`)?.[0]).toBeUndefined();
      await office.open(page, bloc, 'scorecards');
      expect(SECRET_WORDS.exec(await page.content())?.[0]).toBeUndefined();
    }
  });

  it('the seals of a group open for all at its last sheet, not before', async () => {
    await submitSheet(bloc, 'u2', 'u3', points(3_600, 1_800, 3_500, 100, 0));
    for (const rater of ['u1', 'u2', 'u3']) await submitSheet(bloc, rater, 'u4', points(3_700, 1_800, 3_600, 100, 0));
    for (const rater of ['u2', 'u3', 'u4']) await submitSheet(bloc, rater, 'u1', points(3_800, 1_900, 3_700, 100, 0));
    const page = await office.window(bloc, 'u3.head');
    await openCard(page, 'u3');
    await sees(page, '3 trên 3 đơn vị đã gửi. Các đơn vị chấm chéo nhau mở cùng lúc');
    await finishSheets(bloc, 1);
    await page.reload();
    await isThere(page);
    await sees(page, 'Đã mở niêm phong');
    expect(await wordsOf(page)).toContain('31,13');
  });
});

describe('the leading unit agrees the scores', () => {
  it('must give a reason at each difference, keeps what it wrote, and passes to the bloc', async () => {
    const page = await office.window(bloc, 'u2.head');
    await openCard(page, 'u3');
    const judged = page.getByLabel(/^Điểm của ông\/bà, I\.1/);
    await judged.fill('35');
    await judged.blur();
    await press(page, 'Thống nhất điểm');
    await sees(page, 'Có 1 điều cần sửa');
    await press(page, 'I.1: điểm khác cần lý do');
    expect(await focused(page)).toBe('Lý do điểm khác ở I.1');
    await page.keyboard.type('Thiếu danh sách hội viên của hai huyện.');
    await expectWellMade(page);
    await page.reload();
    await isThere(page);
    await comesTo(() => judged.inputValue(), '35,00', page);
    await press(page, 'Thống nhất điểm');
    await sees(page, 'Đã thống nhất điểm của Hội U3');
    await sees(page, 'Đang chờ Hội U1 thẩm định');
    await sees(page, 'Hội U2: Thiếu danh sách hội viên của hai huyện.');
  });

  it('finds nothing of one unit in the fields of the next', async () => {
    const page = await office.window(bloc, 'u2.head');
    await openCard(page, 'u4');
    const judged = page.getByLabel(/^Điểm của ông\/bà, I\.1/);
    await judged.fill('12');
    await judged.blur();
    await press(page, 'Hội U1');
    await sees(page, 'Hội U1: so sánh điểm');
    await comesTo(() => judged.inputValue(), '38,00', page);
    await press(page, 'Hội U4');
    await sees(page, 'Hội U4: so sánh điểm');
    await comesTo(() => judged.inputValue(), '12,00', page);
  });

  it('does not judge its own unit: the page says who does', async () => {
    const page = await office.window(bloc, 'u2.head');
    await openCard(page, 'u2');
    await sees(page, 'Hội U5 thống nhất điểm');
    await comesTo(() => page.getByRole('button', { name: 'Thống nhất điểm' }).count(), 0, page);
  });
});

describe('ranking and nomination', () => {
  it('the ranking waits by name for what is missing, and is published once', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'ranking');
    await pressOff(page, 'Công bố xếp hạng');
    expect(await focused(page)).toContain('Hội U1');
    await finishScores(bloc);
    await page.reload();
    await isThere(page);
    await pressFinally(page, 'Công bố xếp hạng');
    await sees(page, 'Mọi đơn vị đọc được');
    const unit = await office.window(bloc, 'u7.officer');
    await office.open(unit, bloc, 'ranking');
    await comesTo(() => unit.locator('tbody th').count(), 7, unit);
  });

  it('the secretary opens a round; the head must note who is present and why the ranking is not followed, and records the consent', async () => {
    const secretary = await office.window(bloc, 'secretary');
    await office.open(secretary, bloc, 'rounds');
    await press(secretary, 'Cờ thi đua của UBND tỉnh');
    await press(secretary, 'Mở bình xét');
    await sees(secretary, 'Đã mở bình xét Cờ thi đua');
    const head = await office.window(bloc, 'u1.head');
    await office.open(head, bloc, '/work');
    await press(head, 'Ghi nhận thống nhất suy tôn');
    await sees(head, 'Ghi kết quả hội nghị');
    await pressFinally(head, 'Ghi nhận thống nhất suy tôn');
    await sees(head, 'Đánh dấu các đơn vị dự họp.');
    const present = head.getByRole('group', { name: 'Đơn vị dự họp' });
    for (const unit of UNITS) await present.getByLabel(`Hội ${unit.toUpperCase()}`).check();
    await head.getByRole('group', { name: 'Đơn vị được đề nghị' }).getByLabel('Hội U7').check();
    await pressFinally(head, 'Ghi nhận thống nhất suy tôn');
    await sees(head, 'Hội U7: ghi lý do khác thứ hạng hoặc khác danh hiệu đăng ký.');
    await head.reload(); // what was noted is kept on this device
    await isThere(head);
    await write(head, 'Lý do, khi khác thứ hạng', 'Phong trào nổi bật của cả năm, hội nghị thống nhất.');
    await pressFinally(head, 'Ghi nhận thống nhất suy tôn');
    await sees(head, 'Đã ghi kết quả bình xét Cờ thi đua');
    await seesNoMore(head, 'Ghi kết quả hội nghị');
    expect(await head.getByRole('row', { name: /Hội U7/ }).innerText()).toContain('Phong trào nổi bật');
  });
});

describe('every look', () => {
  it.each([
    ['the list of cards', 'u2.head', 'scorecards', 'scorecards'],
    ['the grid', 'u4.head', 'scorecards/peer', 'sheets'],
    ['the ranking', 'secretary', 'ranking', 'ranking'],
    ['the rounds', 'u1.head', 'rounds', 'rounds'],
  ])('%s', async (_, person, address, name) => {
    const page = await office.window(bloc, person);
    await office.open(page, bloc, address);
    await everyLook(page, name);
  });

  it('a card that is compared, and a round', async () => {
    const page = await office.window(bloc, 'u3.head');
    await openCard(page, 'u3');
    await everyLook(page, 'scorecard');
    await page.goto(
      page
        .url()
        .replace(/scorecards.*/, 'rounds')
        .replace('/en/', '/vi/'),
    );
    await press(page, 'Cờ thi đua của UBND tỉnh');
    await sees(page, 'Đã suy tôn');
    await everyLook(page, 'round');
  });
});

describe('a unit that comes after the last day of peer scoring', () => {
  it('is judged criterion by criterion: the reviewer is told that its own points do not count, and led to what is missing', async () => {
    const late = await makeCompiledBloc(office.world, 'khoi-muon');
    await late.setClock('2020-11-26T02:00:00Z');
    const { id } = await submitSelf(late, 'u3', points(4_000, 2_000, 4_000, 500));
    const page = await office.window(late, 'u2.head');
    await office.open(page, late, `scorecards/${id}`);
    await sees(page, 'Không có phiếu chấm chéo nào.');
    await comesTo(() => page.getByLabel(/^Điểm của ông\/bà, I\.1/).inputValue(), '', page);
    await sees(page, 'Chấm đủ mọi tiêu chí, mỗi điểm một lý do.');
    await seesNoMore(page, 'Tiêu chí để nguyên giữ điểm hiện có');
    await press(page, 'Thống nhất điểm');
    await sees(page, 'Có 5 điều cần sửa');
    await press(page, 'I.1 Chỉ tiêu đã đăng ký: chưa chấm');
    expect(await focused(page)).toContain('I.1');
    for (const [item, text] of [
      ['I.1', '36'],
      ['I.2', '18'],
      ['II.1', '36'],
      ['V.1', '0'],
      ['VI.1', '1'],
    ] as const) {
      await page.getByLabel(new RegExp(`^Điểm của ông/bà, ${item} `)).fill(text);
      await page.getByLabel(`Lý do điểm khác ở ${item}`).fill('Nộp sau hạn; nhóm đối chiếu hồ sơ gốc.');
    }
    await expectWellMade(page);
    await press(page, 'Thống nhất điểm');
    await sees(page, 'Đã thống nhất điểm của Hội U3');
  });
});
