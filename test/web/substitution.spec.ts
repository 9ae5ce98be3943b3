import { textOfPages } from '@thidua/api/platform/pdf/reading';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { Page } from 'playwright-core';
import { comesTo, focused, press, sees, seesNoMore, wordsOf, write } from '../support/acting.js';
import { checkedDocument, documentAs, fileOf } from '../support/documents.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, LAPTOP, openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { makeFrozenBloc } from '../support/report.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { addDeputies } from '../support/substitution.js';
import { eventually, startWorkerOf } from '../support/worker.js';

let office: Office;
let bloc: SmallBloc;
let worker: RunningWorker;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeFrozenBloc(office.world, 'khoi-ky-thay');
  await bloc.setClock('2020-12-14T01:00:00Z');
  await addDeputies(office.world, bloc, ['u1']);
  worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
});
afterAll(async () => {
  await worker.stop();
  await office.close();
});

async function nameFor(page: Page, who: RegExp, areas: readonly string[]): Promise<void> {
  await press(page, 'Giao người thay');
  const select = page.getByLabel('Ai làm thay');
  const option = await select.locator('option', { hasText: who }).first().innerText(); // waits until the names have come
  await select.selectOption({ label: option });
  for (const area of areas) await page.getByLabel(area).check();
  await write(page, 'Đến ngày', '2020-12-20');
}

/** Looks at the page in every way, and comes back to it. */
async function looked(page: Page, name: string): Promise<void> {
  const url = page.url();
  await everyLook(page, name);
  await page.goto(url);
  await isThere(page);
}

it('the head names the deputy’s unit, whose head signs: the document bears KT. with both, and the head signs again once it is ended', async () => {
  const document = await checkedDocument(bloc, 'BC');
  const head = await office.window(bloc, 'u1.head');
  await office.open(head, bloc, '/account');
  await sees(head, 'Ông/bà chưa giao cho ai làm thay');
  await press(head, 'Giao người thay');
  await head.getByRole('button', { name: 'Giao người thay' }).click();
  await sees(head, 'Chọn người làm thay.');
  await sees(head, 'Chọn ít nhất một việc.');
  await sees(head, 'Nhập ngày và giờ kết thúc.');
  await expectWellMade(head);
  await press(head, 'Quay lại');
  await nameFor(head, /u5\.head.*Trưởng Khối thử năm 2020/, ['ký văn bản']);
  for (const width of [PHONE, TABLET, LAPTOP]) {
    await head.setViewportSize({ width, height: 900 });
    await expectWellMade(head);
    await picture(head, 'substitution-form');
  }
  await head.getByRole('button', { name: 'Giao người thay' }).click();
  await sees(head, 'Người u5.head ký thay Người u1.head (KT.), Trưởng Khối thử năm 2020');
  await sees(head, 'đến 20/12/2020 17:00');
  await comesTo(() => focused(head), 'Đã giao Người u5.head ký thay.', head);
  await sees(head, 'Đang hiệu lực');
  await looked(head, 'substitution-given');
  await press(head, 'Lịch sử việc giao');
  await sees(head, 'Người u5.head ký thay Người u1.head (KT.), Trưởng Khối thử năm 2020');
  await sees(head, 'Hội U1 (Người u1.head): Giao người thay');
  await looked(head, 'substitution-history');

  await office.open(head, bloc, `documents/${document.id}`);
  await sees(head, 'Ông/bà đã giao cho Người u5.head đến 17 giờ 00 ngày 20/12/2020.');

  const deputy = await office.window(bloc, 'u5.head', { width: PHONE });
  await office.open(deputy, bloc, '/work');
  await sees(deputy, 'Làm thay Người u1.head');
  await looked(deputy, 'substitution-work');
  await office.open(deputy, bloc, '/account');
  await sees(deputy, 'ký thay Người u1.head đến 20/12/2020 17:00');
  await picture(deputy, 'substitution-received');
  await office.open(deputy, bloc, `documents/${document.id}`);
  await press(deputy, 'Mở bản ký');
  await eventually(async () => (await documentAs(bloc, 'secretary', document)).state === 'prepared');
  await office.open(deputy, bloc, `documents/${document.id}/sign`);
  await sees(deputy, 'KT. · ký thay Người u1.head');
  await picture(deputy, 'substitution-sign');
  await press(deputy, 'Ký Báo cáo');
  await eventually(async () => (await documentAs(bloc, 'secretary', document)).state === 'signed');
  const text = (await textOfPages(await fileOf(bloc, 'secretary', document))).join('\n').replace(/\s+/g, ' ');
  expect(text).toContain('TM. KHỐI THI ĐUA KT. TRƯỞNG KHỐI PHÓ TRƯỞNG KHỐI Người u5.head Chủ tịch Hội U5 tỉnh Bắc Giang');
  await office.open(deputy, bloc, `documents/${document.id}/history`);
  await sees(deputy, 'Hội U1 (Người u5.head, ký thay Người u1.head): Ký văn bản');

  await office.open(head, bloc, '/account');
  await press(head, 'Thu lại');
  await sees(head, 'Người thay mất quyền này ngay');
  await head.locator('app-event-final').getByRole('button').first().click();
  await comesTo(() => focused(head), 'Đã thu lại việc giao Người u5.head.', head);
  await sees(head, 'Thu lại lúc');
  await seesNoMore(head, 'Đang hiệu lực');
  await office.open(deputy, bloc, '/work');
  await comesTo(async () => (await wordsOf(deputy)).includes('Làm thay'), false, deputy);
});

it('a capacity says whose it is, and what is not given is said where it is asked for', async () => {
  const head = await office.window(bloc, 'u1.head', { language: 'en' });
  await office.open(head, bloc, '/account');
  await press(head, 'Name a substitute');
  const select = head.getByLabel('Who stands in');
  const option = await select.locator('option', { hasText: /u1\.officer.*TUQ/ }).innerText();
  await select.selectOption({ label: option });
  await sees(head, 'The system does not know who heads which part: the written paper is the proof.');
  await head.getByLabel('Everything').check();
  await write(head, 'Until the day', '2020-12-20');
  await head.getByRole('button', { name: 'Name a substitute' }).click();
  await sees(head, 'Number of the authorisation');
  await expectWellMade(head);
  await write(head, 'Number of the authorisation', '05/GUQ-LHH');
  await write(head, 'Day of the paper', '2020-12-13');
  await picture(head, 'substitution-form-tuq');
  await head.getByRole('button', { name: 'Name a substitute' }).click();
  await sees(head, 'number 05/GUQ-LHH of 13 December 2020');
  await press(head, 'Name a substitute');
  await select.selectOption({ label: await select.locator('option', { hasText: /u1\.deputy.*KT\./ }).innerText() });
  await head.getByLabel('Everything').check();
  await write(head, 'Until the day', '2020-12-20');
  await head.getByRole('button', { name: 'Name a substitute' }).click();
  await sees(head, 'Somebody stands in at that time already');
  await expectWellMade(head);

  const officer = await office.window(bloc, 'u1.officer');
  await office.open(officer, bloc, '/work');
  await officer.getByRole('button', { name: /Tài khoản/ }).click();
  const capacity = officer.getByLabel('Đang làm việc với tư cách');
  await capacity.selectOption({ label: 'TUQ. Chủ tịch, Hội U1 (thay Người u1.head)' });
  await sees(officer, 'TUQ. Chủ tịch');
  await picture(officer, 'substitution-capacity');
});
