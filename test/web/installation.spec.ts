import { makeAuthority, makeSigner } from '@thidua/api/platform/pdf/certificate';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { focused, press, sees, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, signIn, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorkerOf } from '../support/worker.js';

let office: Office;
let bloc: SmallBloc;
let worker: RunningWorker | null = null;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  const folder = join(office.world.dataDir, 'keys', 'signers');
  await mkdir(folder, { recursive: true });
  const signer = await makeSigner(
    await makeAuthority(new Date()),
    { name: 'Nguyễn Thị Ký', organisation: 'Hội Nhà báo' },
    new Date(Date.now() - 350 * 86_400_000),
  );
  await writeFile(join(folder, 'ky.pem'), `${signer.certificate}\n${signer.key}\n`);
  await writeFile(join(folder, 'thieu-khoa.pem'), signer.certificate);
});
afterAll(async () => {
  await worker?.stop();
  await office.close();
});

async function administrator(width?: number): Promise<Page> {
  return signIn(await office.stranger(width ? { width } : {}), 'quan-tri@thidua.example');
}

async function opened(page: Page, link: string): Promise<void> {
  await office.open(page, bloc, '/administration');
  // Until the address has changed, what is there is the page before.
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith('/administration')), press(page, link)]);
  await isThere(page);
}

describe('the pages of an administrator', () => {
  it('tell how letters leave, and what became of a test letter as the worker reports it', async () => {
    const page = await administrator(PHONE);
    await opened(page, 'Thư điện tử');
    await sees(page, 'Không có: thư ở lại Hộp thư mẫu');
    await sees(page, 'Chưa biết: phần gửi thư của chương trình không lên tiếng');
    expect(await wordsOf(page)).not.toMatch(/worker/i);
    await everyLook(page, 'mail-settings');
    await page.goto('/vi/administration/mail');
    await press(page, 'Gửi thư thử');
    await sees(page, 'Thư gửi quan-tri@thidua.example đang chờ được gửi.');
    worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
    await sees(page, 'Máy chủ thư đã nhận thư gửi quan-tri@thidua.example: 250');
    await expectWellMade(page);
    await picture(page, 'mail-settings-sent');
  });

  it('tell which keys sign, for whom and until when, and which files cannot be used', async () => {
    const page = await administrator();
    await opened(page, 'Khóa ký số');
    const words = await wordsOf(page);
    for (const told of [
      'Nguyễn Thị Ký',
      'Hội Nhà báo',
      'Sắp hết hạn',
      'một người trong một đơn vị',
      'thieu-khoa.pem: Tệp thiếu chứng thư hoặc khóa',
    ])
      expect(words).toContain(told);
    await everyLook(page, 'signing-keys');
  });

  it('are beside that of a bloc’s secretary, who says where checkpoints of the journal are written to', async () => {
    const page = await office.window(bloc, 'secretary', { width: PHONE });
    await office.open(page, bloc, '');
    await press(page, 'Nơi nhận mốc nhật ký');
    await isThere(page);
    await everyLook(page, 'checkpoint-address');
    await page.goto('/vi/khoi-nho/2020/checkpoint-address');
    await isThere(page);
    await write(page, 'Địa chỉ e-mail', 'khong-phai-dia-chi');
    await press(page, 'Lưu nơi nhận');
    await press(page, 'Chưa đúng dạng. Kiểm tra rồi nhập lại.');
    expect(await focused(page)).toBe('Địa chỉ e-mail');
    await write(page, 'Địa chỉ e-mail', 'luu-tru@co-quan-khac.example');
    await press(page, 'Lưu nơi nhận');
    await sees(page, 'Đã lưu. Mốc từ nay gửi đến luu-tru@co-quan-khac.example.');
    await expectWellMade(page);
    const standing = async () => (await (await bloc.person('secretary')).get(`${bloc.path}/checkpoint-address`)).body.address;
    expect(await standing()).toBe('luu-tru@co-quan-khac.example');
    await write(page, 'Địa chỉ e-mail', '');
    await press(page, 'Lưu nơi nhận');
    await sees(page, 'Đã lưu. Mốc từ nay không gửi cho ai.');
    expect(await standing()).toBeNull();
    const other = await office.window(bloc, 'u1.head');
    await office.open(other, bloc, '');
    expect(await wordsOf(other)).not.toContain('Nơi nhận mốc nhật ký');
    await office.open(other, bloc, 'checkpoint-address');
    await sees(other, 'Không tìm thấy trang này');
  });

  it('are nobody else’s', async () => {
    const page = await office.window(bloc, 'council');
    await office.open(page, bloc, '/administration');
    expect(await wordsOf(page)).not.toMatch(/Thư điện tử|Khóa ký số/);
    for (const address of ['mail', 'keys']) {
      await office.open(page, bloc, `/administration/${address}`);
      await sees(page, 'Không tìm thấy trang này');
    }
  });
});
