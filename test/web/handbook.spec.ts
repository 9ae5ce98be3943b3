import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isSaved, press, sees, seesNoMore, write } from '../support/acting.js';
import { signInTo } from '../support/demonstration.js';
import { isThere, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { startDemonstration } from '../support/sample-year.js';

/*
 * The pictures of the handbook (docs/so-tay), taken from the bloc of 2020 on the days on which the work of each post waits.
 * `npm run handbook` walks through all days and writes docs/so-tay/pictures; without it the first day alone is walked through, and its
 * pictures lie in test/artifacts, so that a page that the handbook pictures can always be reached as it says.
 */
const ALL = process.env.HANDBOOK_PICTURES === 'all';
const FOLDER = ALL ? join(import.meta.dirname, '../../docs/so-tay/pictures') : join(import.meta.dirname, '../artifacts/so-tay');
/** As much of a page as a printed column holds. */
const HEIGHTS = new Map([
  [PHONE, 720],
  [TABLET, 640],
]);

/** What is done on a day of the year, the windows of that day's people at hand. */
type Day = readonly [day: string, what: string, walk: (sitsDown: (who: string, width?: number) => Promise<Page>) => Promise<void>];

const DAYS: readonly Day[] = [
  [
    '2020-02-28',
    'an officer drafts the registration, the head sends it, the leading unit reviews it, the secretary waits for the others',
    async (sitsDown) => {
      const officer = await sitsDown('nong.thi.sen@cuu-tnxp', PHONE);
      await takesUp(officer, 'Soạn: Hội Cựu TNXP');
      await officer.getByLabel('Bằng khen của Chủ tịch UBND tỉnh').check();
      await press(officer, 'Thêm chỉ tiêu');
      await write(officer, 'Tên chỉ tiêu', 'Hội viên mới kết nạp');
      await write(officer, 'Năm 2019', '110');
      await write(officer, 'Năm 2020', '120');
      await write(officer, 'Đơn vị tính', 'hội viên');
      await write(officer, 'Minh chứng dự kiến', 'Quyết định kết nạp');
      await isSaved(officer);
      await shows(officer, 'can-bo-dang-ky', '1. Danh hiệu đăng ký');
      const head = await sitsDown('chu.dinh.vuong@cuu-tnxp', PHONE);
      await takesUp(head, 'Gửi bản đăng ký: Hội Cựu TNXP');
      await press(head, 'Gửi bản đăng ký');
      await sees(head, 'Xem lại trước khi gửi');
      await isThere(head);
      await shows(head, 'lanh-dao-gui-dang-ky');
      await press(head, 'Gửi bản đăng ký');
      await sees(head, 'Đã gửi bản đăng ký của Hội Cựu TNXP');
      await head.goto('/vi/account');
      await isThere(head);
      await press(head, 'Giao người thay');
      await shows(head, 'lanh-dao-nguoi-thay', 'Người thay: ký thay, thừa ủy quyền');
      const leader = await sitsDown('phung.thi.nhan@bao-tro', TABLET);
      await takesUp(leader, 'Chấp nhận: Hội Cựu TNXP');
      await shows(leader, 'truong-nhom-xem-xet');
      const secretary = await sitsDown('nguyen.tuong.lam@khkt', TABLET);
      await secretary.goto('/vi/khoi-1/2020/registrations');
      await isThere(secretary);
      await shows(secretary, 'thu-ky-tong-hop');
    },
  ],
  [
    '2020-11-20',
    'an officer scores the peers under seal',
    async (sitsDown) => {
      const officer = await sitsDown('nong.thi.sen@cuu-tnxp', PHONE);
      await takesUp(officer, 'Chấm: Hội Bảo trợ NTT&TMC');
      await shows(officer, 'can-bo-cham-cheo', 'Đơn vị được chấm');
    },
  ],
  [
    '2020-11-25',
    'the leading unit agrees the scores, the bloc verifies them',
    async (sitsDown) => {
      const leader = await sitsDown('phung.thi.nhan@bao-tro', TABLET);
      await takesUp(leader, 'Thống nhất điểm: Hội Cựu TNXP');
      await shows(leader, 'truong-nhom-thong-nhat', 'Từng tiêu chí');
      await press(leader, 'Thống nhất điểm');
      await sees(leader, 'Đã thống nhất điểm của Hội Cựu TNXP');
      const head = await sitsDown('dang.huu.ky@khkt', TABLET);
      await shows(head, 'truong-khoi-viec');
    },
  ],
  [
    '2020-12-09',
    'the secretary opens a round, the head records what the meeting agreed',
    async (sitsDown) => {
      const secretary = await sitsDown('nguyen.tuong.lam@khkt', TABLET);
      await takesUp(secretary, 'Mở bình xét: Cờ thi đua');
      await shows(secretary, 'thu-ky-binh-xet');
      await press(secretary, 'Mở bình xét');
      await sees(secretary, 'Đã mở bình xét Cờ thi đua');
      const head = await sitsDown('dang.huu.ky@khkt', TABLET);
      await takesUp(head, 'Ghi nhận thống nhất suy tôn: Cờ thi đua');
      await shows(head, 'truong-khoi-hoi-nghi', 'Ghi kết quả hội nghị');
    },
  ],
  [
    '2020-12-14',
    'the records officer checks the format of the report',
    async (sitsDown) => {
      const records = await sitsDown('pham.thuy.van@khkt', TABLET);
      await takesUp(records, 'Đạt thể thức: Báo cáo');
      await shows(records, 'van-thu-the-thuc');
    },
  ],
  [
    '2020-12-15',
    'the records officer follows the letters, the council confirms what it got',
    async (sitsDown) => {
      const records = await sitsDown('pham.thuy.van@khkt', TABLET);
      await records.goto('/vi/khoi-1/2020/dispatches');
      await records
        .getByRole('link', { name: /^Gửi .*2020/ })
        .first()
        .click();
      await sees(records, 'Theo dõi gửi nhận');
      await isThere(records);
      await shows(records, 'van-thu-theo-doi');
      const council = await sitsDown('nguyen.duy.can@tdkt', TABLET);
      await council.goto('/vi/council/bac-giang');
      await isThere(council);
      await shows(council, 'hoi-dong-cac-khoi');
      await council.goto('/vi/work');
      await takesUp(council, 'Xác nhận đã nhận: Ban Thi đua');
      await shows(council, 'hoi-dong-van-ban', 'Văn bản nhận được');
      const keeper = await sitsDown('nguyen.duy.can@tdkt', TABLET);
      await keeper.goto('/vi/administration/bac-giang');
      await isThere(keeper);
      await shows(keeper, 'quan-tri-tinh');
      await opensFirst(keeper, 'people?q=nong.thi.sen');
      await shows(keeper, 'quan-tri-nguoi');
      await opensFirst(keeper, 'units?q=hoi-nguoi-mu');
      await shows(keeper, 'quan-tri-don-vi');
    },
  ],
];

let office: Office;
afterEach(() => office.close());

describe('the pages that the handbook pictures', () => {
  it.each(ALL ? DAYS : DAYS.slice(0, 1))('on %s: %s', async (day, _, walk) => {
    office = await openOffice({}, () => startDemonstration(day));
    await walk(async (who, width = TABLET) => {
      const page = await signInTo(await office.stranger({ width }), who);
      const steps = page.getByRole('button', { name: 'Đã hiểu, ẩn các thẻ này' });
      if (await steps.isVisible()) await steps.click(); // the pictures show the work of those who are no newcomers
      await seesNoMore(page, 'Bước đầu: ba việc nên làm ngay');
      await isThere(page);
      return page;
    });
  });
});

/** Presses a line of the work that waits. */
async function takesUp(page: Page, work: string): Promise<void> {
  await press(page, work);
  await page.waitForURL((url) => !url.pathname.endsWith('/work'));
  await isThere(page);
}

/** Opens the first of what is found in a list of the province. */
async function opensFirst(page: Page, list: string): Promise<void> {
  await page.goto(`/vi/administration/bac-giang/${list}`);
  await isThere(page);
  await page.locator('tbody').getByRole('link').first().click();
  await page.waitForURL((url) => !url.search);
  await isThere(page);
}

/** Takes a picture from the top of the page, or from these words on. */
async function shows(page: Page, name: string, from?: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const { width } = page.viewportSize()!;
  await page.setViewportSize({ width, height: HEIGHTS.get(width)! });
  if (from)
    await page
      .getByText(from)
      .filter({ visible: true })
      .first()
      .evaluate((place) => scrollTo(0, place.getBoundingClientRect().top + scrollY - 80));
  else await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
