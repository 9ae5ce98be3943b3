import { makeAuthority, makeSigner } from '@thidua/api/platform/pdf/certificate';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { press, sees, wordsOf } from '../support/acting.js';
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
  await press(page, link);
  await isThere(page);
}

describe('the pages of an administrator', () => {
  it('tell how letters leave, and what became of a test letter as the worker reports it', async () => {
    const page = await administrator(PHONE);
    await opened(page, 'Thư điện tử');
    await sees(page, 'Không có: thư ở lại hộp thư thử');
    await sees(page, 'Chưa biết: worker không lên tiếng');
    await everyLook(page, 'mail-settings');
    await page.goto('/vi/administration/mail');
    await press(page, 'Gửi thư thử');
    await sees(page, 'Thư gửi quan-tri@thidua.example đang chờ worker.');
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
