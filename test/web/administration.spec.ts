import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { comesTo, focused, named, press, sees, seesNoMore, wordsOf, write } from '../support/acting.js';
import { everyLook, expectWellMade, picture } from '../support/looking.js';
import { isThere, LAPTOP, openOffice, PHONE, signIn, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

const PROVINCE = '/administration/tinh-khoi-nho';
let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-06-15T02:00:00Z');
});
afterAll(() => office.close());

const council = (width = LAPTOP): Promise<Page> => office.window(bloc, 'council', { width });

/** The id of the first that is found. */
async function idOf(list: string, q: string): Promise<string> {
  const found = await (await bloc.person('council')).get<{ items: { id: string }[] }>(`/api/provinces/tinh-khoi-nho/${list}?q=${q}`);
  return found.body.items[0]!.id;
}

/** So many more units and people that lists go over three pages. */
async function makeMany({ world }: Office): Promise<void> {
  await world.owner.query(`
    with place as (select id from province where slug = 'tinh-khoi-nho'),
    made as (insert into unit (id, province_id, code) select gen_random_uuid(), place.id, 'nhieu-' || n from place, generate_series(1, 45) n returning id, code),
    people as (insert into person (id, province_id, name) select gen_random_uuid(), place.id, 'Nhiều Thị ' || n from place, generate_series(1, 45) n returning id, name),
    accounts as (insert into account (id, person_id, email) select gen_random_uuid(), id, id || '@nhieu.example' from people)
    insert into unit_name (id, province_id, unit_id, name, short_name, name_en, valid_from)
      select gen_random_uuid(), place.id, made.id, 'Nhiều hội nghề nghiệp và hữu nghị, ' || code || ', tỉnh Bắc Giang', 'Nhiều ' || code, 'Society ' || code, '2010-01-01'
        from place, made`);
}

