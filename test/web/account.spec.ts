import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { comesTo, focused, press, sees, seesNoMore, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { mailboxOf } from '../support/papers.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { PASSWORD } from '../support/world.js';

const NEXT = 'ba con mèo ngủ trên mái đình';
let office: Office;
let bloc: SmallBloc;
let worker: RunningWorker;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-03-13T02:00:00Z');
  worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
});
afterAll(async () => {
  await worker.stop();
  await office.close();
});

const fillIn = async (page: Page, email: string, password: string): Promise<void> => {
  await write(page, 'E-mail', email);
  await write(page, 'Mật khẩu', password);
  await press(page, 'Đăng nhập');
};

/** As a hand presses: the page has drawn before the button comes up again. */
async function pressSlowly(page: Page, words: string): Promise<void> {
  const { x, y } = (await page.getByRole('alertdialog').getByRole('button', { name: words }).boundingBox())!;
  await page.mouse.move(x + 20, y + 20);
  await page.mouse.down();
  await focused(page); // two frames
  await page.mouse.up();
}

/** The page behind the link of the newest letter to an address. */
async function linkTo(address: string): Promise<string> {
  const mailbox = mailboxOf(office.world);
  const line = await eventually(async () =>
    (await mailbox.list()).find(({ to, subject }) => to === address && /Tài khoản|Đặt lại/.test(subject)),
  );
  const { email } = (await mailbox.read(line.id))!;
  return /https?:\/\/\S+\/vi\/password\/\S+/.exec(email.text!)![0];
}

describe('a forgotten password', () => {
  it('is asked for from the sign-in page, set behind the letter’s link, and lets one in', async () => {
    const email = 'u3.head@khoi-nho.example';
    const page = await office.stranger({ width: PHONE });
    await office.open(page, bloc, '/sign-in');
    await press(page, 'Quên mật khẩu');
    await isThere(page);
    await press(page, 'Gửi liên kết');
    await sees(page, 'Có 1 điều cần sửa');
    await expectWellMade(page);
    await write(page, 'E-mail', email);
    await press(page, 'Gửi liên kết');
    await comesTo(() => focused(page), 'Đã nhận đề nghị', page);
    await expectWellMade(page);
    await page.goto(await linkTo(email));
    await isThere(page);
    await sees(page, email);
    await write(page, 'Mật khẩu mới', 'ngắn quá');
    await press(page, 'Đặt mật khẩu');
    await sees(page, 'Cần ít nhất 15 ký tự');
    await write(page, 'Mật khẩu mới', 'matkhau12345678');
    await press(page, 'Đặt mật khẩu');
    await sees(page, 'Mật khẩu mới quá ngắn hoặc quá dễ đoán');
    await expectWellMade(page);
    await write(page, 'Mật khẩu mới', NEXT);
    await press(page, 'Đặt mật khẩu');
    await comesTo(() => focused(page), 'Đã đặt mật khẩu', page);
    await press(page, 'Đến trang đăng nhập');
    await isThere(page);
    await fillIn(page, email, NEXT);
    await sees(page, 'Việc của tôi');
  });

  it('has a link that works once: the page says so and leads to a new one', async () => {
    const page = await office.stranger();
    await page.goto(await linkTo('u3.head@khoi-nho.example'));
    await sees(page, 'Liên kết này đã được dùng');
    await press(page, 'Nhận liên kết mới');
    await sees(page, 'Nhập e-mail của tài khoản');
    await everyLook(page, 'forgotten');
  });
});

describe('an invitation', () => {
  it('has a page that is readable in every look', async () => {
    const email = 'moi@khoi-nho.example';
    const posts = [{ role: 'unit-officer', unitCode: 'u3', title: 'Chuyên viên', from: '2020-01-01' }];
    done(await (await office.world.admin()).post('/api/provinces/tinh-khoi-nho/people', { name: 'Lê Thị Mới', email, posts }));
    const page = await office.stranger();
    await page.goto(await linkTo(email));
    await sees(page, 'Ông/bà Lê Thị Mới đặt mật khẩu cho tài khoản');
    await everyLook(page, 'new-password');
  });
});

