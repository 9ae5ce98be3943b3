import { DEMO_PASSWORD } from '@thidua/api/command/demo';
import type { Page } from 'playwright-core';
import { press, sees, write } from './acting.js';
import { isThere } from './office.js';

/** Signs in by the form, as a newcomer does, and waits for the list of work. @param who the address without what all of them end with */
export async function signInTo(page: Page, who: string): Promise<Page> {
  await page.goto('/vi/');
  await write(page, 'E-mail', `${who}.bacgiang.example`);
  await write(page, 'Mật khẩu', DEMO_PASSWORD);
  await press(page, 'Đăng nhập');
  await sees(page, 'Cần ông/bà xử lý');
  await isThere(page);
  return page;
}
