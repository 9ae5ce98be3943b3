import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Page } from 'playwright-core';
import { comesTo, focused, isSaved, press, sees, tabTo, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade, lowLinks } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { done, makeCompiledBloc, nameOf, points, submitSelf } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeOpenBloc(office.world, { now: '2020-03-13T02:42:00Z' });
});
afterAll(() => office.close());

/** A unit's line in the table of progress: its words. */
const rowOf = (page: Page, unit: string) => page.getByRole('row', { name: new RegExp(`^${nameOf(unit)}\\b`) });
const letters = async (): Promise<number> =>
  (await office.world.owner.query(`select 1 from delivery where letter like '%-reminded'`)).rowCount ?? 0;

describe('where the bloc stands', () => {
  it('a leader reminds a unit by the keyboard; the focus stays at the unit, and the page says what was done', async () => {
    const page = await office.window(bloc, 'u2.head');
    await office.open(page, bloc, 'progress');
    await tabTo(page, 'Nhắc đơn vị Hội U3');
    await page.keyboard.press('Enter');
    await sees(page, 'Đã gửi thư nhắc Hội U3.');
    expect(await page.getByRole('status').filter({ hasText: 'Đã gửi thư nhắc' }).count()).toBe(1);
    await comesTo(
      async () => /Đã nhắc lúc 09:4\d, 13\/03\/2020; người nhắc: Người u2\.head\./.test(await rowOf(page, 'u3').innerText()),
      true,
      page,
    );
    expect(await focused(page)).toBe('Nhắc đơn vị Hội U3');
    // Pressed once more it sends nothing: the button is off and says why.
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Nhắc đơn vị Hội U3' }).getAttribute('aria-disabled')).toBe('true');
    expect(await letters()).toBe(2);
    expect(await wordsOf(page)).not.toContain('Hội U6');
    await expectWellMade(page);
  });

  it('all who have not sent are reminded at one press, those of today are not asked again', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'progress');
    await sees(page, '0 trên 7 đơn vị đã gửi.');
    await press(page, 'Nhắc đơn vị chưa gửi');
    await sees(page, 'Đã gửi thư nhắc 6 đơn vị.');
    expect(await letters()).toBe(14);
    await comesTo(() => page.getByRole('button', { name: 'Nhắc đơn vị chưa gửi' }).count(), 0, page);
  });

  it('an officer who is writing is not disturbed by a reminder: what is typed saves itself on', async () => {
    const page = await office.window(bloc, 'u5.officer');
    const list = done(await (await bloc.person('u5.officer')).get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
    await bloc.setClock('2020-03-14T02:42:00Z');
    await office.open(page, bloc, `registrations/${list.items[0]!.id}`);
    await write(page, 'Điều cần nói thêm với người xem xét', 'Đang cân nhắc');
    await isSaved(page);
    const { id } = list.items[0]!;
    const secretary = await bloc.person('secretary');
    const { version } = done(await secretary.get<{ version: number }>(`${bloc.path}/registrations/${id}`));
    done(await secretary.event(`${bloc.path}/registrations/${id}`, { type: 'remind', version }));
    await write(page, 'Điều cần nói thêm với người xem xét', 'Đã cân nhắc xong');
    const saved = async () =>
      (await office.world.owner.query<{ note: string }>('select note from registration where id = $1', [id])).rows[0]!.note;
    await comesTo(saved, 'Đã cân nhắc xong', page);
    expect(await wordsOf(page)).not.toContain('Có người vừa sửa bản này');
    expect(await page.getByRole('button', { name: 'Nhắc đơn vị' }).count()).toBe(0);
  });

  it('on a phone each unit is a card, and what is pressed is high enough for a thumb', async () => {
    const page = await office.window(bloc, 'u3.head', { width: PHONE });
    await office.open(page, bloc, 'progress');
    expect(await wordsOf(page)).toMatch(/Hội U3\s+đơn vị của ông\/bà\s+Đăng ký, chỉ tiêu|Hội U3/);
    expect(await page.getByRole('button', { name: 'Nhắc đơn vị' }).count()).toBe(0);
    expect(await lowLinks(page)).toEqual([]);
    await expectWellMade(page);
  });

  it('in My work the year tells its days and what the own unit owes, and where the groups stand', async () => {
    const page = await office.window(bloc, 'u2.head');
    await office.open(page, bloc, '/work');
    await sees(page, 'Chủ nhật 15/03/2020');
    await sees(page, 'Còn 1 ngày');
    await sees(page, 'Đơn vị của ông/bà: Chưa gửi');
    await sees(page, 'Khối đang ở đâu');
    await sees(page, '0 trên 4 đơn vị đã gửi.');
    await press(page, 'Xem tiến độ từng đơn vị');
    await sees(page, 'Tiến độ của Khối');
    await isThere(page);
    await page.goBack();
    await isThere(page);
    await everyLook(page, 'work-with-progress');
  });

  it('looks well with every step of the year, in every width and colour and in English', async () => {
    const year = await makeCompiledBloc(office.world, 'khoi-tien-do');
    await year.setClock('2020-11-13T02:42:00Z');
    for (const unit of ['u1', 'u2', 'u6']) await submitSelf(year, unit, points(3_700, 1_900, 3_700, 100, 0));
    await year.setClock('2020-11-17T02:42:00Z');
    const page = await office.window(year, 'secretary');
    await office.open(page, year, 'progress');
    await sees(page, 'Niêm phong: 0 trên 3 đơn vị đã gửi');
    await sees(page, 'Quá hạn 2 ngày');
    await everyLook(page, 'progress');
  });
});
