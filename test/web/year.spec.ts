import { press, pressOff, sees, wordsOf } from '../support/acting.js';
import { everyLook } from '../support/looking.js';
import { isThere, openOffice, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-03-02T02:00:00Z');
});
afterAll(() => office.close());

describe('the year', () => {
  it('is adopted by the head, from the work that waits; what is invented in it is said first', async () => {
    const page = await office.window(bloc, 'u1.head');
    await office.open(page, bloc, '/work');
    await press(page, 'Thông qua và mở năm');
    await sees(page, 'Quy tắc của năm');
    await isThere(page);
    const words = await wordsOf(page);
    expect(words.indexOf('Dữ liệu thử')).toBeLessThan(words.indexOf('Hội U1 tỉnh Bắc Giang'));
    await press(page, 'Thông qua và mở năm');
    await sees(page, 'Đã thông qua và mở năm');
    await pressOff(page, 'Tổng hợp danh sách đăng ký');
    await sees(page, 'Còn 7 bản đăng ký chưa được chấp nhận');
  });

  it('shows every member its units, criteria and rules, and nobody else a button', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '');
    await sees(page, 'Quy tắc đã khóa');
    expect(
      await page
        .locator('main')
        .getByRole('button', { name: /Thông qua|Tổng hợp|Đóng/ })
        .count(),
    ).toBe(0);
    await everyLook(page, 'year');
  });
});

describe('the menu', () => {
  it.each([
    ['unit officer', 'u3.officer', ['Việc của tôi', 'Đăng ký, chỉ tiêu', 'Chấm điểm', 'Xếp hạng', 'Bình xét, suy tôn']],
    ['records officer', 'records', ['Việc của tôi', 'Xếp hạng', 'Bình xét, suy tôn']],
    ['council secretary', 'council', ['Việc của tôi', 'Đăng ký, chỉ tiêu', 'Chấm điểm', 'Xếp hạng', 'Bình xét, suy tôn']],
  ])('of a %s names what they may open', async (_, person, entries) => {
    const page = await office.window(bloc, person);
    await office.open(page, bloc, '/work');
    expect(await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link').allInnerTexts()).toEqual(
      expect.arrayContaining(entries),
    );
    expect(await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link').allInnerTexts()).toContain('Năm thi đua');
  });

  it('does not offer the records officer what they may not read', async () => {
    const page = await office.window(bloc, 'records');
    await office.open(page, bloc, '/work');
    const entries = await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link').allInnerTexts();
    expect(entries.filter((entry) => ['Đăng ký, chỉ tiêu', 'Chấm điểm'].includes(entry))).toEqual([]);
  });
});
