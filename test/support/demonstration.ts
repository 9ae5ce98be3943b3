import { DEMO_PASSWORD } from '@thidua/api/command/demo';
import type { DemoAccount } from '@thidua/api/command/demo-accounts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { press, sees, write } from './acting.js';
import { isThere } from './office.js';
import type { Window } from './walk.js';
import type { World } from './world.js';

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

/** Finds whoever does something in the demonstration, among those whom its first page shows, by the words of the account. */
export function peopleOf({ dataDir }: World): (words: RegExp) => DemoAccount {
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  return (words) => accounts.find(({ shown, can }) => shown && words.test(can))!;
}

/** Signs in as the page would, without its form. @throws Error with the refusal */
export const signInAs = (page: Window, { email }: DemoAccount): Promise<void> =>
  page.evaluate(
    async ({ email, password }) => {
      const headers = { 'x-thidua': '1', 'content-type': 'application/json' };
      const answer = await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ email, password }) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { email, password: DEMO_PASSWORD },
  );
