import { DEMO_PASSWORD, loadDemo } from '@thidua/api/command/demo';
import { readConfig } from '@thidua/api/platform/config/config';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { press, sees, wordsOf, write } from '../support/acting.js';
import { expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, type Office } from '../support/office.js';
import { freshDatabase, serveDatabase, type World } from '../support/world.js';

/** The demonstration on a day in the year's busiest week: groups have agreed most scores, and the bloc verifies them. */
async function startDemonstration(): Promise<World> {
  const addresses = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'thidua-test-'));
  Object.assign(process.env, {
    THIDUA_MODE: 'development',
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: addresses.appUrl,
    DATABASE_OWNER_URL: addresses.ownerUrl,
    THIDUA_DEMO_UNTIL: '2020-11-27',
  });
  await loadDemo(readConfig(process.env), addresses.ownerUrl);
  return serveDatabase(addresses, folder);
}

let office: Office;
beforeAll(async () => {
  office = await openOffice({}, startDemonstration);
});
afterAll(() => office.close());

describe('the demonstration', () => {
  it('lets a newcomer sign in as the bloc’s head and see what waits, plainly marked as a sample', async () => {
    const page = await office.stranger();
    await page.goto('/vi/');
    await write(page, 'E-mail', 'dang.huu.ky@khkt.bacgiang.example');
    await write(page, 'Mật khẩu', DEMO_PASSWORD);
    await press(page, 'Đăng nhập');
    await sees(page, 'Cần ông/bà xử lý');
    await isThere(page);
    await sees(page, 'BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ');
    expect(await wordsOf(page)).toMatch(/Thẩm định: /);
    await expectWellMade(page);
    await picture(page, 'demonstration', false); // README shows it: docs/pictures/work-1440.png
  });
});
