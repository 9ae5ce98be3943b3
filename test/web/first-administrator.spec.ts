import { FirstAdministrator } from '@thidua/api/account/first-administrator';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { comesTo, focused, press, sees, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { productionSettings } from '../support/production.js';
import { freshDatabase, PASSWORD, serveDatabase } from '../support/world.js';

let office: Office;
beforeAll(async () => {
  const settings = { ...(await productionSettings()), PUBLIC_URL: 'http://127.0.0.1' };
  office = await openOffice(settings, async (environment = {}) =>
    serveDatabase(await freshDatabase(), await mkdtemp(join(tmpdir(), 'thidua-first-')), environment),
  );
});
afterAll(() => office.close());

/** What the log of the start would show. */
const code = async (): Promise<string> => (await office.world.app.get(FirstAdministrator).offer())!.code;

async function opened(look: Parameters<Office['stranger']>[0] = {}): Promise<Page> {
  const page = await office.stranger(look);
  await page.goto('/vi/first-administrator');
  await isThere(page);
  return page;
}

async function fillIn(page: Page, typed: string, password = PASSWORD): Promise<void> {
  await write(page, 'Mã trong nhật ký', typed);
  await write(page, 'Họ và tên', 'Nguyễn Thị Quản');
  await write(page, 'E-mail', 'quan@tinh.example');
  await write(page, 'Mật khẩu', password);
  await press(page, 'Lập quản trị');
}

describe('the page of the first administrator', () => {
  it('is readable in every look, and says when the code has expired', async () => {
    await code();
    const page = await opened();
    await everyLook(page, 'first-administrator');
    await office.world.owner.query('update first_administrator_code set expires_at = clock_timestamp()');
    await page.goto('/vi/first-administrator');
    await sees(page, 'Mã đã hết hạn. Khởi động lại chương trình');
    await expectWellMade(page);
  });

  it('names what is missing or wrong at its field, makes the administrator, and leads to signing in', async () => {
    const right = await code();
    const page = await opened({ width: PHONE });
    await press(page, 'Lập quản trị');
    await sees(page, 'Có 4 điều cần sửa');
    await expectWellMade(page);
    await fillIn(page, 'ABCDE-FGHJK-LMNPQ-RSTUV');
    await press(page, 'Mã quản trị đầu tiên không đúng');
    expect(await focused(page)).toBe('Mã trong nhật ký');
    await fillIn(page, right, 'matkhau12345678');
    await sees(page, 'Mật khẩu mới quá ngắn hoặc quá dễ đoán');
    await fillIn(page, right);
    await comesTo(() => focused(page), 'Đã lập quản trị đầu tiên', page);
    await expectWellMade(page);
    await picture(page, 'first-administrator-done');
    await press(page, 'Đến trang đăng nhập');
    await isThere(page);
    await write(page, 'E-mail', 'quan@tinh.example');
    await write(page, 'Mật khẩu', PASSWORD);
    await press(page, 'Đăng nhập');
    await sees(page, 'Việc của tôi');
    // There is no bloc yet: My work leads to where there is something to do.
    await sees(page, 'Đơn vị, người dùng và khối thi đua được lập ở trang Quản trị.');
    await everyLook(page, 'work-administrator');
    await page.goto('/vi/work');
    await page.getByRole('main').getByRole('link', { name: 'Mở trang Quản trị' }).click();
    await comesTo(() => focused(page), 'Quản trị', page);
  });

  it('is no more once there is one', async () => {
    const page = await opened();
    await sees(page, 'Không tìm thấy trang này');
    await expectWellMade(page);
    expect(await page.getByLabel('Mã trong nhật ký').count()).toBe(0);
  });
});
