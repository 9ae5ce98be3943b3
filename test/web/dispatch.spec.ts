import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { Page } from 'playwright-core';
import { comesTo, focused, press, pressFinally, sees, seesNoMore, tabTo, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { linksTo, mailboxOf, makeIssuedBloc } from '../support/papers.js';
import { makeDecidedBloc } from '../support/report.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { startWorkerOf } from '../support/worker.js';

let office: Office;
let worker: RunningWorker;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  worker = await startWorkerOf(office.world);
  ({ bloc } = await makeIssuedBloc(office.world, 'khoi-gui'));
  await mailboxOf(office.world).refuse(['u3@khoi-gui.example']);
});
afterAll(async () => {
  await worker.stop();
  await office.close();
});

/** A page is looked at in ten widths and colours: on a machine with other work to do that takes its time. */
const LOOKING_MS = 240_000;

/** Every look of the page that is open, in a window beside it. */
async function looks(page: Page, name: string): Promise<void> {
  const beside = await office.another(page);
  await beside.goto(page.url());
  await isThere(beside);
  await everyLook(beside, name);
  await beside.close();
}

const linkOf = async (address: string): Promise<string> => `/receipt/${(await linksTo(office.world, address))[0]}`;

describe('sending the year’s papers', () => {
  let page: Page;
  beforeAll(async () => {
    page = await office.window(bloc, 'records');
  });

  it(
    'begins with what goes to whom, before anything is sent',
    async () => {
      await office.open(page, bloc, 'dispatches');
      await sees(page, 'Chưa gửi. Các văn bản của năm đã phát hành đủ.');
      await expectWellMade(page);
      await press(page, 'Lập lượt gửi');
      await sees(page, '9 thư: 2 cho Hội đồng và cơ quan thường trực, 7 cho các đơn vị. Mỗi nơi một thư.');
      await sees(page, 'Hội U3 tỉnh Bắc Giang');
      await looks(page, 'dispatch-draft');
    },
    LOOKING_MS,
  );

  it('asks once on a page of its own, and says that a letter does not come back', async () => {
    await page.getByRole('button', { name: 'Gửi văn bản' }).click();
    await sees(page, 'Xem lại trước khi gửi văn bản');
    await sees(page, 'Thư đã gửi không thu lại được.');
    await sees(page, 'Báo cáo số 04/BC-KTĐT ngày 15/12/2020');
    await expectWellMade(page);
    await page.getByRole('button', { name: 'Gửi văn bản' }).click();
    await sees(page, 'Đã gửi văn bản');
  });

  it(
    'then shows by itself how each letter stands, what did not arrive first',
    async () => {
      await sees(page, '9 nơi nhận: 1 thư không tới; 8 đã tới, chưa xác nhận.');
      const rows = await page.getByRole('rowheader').allInnerTexts();
      expect(rows[0]).toContain('Hội U3 tỉnh Bắc Giang');
      expect(rows).toHaveLength(9);
      await sees(page, /550/);
      await looks(page, 'dispatch-sent');
    },
    LOOKING_MS,
  );

  it('sends a letter that came back to a corrected address, with a reason, by keyboard', async () => {
    await tabTo(page, 'Sửa địa chỉ, gửi lại Hội U3');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toContain('Gửi lại cho Hội U3');
    await tabTo(page, 'Sửa địa chỉ, gửi lại');
    await page.keyboard.press('Enter');
    await sees(page, 'Có 2 điều cần sửa');
    await expectWellMade(page);
    await write(page, 'Địa chỉ thư đúng', 'van-thu@u3.example');
    await write(page, 'Lý do', 'Hội đã đổi hộp thư.');
    await page.getByRole('button', { name: 'Sửa địa chỉ, gửi lại', exact: true }).click();
    await sees(page, '9 nơi nhận: 9 đã tới, chưa xác nhận.');
  });
});

