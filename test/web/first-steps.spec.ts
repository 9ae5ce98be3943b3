import { focused, press, sees, seesNoMore, tabTo } from '../support/acting.js';
import { everyLook, lowLinks } from '../support/looking.js';
import { isThere, openOffice, PHONE, signIn, type Office } from '../support/office.js';
import { shiftsOf, watchShifts } from '../support/page-faults.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
}, 120_000);
afterAll(() => office.close());

const TITLE = 'Bước đầu: ba việc nên làm ngay';

describe('the first steps above My work', () => {
  it('say who one is, each leads to one place, and nothing moves while the page appears', async () => {
    const page = await office.stranger({ width: PHONE });
    await watchShifts(page);
    await signIn(page, `u3.officer@${bloc.bloc}.example`);
    await office.open(page, bloc, '/work');
    const steps = page.getByRole('region', { name: TITLE });
    expect(await steps.getByRole('link').allInnerTexts()).toEqual([
      'Kiểm tra tên và chức danh',
      'Chọn cỡ chữ và độ tương phản',
      'Đọc trang sổ tay của ông/bà',
    ]);
    await sees(page, /Người u3\.officer; .*Hội U3/);
    expect([await shiftsOf(page), await lowLinks(page)]).toEqual([[], []]);
    await everyLook(page, 'first-steps');
    await page.context().close();
  });

  it('lead by keyboard to the choices for the eyes and to the page of one’s own post', async () => {
    const page = await office.window(bloc, 'u1.head');
    await office.open(page, bloc, '/work');
    await tabTo(page, 'Chọn cỡ chữ và độ tương phản');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vi/account#display-heading');
    await isThere(page);
    await page.waitForFunction(() => document.activeElement?.id === 'display-heading');
    await page.goBack();
    await isThere(page);
    await sees(page, 'Sổ tay Trưởng Khối và Phó Khối: việc nào đến lượt mình trong năm');
    await tabTo(page, 'Đọc trang sổ tay của ông/bà');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vi/handbook/truong-khoi-pho-khoi');
    await isThere(page);
    expect(await focused(page)).toBe('Sổ tay Trưởng Khối và Phó Khối');
    await page.context().close();
  });

  it('go at one press, the focus to the page’s heading; and are gone on every device, in the other language too', async () => {
    const [page, phone] = [
      await office.window(bloc, 'u4.officer'),
      await office.window(bloc, 'u4.officer', { width: PHONE, language: 'en' }),
    ];
    await office.open(page, bloc, '/work');
    await tabTo(page, 'Đã hiểu, ẩn các thẻ này');
    const asked: string[] = [];
    page.on('request', (request) => {
      // What a page reads by itself when its line to the server opens is no answer to the press.
      if (request.headers()['x-thidua'] !== 'unattended' && !request.url().endsWith('/changes'))
        asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.keyboard.press('Enter');
    await seesNoMore(page, TITLE);
    expect(await focused(page)).toBe('Việc của tôi');
    await isThere(page);
    expect(asked).toEqual(['PUT /api/account/first-steps']); // the list below stays as it is
    await page.reload();
    await isThere(page);
    await office.open(phone, bloc, '/work');
    for (const window of [page, phone]) expect(await window.locator('app-first-steps').count()).toBe(0);
    await Promise.all([page.context().close(), phone.context().close()]);
  });

  it('stay where the line is cut while the button is pressed, and say so', async () => {
    const page = await office.window(bloc, 'u5.officer');
    await office.open(page, bloc, '/work');
    await page.context().setOffline(true);
    await press(page, 'Đã hiểu, ẩn các thẻ này');
    await page.getByRole('alert').waitFor();
    await sees(page, TITLE);
    await page.context().setOffline(false);
    await press(page, 'Đã hiểu, ẩn các thẻ này');
    await seesNoMore(page, TITLE);
    await page.context().close();
  });
});