describe('signing in in two steps', () => {
  it('is turned on with the own device, asked for at the next sign-in, and its recovery codes are shown once', async () => {
    const email = 'u7.head@khoi-nho.example';
    const page = await office.window(bloc, 'u7.head', { width: PHONE });
    await office.open(page, bloc, '/account');
    await page.locator('#factor-password').fill(PASSWORD);
    await press(page, 'Bắt đầu');
    await comesTo(async () => (await focused(page)).slice(0, 12), 'Quét mã này ', page);
    const secret = (await page.locator('app-factor-panel code').innerText()).replaceAll(' ', '');
    await expectWellMade(page);
    await page.getByLabel('Mã 6 chữ số').fill('000000');
    await press(page, 'Bật xác thực hai bước');
    await sees(page, 'Mã không đúng hoặc đã được dùng.');
    await comesTo(() => focused(page), 'Mã 6 chữ số', page);
    await page.getByLabel('Mã 6 chữ số').fill(await generate({ secret }));
    await press(page, 'Bật xác thực hai bước');
    await sees(page, 'Các mã này chỉ hiện lần này.');
    await comesTo(() => focused(page), 'Mã dự phòng', page);
    const codes = await page.locator('app-factor-panel .codes li').allInnerTexts();
    expect(codes).toHaveLength(10);
    await picture(page, 'factor-codes');
    const other = await office.stranger();
    await office.open(other, bloc, '/sign-in');
    await fillIn(other, email, PASSWORD);
    await comesTo(() => focused(other), 'Mã của ứng dụng, hoặc mã dự phòng', other);
    await expectWellMade(other);
    await press(other, 'Đăng nhập');
    await sees(other, 'Nhập mã.');
    await write(other, 'Mã của ứng dụng', codes[0]!);
    await press(other, 'Đăng nhập');
    await sees(other, 'Việc của tôi');
  });
});

describe('where one is signed in', () => {
  it('stands on the account page, and is ended there', async () => {
    const other = await office.stranger();
    await office.open(other, bloc, '/sign-in');
    await fillIn(other, 'u4.head@khoi-nho.example', PASSWORD);
    await sees(other, 'Việc của tôi');
    const page = await office.window(bloc, 'u4.head');
    await office.open(page, bloc, '/account');
    await sees(page, '(máy này)');
    await press(page, 'Kết thúc mọi phiên khác');
    await page.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).waitFor({ state: 'hidden' }); // what is said of it stays
    await other.reload();
    await sees(other, 'Dùng e-mail mà Hội đồng');
    await everyLook(page, 'account');
  });
});

describe('a page that nobody uses', () => {
  const MINUTE = 60_000;

  it('says five minutes before that the session ends; any key stays', async () => {
    const page = await office.window(bloc, 'u5.head');
    await page.clock.install();
    await office.open(page, bloc, '/account');
    await page.clock.fastForward(24 * MINUTE);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.clock.fastForward(1.5 * MINUTE);
    await sees(page, 'Phiên làm việc sắp hết. Ở lại?');
    await comesTo(() => focused(page), 'Ở lại', page);
    await expectWellMade(page);
    await page.keyboard.press('Shift');
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
    await page.clock.fastForward(24 * MINUTE);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  it.each([
    ['the mouse', (page: Page) => pressSlowly(page, 'Đăng xuất')],
    ['the keyboard', async (page: Page) => [await page.keyboard.press('Tab'), await page.keyboard.press('Enter')]],
  ])('is left at once by %s, if that is what one wants', async (_, leave) => {
    const page = await office.window(bloc, 'u5.head');
    await page.clock.install();
    await office.open(page, bloc, '/account');
    await page.clock.fastForward(25.5 * MINUTE);
    await comesTo(() => focused(page), 'Ở lại', page);
    await page.clock.resume();
    await leave(page);
    await sees(page, 'Dùng e-mail mà Hội đồng');
    expect(page.url()).toContain('/vi/sign-in?next=%2Faccount');
  });

  it('says why it asks to sign in, also where the server had ended the session before', async () => {
    const page = await office.window(bloc, 'u6.head', { width: PHONE });
    await page.clock.install();
    await office.open(page, bloc, '/account');
    await office.world.owner.query('delete from session using account a where account_id = a.id and a.email = $1', [
      'u6.head@khoi-nho.example',
    ]);
    await page.clock.fastForward(31 * MINUTE);
    await sees(page, 'Phiên làm việc đã kết thúc vì 30 phút không dùng.');
    await expectWellMade(page);
    await page.reload();
    await sees(page, 'Dùng e-mail mà Hội đồng');
    await seesNoMore(page, 'Phiên làm việc đã kết thúc');
  });

  it('ends the session after half an hour, and comes back to the same page after signing in', async () => {
    const page = await office.window(bloc, 'u6.head');
    await page.clock.install();
    await office.open(page, bloc, '/account');
    await page.clock.fastForward(31 * MINUTE);
    await sees(page, 'Dùng e-mail mà Hội đồng');
    await fillIn(page, 'u6.head@khoi-nho.example', PASSWORD);
    await sees(page, 'Chức danh đang giữ');
  });
});
