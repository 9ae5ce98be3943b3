import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import { comesTo, named, press, sees, seesNoMore, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { openOffice, PHONE, type Office } from '../support/office.js';
import { dissolve } from '../support/posts.js';
import { CONFLICT, onCard } from '../support/recusals.js';
import { cardOf, done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf, submitSheet } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';

/* Declining because of a conflict of interest, as people do it: on the grid, on a card, in the meeting. */
let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeCompiledBloc(office.world, 'xin-khong-cham');
  await bloc.setClock('2020-11-13T02:00:00Z');
  for (const unit of UNITS) await submitSelf(bloc, unit, points(3_900, 1_900, 3_800, 100, 0));
});
afterAll(() => office.close());

/** Every sheet of a group that may still be scored. */
async function finish(units: readonly string[]): Promise<void> {
  for (const rater of units)
    for (const unit of units)
      if (rater !== unit && (await sheetOf(bloc, rater, unit)).state === 'draft')
        await submitSheet(bloc, rater, unit, points(3_600, 1_800));
}

describe('declining to score on a phone', () => {
  it('asks why in the page; a short reason is not sent and is said to be too short', async () => {
    const page = await office.window(bloc, 'u2.head', { width: PHONE });
    const sheet = await sheetOf(bloc, 'u2', 'u4');
    done(await (await bloc.person('u2.officer')).put(sheetPath(bloc, sheet), { version: sheet.version, scores: points(3_000) }));
    await office.open(page, bloc, `scorecards/peer/${sheet.id}`);
    await press(page, 'Xin không chấm');
    await write(page, 'Lý do xin không chấm', 'Ngại.');
    await expectWellMade(page);
    await picture(page, 'decline-asked');
    await page.locator('app-event-reason').getByRole('button', { name: 'Xin không chấm' }).click();
    await sees(page, 'Lý do cần ít nhất 10 ký tự');
    expect((await sheetOf(bloc, 'u2', 'u4')).state).toBe('draft');
  });

  it('empties the sheet, says so with the reason, and the grid shows it in place of points', async () => {
    const page = await office.window(bloc, 'u2.head', { width: PHONE });
    await office.open(page, bloc, `scorecards/peer/${(await sheetOf(bloc, 'u2', 'u4')).id}`);
    await press(page, 'Xin không chấm');
    await write(page, 'Lý do xin không chấm', CONFLICT);
    await page.locator('app-event-reason').getByRole('button', { name: 'Xin không chấm' }).click();
    await sees(page, 'Đã xin không chấm Hội U4');
    await sees(page, CONFLICT);
    await comesTo(() => page.getByLabel(/^Hội U4, I\.1 /).count(), 0, page);
    await comesTo(() => page.locator('app-sheet-grid tfoot td:not(.aside) output').innerText(), 'Xin không chấm', page);
    await comesTo(() => page.getByRole('button', { name: 'Gửi phiếu chấm' }).count(), 0, page);
    expect(await sheetOf(bloc, 'u2', 'u4')).toMatchObject({ state: 'recused', scores: [], reason: CONFLICT });
    await everyLook(page, 'declined-sheet');
  });

  it('can be taken back while the seal is closed; the sheet is empty then', async () => {
    const page = await office.window(bloc, 'u2.head', { width: PHONE });
    await office.open(page, bloc, `scorecards/peer/${(await sheetOf(bloc, 'u2', 'u4')).id}`);
    await press(page, 'Nhận chấm lại');
    await seesNoMore(page, 'Đã xin không chấm Hội U4');
    await comesTo(() => page.getByLabel(/^Hội U4, I\.1 /).inputValue(), '', page);
    await page.getByLabel(/^Hội U4, I\.1 /).fill('35');
    await page.getByLabel(/^Hội U4, I\.1 /).blur();
    await comesTo(async () => (await sheetOf(bloc, 'u2', 'u4')).scores, [{ item: 'I.1', points: 3_500 }], page);
    await press(page, 'Xin không chấm');
    await write(page, 'Lý do xin không chấm', CONFLICT);
    await page.locator('app-event-reason').getByRole('button', { name: 'Xin không chấm' }).click();
    await sees(page, 'Đã xin không chấm Hội U4');
    await comesTo(async () => (await sheetOf(bloc, 'u2', 'u4')).state, 'recused', page);
  });
});

describe('a card with a unit that declined', () => {
  it('counts it under seal, names it with its reason afterwards, and the next unit judges', async () => {
    const card = await cardOf(bloc, 'secretary', 'u4');
    const sealed = await office.window(bloc, 'u4.head', { width: PHONE });
    await office.open(sealed, bloc, `scorecards/${card.id}`);
    await sees(sealed, '0 trên 2 đơn vị đã gửi, 1 đơn vị xin không chấm');
    await seesNoMore(sealed, CONFLICT);
    await finish(['u1', 'u2', 'u3', 'u4']);
    const page = await office.window(bloc, 'u5.head');
    await office.open(page, bloc, `scorecards/${card.id}`);
    await sees(page, `Hội U2 xin không chấm Hội U4: ${CONFLICT}`);
    await sees(page, 'Hội U5 thống nhất điểm');
    await everyLook(page, 'card-with-recusal');
  });

  it('is passed on by a judge who declines too', async () => {
    const card = await cardOf(bloc, 'secretary', 'u4');
    const page = await office.window(bloc, 'u5.head', { width: PHONE });
    await office.open(page, bloc, `scorecards/${card.id}`);
    await press(page, 'Xin không xét');
    await write(page, 'Lý do', CONFLICT);
    await page.locator('app-event-reason').getByRole('button', { name: 'Xin không xét' }).click();
    await sees(page, 'Đã xin không xét điểm của Hội U4');
    await sees(page, 'Chờ Hội U1 thống nhất điểm');
    await comesTo(() => page.getByRole('button', { name: 'Thống nhất điểm' }).count(), 0, page);
    await expectWellMade(page);
  });
});