describe('the page behind the link of a letter', () => {
  let page: Page;
  beforeAll(async () => {
    page = await office.stranger({ width: PHONE });
  });

  it(
    'opens for whoever bears it, without sign-in: who sends what, and the papers',
    async () => {
      await office.open(page, bloc, await linkOf('van-thu@u3.example'));
      expect(await wordsOf(page)).toContain('Khối thi đua thử gửi Hội U3 tỉnh Bắc Giang hồ sơ thi đua năm 2020, ngày 15/12/2020.');
      const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải về Báo cáo' }).click()]);
      expect(paper.suggestedFilename()).toBe('Báo cáo 04-BC-KTĐT.pdf');
      await looks(page, 'receipt-link');
    },
    LOOKING_MS,
  );

  it('says what is missing, asks once more since it cannot be taken back, and then says no more what to do before', async () => {
    await press(page, 'Xác nhận đã nhận');
    await sees(page, 'Có 1 điều cần sửa');
    await expectWellMade(page);
    await write(page, 'Họ và tên người nhận', 'Nguyễn Thị Lan');
    await press(page, 'Xác nhận đã nhận');
    await comesTo(() => focused(page), 'Xác nhận đã nhận văn bản. Người nhận: Nguyễn Thị Lan. Sau đó không sửa được.', page);
    await expectWellMade(page);
    await picture(page, 'receipt-link-asked');
    await press(page, 'Quay lại');
    expect(await focused(page)).toBe('Xác nhận đã nhận');
    await sees(page, 'Mở liên kết này chưa phải là xác nhận.');
    await pressFinally(page, 'Xác nhận đã nhận');
    await sees(page, 'Ông/bà không cần làm gì thêm');
    await comesTo(() => focused(page), 'Đã xác nhận đã nhận', page);
    await seesNoMore(page, 'Mở liên kết này chưa phải là xác nhận.');
    await expectWellMade(page);
  });

  it(
    'asks the standing body for its incoming number and date, and says which date is not possible',
    async () => {
      await office.open(page, bloc, await linkOf('ban@khoi-gui.example'));
      await write(page, 'Họ và tên người nhận', 'Trần Văn Hòa');
      await pressFinally(page, 'Xác nhận đã nhận');
      await sees(page, 'cần ghi số đến và ngày đến');
      await write(page, 'Số đến', '318');
      await write(page, 'Ngày đến', '2020-12-14');
      await pressFinally(page, 'Xác nhận đã nhận');
      await sees(page, 'Ngày đến phải là ngày 15/12/2020.');
      await looks(page, 'receipt-link-board');
      await write(page, 'Ngày đến', '2020-12-15');
      await press(page, 'Xác nhận đã nhận');
      await sees(page, 'Số đến: 318. Ngày đến: 15/12/2020. Sau đó không sửa được.');
      await pressFinally(page, 'Xác nhận đã nhận');
      await sees(page, 'Ông/bà không cần làm gì thêm');
    },
    LOOKING_MS,
  );

  it('says that a link is wrong, and what to do', async () => {
    await office.open(page, bloc, '/receipt/khong-co');
    await sees(page, 'Liên kết không đúng hoặc không còn dùng được.');
    await expectWellMade(page);
  });
});

describe('who is signed in', () => {
  it(
    'confirms for the own unit, without writing the own name again',
    async () => {
      const page = await office.window(bloc, 'u5.officer', { width: PHONE });
      const answer = await page.request.get(`${bloc.path}/receipts?year=2020`);
      const [{ id }] = ((await answer.json()) as { items: [{ id: string }] }).items;
      await office.open(page, bloc, `receipts/${id}`);
      await looks(page, 'receipt');
      await pressFinally(page, 'Xác nhận đã nhận');
      await sees(page, 'Đã xác nhận đã nhận');
      await sees(page, 'Người u5.officer');
    },
    LOOKING_MS,
  );

  it(
    'as council sees what was sent, its receipts and the nominations',
    async () => {
      const page = await office.window(bloc, 'council');
      await office.open(page, bloc, 'council');
      await sees(page, 'Báo cáo số 04/BC-KTĐT');
      await sees(page, 'Trần Văn Hòa, số đến 318');
      await looks(page, 'council');
      await page.getByRole('link', { name: 'Xác nhận Hội đồng' }).click();
      await pressFinally(page, 'Xác nhận đã nhận');
      await sees(page, 'Đã xác nhận đã nhận');
    },
    LOOKING_MS,
  );

  it(
    'as council sees whom the bloc nominates, by title',
    async () => {
      const decided = await makeDecidedBloc(office.world, 'khoi-suy-ton');
      const page = await office.window(decided, 'council');
      await office.open(page, decided, 'council');
      await sees(page, 'Chưa có văn bản nào của năm này gửi đến ông/bà.');
      const titles = page.getByRole('region', { name: /Cờ thi đua|Bằng khen/ });
      await titles.first().waitFor();
      expect(await titles.allInnerTexts()).toEqual([
        expect.stringMatching(/Cờ thi đua của UBND tỉnh\s+Hội U1 tỉnh Bắc Giang\s+Hạng 1, đăng ký: Cờ thi đua của UBND tỉnh/),
        expect.stringMatching(/Bằng khen của Chủ tịch UBND tỉnh\s+Hội U2 tỉnh Bắc Giang\s+Hạng 2.*\s[^]*danh hiệu thấp hơn/),
      ]);
      await looks(page, 'council-nominations');
    },
    LOOKING_MS,
  );

  it('as records officer sees at last who confirmed, and the history', async () => {
    const page = await office.window(bloc, 'records');
    await office.open(page, bloc, 'dispatches');
    await page.getByRole('link', { name: /^Gửi 15\/12\/2020/ }).click();
    await sees(page, '9 nơi nhận: 5 đã tới, chưa xác nhận; 4 đã xác nhận.');
    await sees(page, 'Trần Văn Hòa, số đến 318, ngày đến 15/12/2020');
    await expectWellMade(page);
    await press(page, 'Lịch sử hồ sơ');
    await sees(page, 'u3@khoi-gui.example thành van-thu@u3.example');
    await expectWellMade(page);
  });
});
