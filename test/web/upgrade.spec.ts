import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Page } from 'playwright-core';
import { comesTo, press, sees, write } from '../support/acting.js';
import { expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { done } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeOpenBloc(office.world);
});
afterAll(() => office.close());

/** From now on what answers this window is another build than the one that its page came from. */
async function upgraded(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    if (route.request().url().endsWith('/changes')) return route.continue();
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'x-thidua-build': '0123456789ab' } });
  });
}
const TOLD = 'Chương trình vừa nâng cấp.';

describe('a page that stays open over an upgrade', () => {
  it('is told, once another build answers, and keeps what is typed when it is reloaded', async () => {
    const page = await office.window(bloc, 'u5.officer', { width: PHONE });
    const [own] = done(await (await bloc.person('u5.officer')).get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`)).items;
    await office.open(page, bloc, `registrations/${own!.id}`);
    expect(await page.getByText(TOLD).count()).toBe(0);
    await upgraded(page);
    await write(page, 'Điều cần nói thêm với người xem xét', 'Trước khi nâng cấp');
    await sees(page, TOLD);
    await picture(page, 'upgraded', false);
    await expectWellMade(page);
    await write(page, 'Điều cần nói thêm với người xem xét', 'Trong khi nâng cấp');
    await page.unroute('**/api/**');
    await Promise.all([page.waitForEvent('load'), press(page, 'Tải lại trang')]);
    await isThere(page);
    await comesTo(() => page.getByLabel('Điều cần nói thêm với người xem xét').inputValue(), 'Trong khi nâng cấp', page);
    expect(await page.getByText(TOLD).count()).toBe(0);
    await page.context().close();
  });

  it('leads to the page that was chosen, though its part of the program is no longer there', async () => {
    const page = await office.window(bloc, 'u5.officer');
    await office.open(page, bloc, '/work');
    await page.route('**/*.js', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await press(page, 'Tiến độ');
    await sees(page, 'Chưa mở được trang vừa chọn');
    await page.unroute('**/*.js');
    await press(page, 'Xếp hạng');
    await page.getByText('Chưa mở được trang vừa chọn').waitFor({ state: 'hidden' });
    await page.goBack();
    await page.route('**/*.js', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await press(page, 'Tiến độ');
    await sees(page, 'Chưa mở được trang vừa chọn');
    await page.unroute('**/*.js');
    await Promise.all([page.waitForURL('**/2020/progress'), press(page, 'Tải lại trang')]);
    await sees(page, 'Tiến độ của Khối');
    await page.context().close();
  });

  it('is not told of an answer that names no build, as a proxy gives it', async () => {
    const page = await office.window(bloc, 'u5.officer');
    await office.open(page, bloc, '/work');
    await page.route('**/api/**', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
    await press(page, 'Tiến độ');
    await sees(page, 'Chưa tải được phần này.');
    expect(await page.getByText(TOLD).count()).toBe(0);
    await page.context().close();
  });
});