describe('in the meeting', () => {
  it('the secretary records a unit that declines; it is no longer among those present, and stands above with its reason', async () => {
    await finish(['u5', 'u6']);
    await dissolve(bloc, 'u7');
    done(await onCard(bloc, 'u1.head', 'u7', { type: 'exclude', reason: 'Sáp nhập vào Hội U6 từ tháng 10.' }));
    for (const unit of UNITS.slice(0, -1)) {
      const card = await cardOf(bloc, 'secretary', unit);
      const by = (name: string | null) => (name ? `${name.slice(4).toLowerCase()}.head` : 'secretary');
      done(await onCard(bloc, by(card.reviewerName), unit, { type: 'review', scores: [], comment: '' }));
      done(await onCard(bloc, by(card.verifierName), unit, { type: 'verify', scores: [], comment: '' }));
    }
    const secretary = await bloc.person('secretary');
    const [ranking] = done(await secretary.get<{ items: RankingView[] }>(`${bloc.path}/rankings`)).items;
    done(await secretary.event(`${bloc.path}/rankings/${ranking!.id}`, { type: 'publish', version: ranking!.version }));
    const [flag] = done(await secretary.get<{ items: RoundView[] }>(`${bloc.path}/rounds`)).items;
    done(await secretary.event(`${bloc.path}/rounds/${flag!.id}`, { type: 'open', version: flag!.version }));

    const page = await office.window(bloc, 'u1.head', { width: PHONE });
    await office.open(page, bloc, `rounds/${flag!.id}`);
    await page.getByRole('checkbox', { name: 'Hội U3', exact: true }).first().check();
    await press(page, 'Ghi đơn vị xin không bình xét');
    await write(page, 'Lý do', CONFLICT);
    await page.locator('app-event-reason').getByRole('button', { name: 'Ghi đơn vị xin không bình xét' }).click();
    await sees(page, 'Chọn đơn vị xin không bình xét.');
    await page.getByLabel(/Đơn vị xin không bình xét/).selectOption({ label: 'Hội U3' });
    await press(page, 'Ghi đơn vị xin không bình xét');
    await write(page, 'Lý do', CONFLICT);
    await page.locator('app-event-reason').getByRole('button', { name: 'Ghi đơn vị xin không bình xét' }).click();
    await sees(page, 'Đã ghi đơn vị xin không bình xét');
    await sees(page, `Hội U3: ${CONFLICT}`);
    await sees(page, 'Cần 4 trên 6 đơn vị dự họp');
    await sees(page, 'Có mặt 0 trên 5 đơn vị.');
    await everyLook(page, 'round-with-recusal');
  });

  it('a unit that was recorded by mistake decides again, before the result is recorded', async () => {
    const page = await office.window(bloc, 'u1.head', { width: PHONE });
    const [flag] = done(await (await bloc.person('secretary')).get<{ items: RoundView[] }>(`${bloc.path}/rounds`)).items;
    await office.open(page, bloc, `rounds/${flag!.id}`);
    await press(page, 'Ghi đơn vị bình xét trở lại');
    await write(page, 'Lý do', 'Ghi nhầm đơn vị tại hội nghị.');
    await page.locator('app-event-reason').getByRole('button', { name: 'Ghi đơn vị bình xét trở lại' }).click();
    await sees(page, 'Chọn đơn vị bình xét trở lại.');
    await page.getByLabel(/Đơn vị bình xét trở lại/).selectOption({ label: 'Hội U3' });
    await press(page, 'Ghi đơn vị bình xét trở lại');
    await write(page, 'Lý do', 'Ghi nhầm đơn vị tại hội nghị.');
    await page.locator('app-event-reason').getByRole('button', { name: 'Ghi đơn vị bình xét trở lại' }).click();
    await sees(page, 'Đã ghi đơn vị bình xét trở lại');
    await seesNoMore(page, `Hội U3: ${CONFLICT}`);
    await sees(page, 'Có mặt 0 trên 6 đơn vị.');
    await comesTo(() => page.getByRole('button', { name: 'Ghi đơn vị bình xét trở lại' }).count(), 0, page);
  });

  it('the ranking says who has no rank, and why', async () => {
    const page = await office.window(bloc, 'u6.head', { width: PHONE });
    await office.open(page, bloc, 'ranking');
    await sees(page, 'Hội U7, không còn tham gia thi đua trong năm: Sáp nhập vào Hội U6 từ tháng 10.');
    await comesTo(() => named(page, 'Hội U7').count(), 0, page);
    await everyLook(page, 'ranking-with-unranked');
  });
});