describe('the keeper of a province', () => {
  it('finds the way from the menu, invites a person with a post, and sees what was wrong at its field', async () => {
    const page = await council();
    await office.open(page, bloc, '/work');
    await press(page, 'Quản trị');
    await isThere(page);
    await press(page, 'Bắc Giang');
    await press(page, 'Người dùng');
    await isThere(page);
    await press(page, 'Lập người dùng');
    await sees(page, 'Để trống nếu chưa biết ngày kết thúc.');
    await write(page, 'Họ và tên', 'Đỗ Thị Mới');
    await press(page, 'Lập và gửi thư mời');
    await sees(page, /Có \d+ điều cần sửa/);
    await expectWellMade(page);
    await write(page, 'E-mail', 'moi@khoi-nho.example');
    await page.getByLabel('Chức danh').selectOption({ label: 'Lãnh đạo đơn vị' });
    await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Hội U3' });
    await write(page, 'Chức vụ ghi trên văn bản', 'Chủ tịch');
    await write(page, 'Từ ngày', '2020-06-01');
    await press(page, 'Lập và gửi thư mời');
    await sees(page, 'Đơn vị đã có Thủ trưởng trong thời gian đó.');
    await page.getByLabel('Chức danh').selectOption({ label: 'Chuyên viên' });
    await press(page, 'Lập và gửi thư mời');
    await comesTo(() => focused(page), 'Đã xong: Lập người dùng.', page);
    await sees(page, 'Người này chưa đặt mật khẩu theo thư mời.');
  });

  it('ends a post with its last day and a reason, on a phone', async () => {
    const page = await council(PHONE);
    await office.open(page, bloc, `${PROVINCE}/people?q=u4.officer`);
    await isThere(page);
    await press(page, 'Người u4.officer');
    await isThere(page);
    await press(page, 'Kết thúc');
    await write(page, 'Ngày cuối giữ chức danh', '2020-06-14');
    await write(page, 'Lý do', 'Nghỉ hưu theo quyết định số 5');
    await expectWellMade(page);
    await page.locator('app-fields-form').getByRole('button', { name: 'Kết thúc chức danh' }).click();
    await sees(page, 'Đã xong: Kết thúc chức danh.');
    await comesTo(async () => (await wordsOf(page)).includes('Đã kết thúc'), true, page);
    await press(page, 'Lịch sử hồ sơ');
    await sees(page, 'Nghỉ hưu theo quyết định số 5');
    await sees(page, 'từ 01/01/2020 thành từ 01/01/2020 đến hết 14/06/2020');
  });

  it('is led by the keyboard: to the name of whom a page is about, into a form, and back to the button when the form is left', async () => {
    const page = await council();
    await office.open(page, bloc, `${PROVINCE}/people?q=u5.officer`);
    await named(page, 'Người u5.officer').press('Enter');
    await isThere(page);
    await comesTo(() => focused(page), 'Người u5.officer', page);
    await sees(page, 'Bắc Giang');
    await named(page, 'Đổi tên').press('Enter');
    await comesTo(() => focused(page), 'Họ và tên', page);
    await write(page, 'Họ và tên', ' ');
    await page.keyboard.press('Enter');
    await sees(page, 'Họ và tên: Mục này còn trống.');
    await page.keyboard.press('Escape');
    await comesTo(() => focused(page), 'Đổi tên Người u5.officer', page);
    await named(page, 'Đổi tên').press('Enter');
    await write(page, 'Họ và tên', 'Người u5.officer mới');
    await page.keyboard.press('Enter');
    await comesTo(() => focused(page), 'Đã xong: Đổi tên.', page);
  });

  it('lets somebody leave at once; their open page ends', async () => {
    const own = await office.window(bloc, 'u6.officer');
    await office.open(own, bloc, '/account');
    const page = await council();
    await office.open(page, bloc, `${PROVINCE}/people?q=u6.officer`);
    await isThere(page);
    await press(page, 'Người u6.officer');
    await isThere(page);
    await press(page, 'Cho thôi');
    await write(page, 'Lý do', 'Chuyển công tác sang tỉnh khác');
    await page.locator('app-event-reason').getByRole('button', { name: 'Cho thôi' }).click();
    await sees(page, 'Đã thôi');
    await own.reload();
    await sees(own, 'Đăng nhập');
  });

  it('renames a unit from a day on, and merges another into it, with the decision that says so', async () => {
    const page = await council();
    await office.open(page, bloc, `${PROVINCE}/units`);
    await isThere(page);
    await press(page, 'Lập đơn vị');
    await sees(page, 'Như in trên văn bản.');
    await write(page, 'Mã đơn vị', 'hoi-cu');
    await write(page, 'Tên đầy đủ', 'Hội Cũ tỉnh Bắc Giang');
    await write(page, 'Tên ngắn', 'Hội Cũ');
    await write(page, 'Tên tiếng Anh', 'Old society');
    await write(page, 'Mang tên này từ ngày', '2010-01-01');
    await press(page, 'Lập đơn vị');
    await sees(page, 'Đã xong: Lập đơn vị.');
    await press(page, 'Đổi tên');
    await write(page, 'Tên đầy đủ', 'Hội Mới tỉnh Bắc Giang');
    await write(page, 'Tên ngắn', 'Hội Mới');
    await write(page, 'Tên tiếng Anh', 'New society');
    await write(page, 'Có hiệu lực từ ngày', '2020-06-01');
    await write(page, 'Căn cứ', 'Quyết định số 9/QĐ-UBND ngày 20/5/2020');
    await page.locator('app-fields-form').getByRole('button', { name: 'Đổi tên' }).click();
    await sees(page, 'Đã xong: Đổi tên.');
    await comesTo(() => page.getByRole('heading', { level: 1 }).innerText(), 'Hội Mới tỉnh Bắc Giang', page);
    await press(page, 'Sáp nhập');
    await page.getByLabel('Sáp nhập vào').selectOption({ label: 'Hội U7' });
    await write(page, 'Có hiệu lực từ ngày', '2020-06-10');
    await write(page, 'Căn cứ', 'Quyết định số 10/QĐ-UBND ngày 1/6/2020');
    await expectWellMade(page);
    await page.locator('app-fields-form').getByRole('button', { name: 'Sáp nhập' }).click();
    await sees(page, 'Kết thúc hoạt động từ ngày 10/06/2020.');
    await press(page, 'Khôi phục đơn vị');
    await seesNoMore(page, 'Đã xong');
    for (const width of [PHONE, LAPTOP]) {
      await page.setViewportSize({ width, height: 900 });
      await expectWellMade(page);
      await picture(page, 'unit-restore');
    }
    await write(page, 'Lý do', 'Chọn nhầm đơn vị để sáp nhập.');
    await page.locator('app-fields-form').getByRole('button', { name: 'Khôi phục đơn vị' }).click();
    await sees(page, 'Đã xong: Khôi phục đơn vị.');
    await seesNoMore(page, 'Kết thúc hoạt động từ ngày');
    await press(page, 'Sáp nhập');
    await page.getByLabel('Sáp nhập vào').selectOption({ label: 'Hội U7' });
    await write(page, 'Có hiệu lực từ ngày', '2020-06-10');
    await write(page, 'Căn cứ', 'Quyết định số 10/QĐ-UBND ngày 1/6/2020');
    await page.locator('app-fields-form').getByRole('button', { name: 'Sáp nhập' }).click();
    await sees(page, 'Kết thúc hoạt động từ ngày 10/06/2020.');
    await named(page, 'Hội U7').click();
    await sees(page, 'Nhận sáp nhập');
  });

  it('corrects what is printed of the council, and how a bloc is headed', async () => {
    const page = await council();
    await office.open(page, bloc, PROVINCE);
    await isThere(page);
    await press(page, 'Sửa thông tin');
    await write(page, 'Hội đồng: e-mail nhận văn bản', 'hoi-dong-moi@khoi-nho.example');
    await page.locator('app-fields-form').getByRole('button', { name: 'Sửa thông tin' }).click();
    await sees(page, 'hoi-dong-moi@khoi-nho.example');
    await press(page, 'Khối thi đua thử');
    await isThere(page);
    await press(page, 'Sửa thông tin');
    await write(page, 'Địa danh', 'Bắc Ninh');
    await page.locator('app-fields-form').getByRole('button', { name: 'Sửa thông tin' }).click();
    await comesTo(async () => /Địa danh\s+Bắc Ninh/.test(await page.locator('dl').innerText()), true, page);
  });

  it('for whom nothing waits in the bloc is led from My work to where there is work', async () => {
    const page = await council();
    await office.open(page, bloc, '/work');
    await sees(page, 'Không có việc nào chờ ông/bà.');
    await page.getByRole('main').getByRole('link', { name: 'Mở trang Quản trị' }).click();
    await comesTo(() => page.getByRole('heading', { level: 1 }).innerText(), 'Quản trị', page);
  });

  it('of several provinces sees in each its own blocs, and gives posts in these alone', async () => {
    const other = await makeSmallBloc(office.world, 'khoi-khac');
    const page = await signIn(await office.stranger(), 'quan-tri@thidua.example');
    await office.open(page, other, '/administration/tinh-khoi-khac');
    await isThere(page);
    const links = page.getByRole('main').getByRole('link', { name: 'Khối thi đua thử' });
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/vi/administration/tinh-khoi-khac/blocs/khoi-khac',
    ]);
    await sees(page, '· 2020');
    await office.open(page, other, '/administration/tinh-khoi-khac/people/new');
    await page.getByLabel('Chức danh').selectOption({ label: 'Thư ký Khối' });
    const blocs = page.getByLabel('Khối thi đua').locator('option');
    await comesTo(() => blocs.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value)), ['', 'khoi-khac'], page);
  });

  it.each([
    ['administration', async () => Promise.resolve('/administration')],
    ['province', async () => Promise.resolve(PROVINCE)],
    ['people', async () => Promise.resolve(`${PROVINCE}/people`)],
    ['person-new', async () => Promise.resolve(`${PROVINCE}/people/new`)],
    ['person', async () => `${PROVINCE}/people/${await idOf('people', 'u4.officer')}`],
    ['person-history', async () => `${PROVINCE}/people/${await idOf('people', 'u4.officer')}/history`],
    ['units', async () => Promise.resolve(`${PROVINCE}/units`)],
    ['unit-new', async () => Promise.resolve(`${PROVINCE}/units/new`)],
    ['unit', async () => `${PROVINCE}/units/${await idOf('units', 'hoi-cu')}`],
    ['bloc-new', async () => Promise.resolve(`${PROVINCE}/blocs/new`)],
    ['bloc', async () => Promise.resolve(`${PROVINCE}/blocs/${bloc.bloc}`)],
  ])('reads %s well in every width, colour and language', async (name, address) => {
    const page = await council();
    await office.open(page, bloc, await address());
    await isThere(page);
    await everyLook(page, name);
  });

  it('is nobody else: the menu has no such entry, and the address shows nothing', async () => {
    const page = await office.window(bloc, 'u1.head');
    await office.open(page, bloc, '/work');
    await isThere(page);
    expect(await named(page, 'Quản trị').count()).toBe(0);
    for (const address of [PROVINCE, `${PROVINCE}/people`, `${PROVINCE}/people/new`, `${PROVINCE}/units/new`, `${PROVINCE}/blocs/new`]) {
      await office.open(page, bloc, address);
      await comesTo(() => page.getByRole('heading', { level: 1 }).innerText(), 'Không tìm thấy trang', page);
    }
  });
});

