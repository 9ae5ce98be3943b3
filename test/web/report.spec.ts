import type { ReportView } from '@thidua/workflows/report/report.schema';
import type { SectionView } from '@thidua/workflows/report/section.schema';
import type { Page } from 'playwright-core';
import { comesTo, focused, isSaved, press, pressOff, sees, tabTo, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import {
  acceptSection,
  makeDecidedBloc,
  OWN_PARTS,
  reportAs,
  reportPath,
  sectionAs,
  sectionOf,
  sectionPath,
  submitSection,
} from '../support/report.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeDecidedBloc(office.world, 'khoi-bao-cao');
  await bloc.setClock('2020-12-11T02:00:00Z');
});
afterAll(() => office.close());

const openSection = async (page: Page, unit: string): Promise<void> =>
  office.open(page, bloc, `sections/${(await sectionAs(bloc, `${unit}.officer`, unit)).id}`);

/** A unit's section, written over HTTP and not submitted. */
async function written(unit: string): Promise<SectionView> {
  const { id, version } = await sectionAs(bloc, `${unit}.officer`, unit);
  const officer = await bloc.person(`${unit}.officer`);
  return done(await officer.put<SectionView>(sectionPath(bloc, { id }), { version, ...sectionOf(unit) }));
}

/** What a field's description says, as it is read with the field. */
const describedWith = (page: Page, label: string): Promise<string> =>
  page.getByLabel(label).evaluate((field) => {
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.innerText.replace(/\s+/g, ' ').trim() ?? '').join(' ');
  });

describe('a section of the report', () => {
  it('is written under guidance, its words counted and doubled words named at once', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await openSection(page, 'u3');
    expect(await wordsOf(page)).toContain('Tổ chức: chi hội, hội viên, hội viên mới.');
    await write(page, 'Đoạn 1', 'Năm 2020, Hội hoàn thành theo theo kế hoạch.');
    await sees(page, '9 từ, nên từ 150 đến 600');
    await sees(page, 'Lặp từ: “theo theo”.');
    await isSaved(page);
  });

  it('takes figures as people write them, and loses nothing that is typed while it saves', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await openSection(page, 'u3');
    await write(page, 'Đoạn 2', 'Hội có 10 chi hội.');
    await press(page, 'Thêm số liệu');
    expect(await focused(page)).toBe('Số liệu về việc gì');
    await write(page, 'Số liệu về việc gì', 'Quỹ khuyến học');
    await write(page, 'Giá trị', '13,1 tỷ');
    await write(page, 'Đơn vị tính', 'tỷ đồng');
    await page.getByLabel('Mức', { exact: true }).selectOption('trên');
    await sees(page, 'Chưa lưu: còn mục chưa điền đủ');
    expect(await describedWith(page, 'Giá trị')).toContain('Hiểu là 13.100.000.000');
    await expectWellMade(page);
    await picture(page, 'section-understood');
    await write(page, 'Giá trị', '13,1');
    await press(page, 'Thêm khen thưởng');
    await write(page, 'Hình thức khen thưởng', 'Bằng khen');
    await write(page, 'Ai được khen', 'tập thể');
    await page.getByLabel('Ai được khen').blur();
    await isSaved(page);
    const saved = await sectionAs(bloc, 'u3.officer', 'u3');
    expect(saved.indicators).toEqual([{ key: 'quy-khuyen-hoc', label: 'Quỹ khuyến học', value: 13.1, unit: 'tỷ đồng', qualifier: 'over' }]);
    expect(saved.awards).toEqual([{ direction: 'received', name: 'Bằng khen', issuer: null, recipients: 'tập thể', count: null }]);
    await page.reload();
    await isThere(page);
    await comesTo(() => page.getByLabel('Giá trị').inputValue(), '13,1', page);
  });

  it('has its paragraphs moved by the keyboard, and the focus goes along', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await openSection(page, 'u3');
    await write(page, 'Đoạn 3', 'Đoạn này lên trước.');
    await tabTo(page, /^Lên ?: Đoạn 3$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^Lên ?: Đoạn 2$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^Xuống ?: Đoạn 1$/);
    await comesTo(() => page.getByLabel('Đoạn 1', { exact: true }).inputValue(), 'Đoạn này lên trước.', page);
    await isSaved(page);
  });

  it('says in words what is missing before it is submitted, and leads to it', async () => {
    const page = await office.window(bloc, 'u5.head', { width: PHONE });
    await openSection(page, 'u5');
    await press(page, 'Gửi phần báo cáo');
    await sees(page, 'Có 1 điều cần sửa');
    expect(await page.title()).toMatch(/^Lỗi: /);
    await expectWellMade(page);
    await press(page, 'Phần báo cáo chưa có đoạn văn nào.');
    expect(await focused(page)).toBe('Đoạn 1');
  });

  it('is reviewed by the head on a page of its own, then submitted', async () => {
    const { id } = await written('u4');
    const page = await office.window(bloc, 'u4.head');
    await office.open(page, bloc, `sections/${id}`);
    await press(page, 'Gửi phần báo cáo');
    await sees(page, 'Xem lại phần báo cáo trước khi gửi');
    await isThere(page);
    expect(await wordsOf(page)).toMatch(/trên 123\s+người/);
    await expectWellMade(page);
    await press(page, 'Gửi phần báo cáo');
    await sees(page, 'Đã gửi phần báo cáo của Hội U4');
    await sees(page, 'Đang chờ Thư ký Khối xem');
    expect((await sectionAs(bloc, 'u4.head', 'u4')).state).toBe('submitted');
  });

  it('is found by its state, returned with a reason, and the unit reads why', async () => {
    await submitSection(bloc, 'u6');
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'sections');
    await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('Đơn vị đã gửi');
    await sees(page, '2 trên 7 phần');
    expect(new URL(page.url()).search).toBe('?state=submitted');
    await press(page, '3.6 Hội U6');
    await press(page, 'Trả lại');
    await write(page, 'Lý do', 'Bổ sung số liệu hội viên năm 2019.');
    await page.getByRole('group', { name: 'Trả lại' }).getByRole('button', { name: 'Trả lại' }).click();
    await sees(page, 'Đã trả lại phần báo cáo của Hội U6');
    const officer = await office.window(bloc, 'u6.officer');
    await openSection(officer, 'u6');
    await sees(officer, 'Thư ký Khối trả lại để bổ sung');
    await sees(officer, 'Bổ sung số liệu hội viên năm 2019.');
  });

  it('lets two people of a unit choose part by part when both have written', async () => {
    await written('u7');
    const page = await office.window(bloc, 'u7.officer');
    await openSection(page, 'u7');
    const { id, version } = await sectionAs(bloc, 'u7.head', 'u7');
    const other = { ...sectionOf('u7'), paragraphs: ['Lãnh đạo đã viết lại đoạn này.'] };
    done(await (await bloc.person('u7.head')).put(sectionPath(bloc, { id }), { version, ...other }));
    await write(page, 'Đoạn 1', 'Chuyên viên cũng viết.');
    await page.getByLabel('Đoạn 1', { exact: true }).blur();
    await sees(page, 'Có người vừa sửa bản này');
    await page.getByRole('group', { name: 'Nội dung' }).getByText('Bản mới nhất').click();
    await press(page, 'Dùng các mục đã chọn');
    await comesTo(() => page.getByLabel('Đoạn 1', { exact: true }).inputValue(), 'Lãnh đạo đã viết lại đoạn này.', page);
  });

  it('is readable in every look', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await openSection(page, 'u3');
    await everyLook(page, 'section-writing');
  });

  it('stands in a list that is readable in every look', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'sections');
    await everyLook(page, 'sections');
  });
});

