import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { Page } from 'playwright-core';
import { press, sees, tabTo, wordsOf, write } from '../support/acting.js';
import { documentAs, press as pressed } from '../support/documents.js';
import { everyLook, expectWellMade } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { makeDecidedBloc } from '../support/report.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { startWorkerOf } from '../support/worker.js';

/** Every look in every colour takes its time. */
const LOOKS_MS = 180_000;

let office: Office;
let bloc: SmallBloc;
let worker: RunningWorker;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeDecidedBloc(office.world, 'khoi-nho');
  worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
});
afterAll(async () => {
  await worker.stop();
  await office.close();
});

/** Looks at the page in every way, and comes back to it. */
async function looked(page: Page, name: string): Promise<void> {
  const url = page.url();
  await everyLook(page, name);
  await page.goto(url);
  await isThere(page);
}

const idOf = (page: Page): string => /documents\/([0-9a-f-]{36})/.exec(page.url())![1]!;

describe('the papers of a year', () => {
  let secretary: Page;
  let head: Page;
  let id: string;

  it(
    'are three, and the secretary makes what is missing',
    async () => {
      secretary = await office.window(bloc, 'secretary');
      await office.open(secretary, bloc, 'documents');
      await sees(secretary, 'Lập Báo cáo');
      await looked(secretary, 'documents-empty');
    },
    LOOKS_MS,
  );

  it('ask where the meeting was before minutes are made, and show pages, format and for whom they wait', async () => {
    await press(secretary, 'Lập Biên bản');
    await sees(secretary, 'Ghi nơi họp.');
    await write(secretary, 'Nơi họp hội nghị bình xét', 'Hội trường Hội U1');
    await press(secretary, 'Lập Biên bản');
    await sees(secretary, 'Địa điểm: Hội trường Hội U1.');
    await isThere(secretary);
    id = idOf(secretary);
    expect(await wordsOf(secretary)).toMatch(/22 điểm, tất cả đều đạt[\s\S]*Trình văn bản/);
  });

  it('show the file itself where the browser has a view of its own for it, which is made once and not again and again', async () => {
    const page = await office.another(secretary);
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => true }); // as in every browser with a window
      const made = Object.assign(window, { made: 0 });
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file) => {
        made.made += 1;
        return make(file);
      };
    });
    await office.open(page, bloc, `documents/${id}`);
    await page.locator('iframe[src^="blob:"]').waitFor();
    await isThere(page);
    expect(await page.evaluate(() => (window as unknown as { made: number }).made)).toBe(1);
    await page.close();
  });

  it(
    'can be read as drafts on every screen',
    async () => {
      await looked(secretary, 'document-draft');
      await press(secretary, 'Trình văn bản');
      await sees(secretary, 'Chờ Văn thư');
    },
    LOOKS_MS,
  );

  it('are returned by the records officer with a reason, or passed', async () => {
    const records = await office.window(bloc, 'records');
    await office.open(records, bloc, `documents/${id}`);
    await press(records, 'Trả lại');
    await write(records, 'Lý do', 'Đề nghị rà lại tên gọi các đơn vị.');
    await records.getByRole('button', { name: 'Trả lại' }).last().click();
    await sees(records, 'Đề nghị rà lại tên gọi các đơn vị.');
    done(await pressed(bloc, 'secretary', { id }, { type: 'propose' }));
    await office.open(records, bloc, `documents/${id}`);
    await press(records, 'Đạt thể thức');
    await sees(records, 'Chờ Trưởng Khối');
  });

  it('are opened by the head on a phone under number and day, with the code of the pages beside the button', async () => {
    head = await office.window(bloc, 'u1.head', { width: PHONE });
    await office.open(head, bloc, `documents/${id}`);
    await press(head, 'Mở bản ký');
    await sees(head, 'Ông/bà ký văn bản sau');
    const { number, sha256 } = await documentAs(bloc, 'u1.head', { id });
    await sees(head, `${sha256!.slice(0, 4)} ${sha256!.slice(4, 8)}`.toUpperCase());
    await sees(head, number!);
    await isThere(head);
  });

  it(
    'can be viewed on every screen, and signed; then the signature is judged',
    async () => {
      await looked(head, 'document-sign');
      await head.setViewportSize({ width: PHONE, height: 844 });
      await press(head, 'Ký Biên bản');
      await sees(head, 'Chữ ký hợp lệ; văn bản còn nguyên vẹn từ khi ký.');
      await sees(head, 'Chứng thư phát triển');
      await expectWellMade(head);
    },
    LOOKS_MS,
  );

  it(
    'are issued, and whom they are for reads them with the check of their signature: with single peers’ marks, the council alone',
    async () => {
      const records = await office.window(bloc, 'records');
      await office.open(records, bloc, `documents/${id}`);
      await press(records, 'Phát hành');
      await sees(records, 'Đã phát hành');
      const member = await office.window(bloc, 'u4.officer');
      await office.open(member, bloc, 'documents');
      await sees(member, 'Chưa có văn bản ông/bà được xem.');
      expect(await wordsOf(member)).not.toContain('01/BB-KTĐT');
      const council = await office.window(bloc, 'council');
      await office.open(council, bloc, 'documents');
      await press(council, '01/BB-KTĐT');
      await sees(council, 'Chữ ký hợp lệ');
      await isThere(council);
      expect((await wordsOf(council)).replaceAll('\u00a0', ' ')).toContain(
        'Kết quả: Cờ thi đua của UBND tỉnh cho 01 đơn vị: Hội U1 tỉnh Bắc Giang.',
      );
      await looked(council, 'document-issued');
    },
    LOOKS_MS,
  );

  it(
    'are replaced with a reason, and the register shows every number',
    async () => {
      await office.open(secretary, bloc, `documents/${id}`);
      await press(secretary, 'Lập bản thay thế');
      await write(secretary, 'Sai sót gì', 'Ghi nhầm nơi họp của hội nghị.');
      await secretary.getByRole('button', { name: 'Lập bản thay thế' }).last().click();
      await sees(secretary, 'Ghi nhầm nơi họp của hội nghị.');
      const replacement = { id: idOf(secretary) };
      expect(replacement.id).not.toBe(id);
      done(await pressed(bloc, 'secretary', replacement, { type: 'propose' }));
      done(await pressed(bloc, 'records', replacement, { type: 'pass' }));
      done(await pressed(bloc, 'u1.head', replacement, { type: 'prepare' }));
      done(await pressed(bloc, 'u1.head', replacement, { type: 'return', reason: 'Đề nghị ghi rõ hơn nơi họp.' }));
      await office.open(secretary, bloc, 'register');
      await sees(secretary, 'Số đã hủy. Trả lại trước khi ký: Đề nghị ghi rõ hơn nơi họp.');
      await looked(secretary, 'register');
    },
    LOOKS_MS,
  );

  it('are made and proposed with the keyboard alone', async () => {
    await office.open(secretary, bloc, 'documents');
    await tabTo(secretary, 'Lập Tờ trình');
    await secretary.keyboard.press('Enter');
    await sees(secretary, 'Bản dự thảo,');
    await isThere(secretary);
    await tabTo(secretary, /Trình văn bản/);
    await secretary.keyboard.press('Enter');
    await sees(secretary, 'Tờ trình dẫn');
    await expectWellMade(secretary);
  });
});