describe('a province of many units and people', () => {
  beforeAll(() => makeMany(office));

  it.each([
    ['units', 'Đơn vị', 'Đơn vị của tỉnh'],
    ['people', 'Người dùng', 'Người dùng của tỉnh, chức danh đang giữ'],
  ])('turns the pages of a long list of %s, and is led to its head each time', async (list, title, caption) => {
    const page = await council();
    await office.open(page, bloc, `${PROVINCE}/${list}`);
    await isThere(page);
    const read = new Set<string>();
    for (;;) {
      const names = await page.getByRole('table', { name: caption }).getByRole('link').allInnerTexts();
      expect({ twice: names.filter((name) => read.has(name)), rows: names.length <= 20 }).toEqual({ twice: [], rows: true });
      for (const name of names) read.add(name);
      const next = named(page, 'Trang sau');
      if ((await next.count()) === 0) break;
      const before = page.url();
      await next.press('Enter');
      await comesTo(() => Promise.resolve(page.url() !== before), true, page);
      await isThere(page);
      await comesTo(() => focused(page), title, page);
    }
    expect([...read].filter((name) => name.startsWith('Nhiều'))).toHaveLength(45);
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Tải bảng (CSV)')]);
    expect(readFileSync(await file.path(), 'utf8').match(/^Nhiều /gm)).toHaveLength(45);
    await press(page, 'Về trang đầu');
    await isThere(page);
    await press(page, 'Trang sau');
    await isThere(page);
    await everyLook(page, `${list}-second-page`);
  });

  it('goes back page by page with the keyboard, also after the browser’s Back and a reload', async () => {
    const page = await council();
    await office.open(page, bloc, `${PROVINCE}/people`);
    const addresses: string[] = [];
    const turn = async (words: string) => {
      const before = page.url();
      await named(page, words).press('Enter');
      await comesTo(() => Promise.resolve(page.url() !== before), true, page);
      await isThere(page);
      await comesTo(() => focused(page), 'Người dùng', page);
      return page.url();
    };
    addresses.push(page.url(), await turn('Trang sau'), await turn('Trang sau'));
    expect(await turn('Trang trước')).toBe(addresses[1]);
    await page.goBack();
    await isThere(page);
    expect(page.url()).toBe(addresses[2]);
    await page.reload();
    await isThere(page);
    expect(await turn('Trang trước')).toBe(addresses[1]);
    await picture(page, 'people-second-page-turned');
    expect(await turn('Trang trước')).toBe(addresses[0]);
    expect(await named(page, 'Trang trước').count()).toBe(0);
  });
});