describe('the report', () => {
  it('is written by the secretary, with its outline and what to look at beside it', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'report');
    expect(await page.locator('app-main-menu [aria-current="page"]').allInnerTexts()).toEqual(['Báo cáo']); // of another address
    await write(page, 'Ngày chốt số liệu', '2020-12-10');
    await page.getByRole('region', { name: 'II.1. Hạn chế' }).getByLabel('Đoạn 1').fill('Một số đơn vị còn chậm chậm gửi báo cáo.');
    await page.getByRole('region', { name: 'II.1. Hạn chế' }).getByLabel('Đoạn 1').blur();
    await isSaved(page);
    expect(await reportAs(bloc, 'secretary')).toMatchObject({
      asOf: '2020-12-10',
      limitations: ['Một số đơn vị còn chậm chậm gửi báo cáo.'],
    });
    await sees(page, 'Lặp từ: “chậm chậm”.');
    await press(page, '3.4 Hội U4');
    await sees(page, 'Phần 3.4: Hội U4');
  });

  it('tells the head what is missing, and is frozen once all is there, with what follows in words', async () => {
    const page = await office.window(bloc, 'u1.head');
    await office.open(page, bloc, 'report');
    await sees(page, /Còn \d phần báo cáo chưa được nhận/);
    await pressOff(page, 'Chốt nội dung báo cáo');
    expect(await focused(page)).toContain('Chốt nội dung báo cáo, chưa làm được:');
    await completed();
    await page.reload();
    await isThere(page);
    await press(page, 'Chốt nội dung báo cáo');
    await sees(page, 'Xem lại trước khi chốt');
    await isThere(page);
    await sees(page, '7 trên 7 phần đã nhận');
    await sees(page, /Các đơn vị không sửa được phần của mình nữa/);
    await press(page, 'Chốt nội dung báo cáo');
    await sees(page, 'Đã chốt nội dung báo cáo');
    const member = await office.window(bloc, 'u4.officer');
    await office.open(member, bloc, 'report');
    await sees(member, 'Nhân rộng các điển hình tiên tiến.');
    expect(await wordsOf(member)).not.toContain('Điểm nên xem lại');
  });

  it('is readable in every look', async () => {
    const { id, version } = await reportAs(bloc, 'u1.head');
    done(
      await (
        await bloc.person('u1.head')
      ).event<ReportView>(reportPath(bloc, { id }), {
        type: 'reopen',
        version,
        reason: 'Bổ sung phần nguyên nhân.',
      }),
    );
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'report');
    await everyLook(page, 'report-writing');
  });

  /** Every section is accepted, and the own parts are written. */
  async function completed(): Promise<void> {
    const secretary = await bloc.person('secretary');
    const { items } = done(await secretary.get<{ items: SectionView[] }>(`${bloc.path}/sections`));
    for (const { id, version, state, unitShortName } of items)
      if (state === 'submitted') done(await secretary.event(sectionPath(bloc, { id }), { type: 'accept', version }));
      else await acceptSection(bloc, unitShortName.replace('Hội ', '').toLowerCase());
    const report = await reportAs(bloc, 'secretary');
    done(await secretary.put(reportPath(bloc, report), { version: report.version, ...OWN_PARTS }));
  }
});
