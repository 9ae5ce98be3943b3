import type { Page } from 'playwright-core';
import { comesTo, focused, named, press, sees, wordsOf } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { PERSON_HEADINGS, UNIT_HEADINGS, WHOLE, workbook } from '../support/workbooks.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
});
afterAll(() => office.close());

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BAD = {
  'Đơn vị': [UNIT_HEADINGS, ['Hội A', 'Hội A tỉnh Bắc Giang', 'Hội A', 'Association A', null, '31/02/2027']],
  Người: [PERSON_HEADINGS, ['Ai Đó', 'ai.do@tinh.example', 'Trưởng phòng', 'Trưởng phòng', null, null, null, '01/01/2020', null]],
};

async function choose(page: Page, bytes: Buffer, name = 'don-vi.xlsx'): Promise<void> {
  const field = page.getByLabel(/^(Tệp Excel|Excel file)/);
  await field.setInputFiles({ name, mimeType: TYPE, buffer: bytes });
}

describe('importing units and people', () => {
  it('begins in the menu, for whoever may', async () => {
    const page = await office.window(bloc, 'council');
    await office.open(page, bloc, '/work');
    await press(page, 'Quản trị');
    await sees(page, 'Chọn tỉnh để lập và sửa đơn vị');
    await isThere(page);
    await expectWellMade(page);
    await press(page, 'Bắc Giang');
    await press(page, 'Nhập từ Excel');
    await sees(page, 'Điền tệp mẫu, chọn tệp');
    const other = await office.window(bloc, 'u1.head');
    await office.open(other, bloc, '/work');
    expect(await named(other, 'Quản trị').count()).toBe(0);
    await office.open(other, bloc, '/administration/tinh-khoi-nho/import');
    await sees(other, 'Không tìm thấy trang');
  });

  it('offers a template in the language of the page', async () => {
    const page = await office.window(bloc, 'council', { language: 'en' });
    await office.open(page, bloc, '/administration/tinh-khoi-nho/import');
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download the template')]);
    expect(download.suggestedFilename()).toBe('Template for units and people.xlsx');
  });

  it('names each cell to correct, on every screen, and makes nothing', async () => {
    const page = await office.window(bloc, 'council');
    await office.open(page, bloc, '/administration/tinh-khoi-nho/import');
    const bytes = await workbook(BAD);
    await choose(page, bytes);
    await comesTo(() => focused(page), '3 ô cần sửa', page);
    const words = await wordsOf(page);
    for (const told of [
      'Trang “Đơn vị”, ô A2',
      'Trang “Đơn vị”, ô F2',
      'Trang “Người”, ô C2',
      'Không có vai trò “Trưởng phòng”',
      'Ghi một trong: Chuyên viên, Lãnh đạo đơn vị',
    ])
      expect(words).toContain(told);
    expect(await named(page, 'Nhập cả tệp').count()).toBe(0);
    await everyLook(page, 'import-findings', async (english) => {
      await choose(english, bytes);
      await sees(english, '3 cells to correct');
      await isThere(english);
    });
  });

  it('shows what a corrected file would make, makes it once asked, and says who is written to', async () => {
    const page = await office.window(bloc, 'council', { width: PHONE });
    await office.open(page, bloc, '/administration/tinh-khoi-nho/import');
    await choose(page, await workbook(BAD));
    await sees(page, '3 ô cần sửa');
    await choose(page, await workbook(WHOLE));
    await comesTo(() => focused(page), 'Tệp nhập được', page);
    await sees(page, 'Sẽ lập 2 đơn vị, 2 người với 3 chức danh.');
    await expectWellMade(page);
    await picture(page, 'import-ready');
    await press(page, 'Nhập cả tệp');
    await comesTo(() => focused(page), 'Đã nhập cả tệp', page);
    await sees(page, 'Đã lập 2 đơn vị, 2 người với 3 chức danh.');
    await expectWellMade(page);
    await picture(page, 'import-done');
    await choose(page, await workbook(WHOLE));
    await sees(page, 'Tỉnh đã có đơn vị mang mã “hoi-xay-dung”.');
  });

  it('says why a file cannot be read', async () => {
    const page = await office.window(bloc, 'council');
    await office.open(page, bloc, '/administration/tinh-khoi-nho/import');
    await choose(page, Buffer.from('not a workbook'));
    await sees(page, 'Không đọc được tệp này như một bảng tính Excel');
    await expectWellMade(page);
  });

  it('refuses what is no workbook or too large by its name, before anything is sent, and takes a file that is dropped', async () => {
    const page = await office.window(bloc, 'council');
    await office.open(page, bloc, '/administration/tinh-khoi-nho/import');
    const sent: string[] = [];
    page.on('request', (request) => void (request.url().includes('/imports') && sent.push(request.url())));
    await drop(page, [[Buffer.from('words'), 'danh-sach.docx']]);
    await sees(page, 'Không nhận loại tệp của “danh-sach.docx”. Chọn tệp .xlsx.');
    await choose(page, Buffer.alloc(1_048_577), 'qua-lon.xlsx');
    await sees(page, /Tệp “qua-lon.xlsx” 1 MB, tối đa 1 MB/);
    await drop(page, [
      [await workbook(BAD), 'mot.xlsx'],
      [await workbook(BAD), 'hai.xlsx'],
    ]);
    await sees(page, 'Mỗi lần chọn một tệp.');
    await expectWellMade(page);
    expect(sent).toEqual([]);
    await drop(page, [[await workbook(BAD), 'don-vi.xlsx']]);
    await comesTo(() => focused(page), '3 ô cần sửa', page);
    await sees(page, /Đã chọn don-vi.xlsx/);
  });
});

/** Files are dragged from elsewhere and let go over the frame. */
async function drop(page: Page, files: readonly (readonly [Buffer, string])[]): Promise<void> {
  const given = files.map(([bytes, name]) => ({ bytes: [...bytes], name }));
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { bytes, name } of given) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, given);
  await page.dispatchEvent('app-file-drop', 'drop', { dataTransfer });
}
