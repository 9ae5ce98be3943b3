import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { FactorBegun } from '@thidua/workflows/account/account.schema';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { comesTo, focused, press, sees, seesNoMore, tabTo, write } from '../support/acting.js';
import { preparedDocument } from '../support/documents.js';
import { expectWellMade, picture } from '../support/looking.js';
import { LAPTOP, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { makeDecidedBloc } from '../support/report.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { addDeputies } from '../support/substitution.js';
import { startWorkerOf } from '../support/worker.js';
import { PASSWORD } from '../support/world.js';

/** How long a code is shown. */
const STEP_SECONDS = 30;
let office: Office;
let bloc: SmallBloc;
let worker: RunningWorker;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeDecidedBloc(office.world, 'khoi-nho');
  await addDeputies(office.world, bloc, ['u3']);
  worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
});
afterAll(async () => {
  await worker.stop();
  await office.close();
});

/** Lets the last proof of everybody’s sessions be older than it may be. */
const age = () => office.world.owner.query(`update session set proved_at = clock_timestamp() - interval '11 minutes'`);
const renew = () => office.world.owner.query('update session set proved_at = clock_timestamp()');
const signatures = async (id: string): Promise<number> =>
  (await office.world.owner.query(`select 1 from journal where record_id = $1 and body::jsonb ->> 'event' = 'sign'`, [id])).rowCount!;
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Xác nhận là chính ông/bà' });

describe('signing long after one has signed in', () => {
  let document: DocumentView;
  let head: Page;
  beforeAll(async () => {
    document = await preparedDocument(bloc, 'BB', { meetingPlace: 'Hội trường Hội U1' });
    head = await office.window(bloc, 'u1.head');
    await office.open(head, bloc, `documents/${document.id}/sign`);
    await age();
  });

  it('asks for the password in a dialog, which can be left: then the page says in words that nothing was signed', async () => {
    await press(head, 'Ký Biên bản');
    await comesTo(() => focused(head), 'Mật khẩu', head);
    await head.keyboard.press('Escape');
    await dialog(head).waitFor({ state: 'hidden' });
    await sees(head, 'Việc này chưa được làm: đã quá 10 phút kể từ lần cuối ông/bà xác nhận là chính mình.');
    await expectWellMade(head);
    expect(await signatures(document.id)).toBe(0);
  });

  it('says at the field what is wrong, keeps the focus inside, and looks well on every screen', async () => {
    await press(head, 'Ký Biên bản');
    await dialog(head).waitFor();
    await head.keyboard.press('Enter');
    await sees(head, 'Nhập mật khẩu.');
    await head.keyboard.type('không phải mật khẩu');
    await head.keyboard.press('Enter');
    await sees(head, 'Mật khẩu hiện tại không đúng. Nhập lại mật khẩu đang dùng.');
    await comesTo(() => focused(head), 'Mật khẩu', head);
    expect(await dialog(head).getByRole('alert').innerText()).toContain('Mật khẩu hiện tại không đúng.');
    expect(await dialog(head).getByLabel('Mật khẩu').getAttribute('autocomplete')).toBe('current-password');
    for (const width of [PHONE, TABLET, LAPTOP]) {
      await head.setViewportSize({ width, height: 900 });
      await expectWellMade(head);
      await picture(head, 'fresh-proof', false);
    }
    await tabTo(head, 'Xác nhận');
    await tabTo(head, 'Thôi');
    expect(await signatures(document.id)).toBe(0);
  });

  it('goes on by itself once the password is right, and signs once', async () => {
    await dialog(head).getByLabel('Mật khẩu').fill(PASSWORD);
    await head.keyboard.press('Enter');
    await dialog(head).waitFor({ state: 'hidden' });
    await sees(head, 'Chữ ký hợp lệ; văn bản còn nguyên vẹn từ khi ký.');
    await seesNoMore(head, 'Việc này chưa được làm');
    expect(await signatures(document.id)).toBe(1);
  });
});

describe('naming a substitute long after one has signed in', () => {
  it('asks for the password in the dialog, and names the substitute once it is right', async () => {
    const head = await office.window(bloc, 'u3.head');
    await office.open(head, bloc, '/account');
    await press(head, 'Giao người thay');
    const select = head.getByLabel('Ai làm thay');
    await select.locator('option').nth(1).waitFor({ state: 'attached' });
    const options = await select.locator('option').allInnerTexts();
    await select.selectOption({ label: options.find((option) => option.includes('u3.deputy') && option.includes('KT.'))! });
    await head.getByLabel('Tất cả').check();
    await write(head, 'Đến ngày', '2020-12-30');
    await age();
    await head.getByRole('button', { name: 'Giao người thay' }).click();
    await comesTo(() => focused(head), 'Mật khẩu', head);
    await seesNoMore(head, 'Đang hiệu lực');
    await dialog(head).getByLabel('Mật khẩu').fill(PASSWORD);
    await head.keyboard.press('Enter');
    await dialog(head).waitFor({ state: 'hidden' });
    await sees(head, 'Đang hiệu lực');
    await expectWellMade(head);
  });
});

describe('whoever has a second factor', () => {
  it('is asked for its code, in the language of the page, and signs with it', async () => {
    await renew();
    const { rows } = await office.world.owner.query<{ id: string }>(`select id from document where type = 'BB'`);
    const replaces = { id: rows[0]!.id, reason: 'Ghi nhầm nơi họp của hội nghị.' };
    const document = await preparedDocument(bloc, 'BB', { meetingPlace: 'Hội trường Hội U2', replaces });
    const other = await bloc.person('u1.head');
    const { secret } = done(await other.post<FactorBegun>('/api/account/factor', { password: PASSWORD }));
    const page = await office.window(bloc, 'u1.head', { width: PHONE, language: 'en' });
    done(await other.post('/api/account/factor/confirmation', { code: await generate({ secret }) }));
    await office.open(page, bloc, `documents/${document.id}/sign`);
    await age();
    await press(page, 'Sign: ');
    await comesTo(() => focused(page), 'Code of your authenticator, or a recovery code', page);
    await expectWellMade(page);
    await picture(page, 'fresh-proof-code', false);
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await sees(page, 'The code is wrong or has been used.');
    const next = await generate({ secret, epoch: Math.floor(Date.now() / 1000) + STEP_SECONDS });
    await page.getByLabel('Code of your authenticator').fill(`${next.slice(0, 3)} ${next.slice(3)}`);
    await press(page, 'Confirm');
    await sees(page, 'The signature is valid');
    expect(await signatures(document.id)).toBe(1);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the account, leads to sign-in here, and asks for nothing but one press', async () => {
    const [page, other] = [await office.window(bloc, 'u4.head', { width: PHONE }), await office.window(bloc, 'u4.head')];
    await office.open(other, bloc, '/account');
    await office.open(page, bloc, '/account');
    await expectWellMade(page);
    await picture(page, 'sign-out-everywhere');
    await press(page, 'Đăng xuất khỏi mọi nơi');
    await sees(page, 'Dùng e-mail mà Hội đồng');
    await other.reload();
    await sees(other, 'Dùng e-mail mà Hội đồng');
  });
});
