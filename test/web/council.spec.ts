import { comesTo, focused, press, sees, wordsOf } from '../support/acting.js';
import { everyLook } from '../support/looking.js';
import { BLOC, makeManyBlocs, PEOPLE, PROVINCE } from '../support/many-blocs.js';
import { isThere, openOffice, PHONE, signIn, type Office } from '../support/office.js';

/** Every look in every colour takes its time. */
const LOOKS_MS = 180_000;
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await makeManyBlocs(office.world);
}, LOOKS_MS);
afterAll(() => office.close());

const window = async (post: string, width?: number) => signIn(await office.stranger(width ? { width } : {}), PEOPLE[post]!);
const place = { bloc: BLOC };

describe('the council’s page of the province', () => {
  it(
    'shows on a phone what waits and every bloc, and leads to the bloc’s own papers',
    async () => {
      const page = await window('council-secretary', PHONE);
      await office.open(page, place, '/work');
      await press(page, 'Thêm');
      await press(page, 'Các khối của tỉnh');
      await sees(page, 'Chờ xác nhận đã nhận');
      await isThere(page);
      await sees(page, 'Khối thi đua số 40');
      await press(page, 'Hiện thêm 70 văn bản');
      await comesTo(async () => (await focused(page)).startsWith('Khối thi đua số'), true, page);
      // council and standing body wait; the bloc itself
      await comesTo(async () => (await wordsOf(page)).match(/Khối thi đua số 17(?!\d)/g)?.length, 3, page);
      expect(await wordsOf(page)).not.toContain('undefined');
      await page.reload();
      await isThere(page);
      await everyLook(page, 'council-province');
    },
    LOOKS_MS,
  );

  it('leads a member of the council to one bloc', async () => {
    const page = await window('council-member');
    await office.open(page, place, '/work');
    await press(page, 'Các khối của tỉnh');
    await sees(page, 'Chờ xác nhận đã nhận');
    await page.getByRole('table').getByRole('link', { name: 'Khối thi đua số 17', exact: true }).click();
    await sees(page, 'Hồ sơ Khối gửi Hội đồng');
    expect(page.url()).toContain('/vi/khoi-1-17/2020/council');
  });

  it('is where the calendar of each bloc’s year is read', async () => {
    await office.world.owner.query("update business_clock set shift = '2020-01-10T02:00:00Z'::timestamptz - clock_timestamp()");
    const page = await window('council-secretary');
    await office.open(page, place, `/council/${PROVINCE}`);
    await sees(page, /^Đăng ký, chỉ tiêu, \d\d\/\d\d \(Còn \d+ ngày\)$/);
  });

  it('lets whoever searches go on in another bloc and year with the same words', async () => {
    const page = await window('council-secretary');
    await office.open(page, place, 'search?q=hoi');
    await sees(page, 'Tìm ở Khối khác, năm khác');
    await page.getByRole('region', { name: 'Tìm ở Khối khác' }).getByRole('link').first().click();
    await page.waitForURL(`**/vi/${BLOC}/2019/search?q=hoi`);
    await sees(page, /cho “hoi”/);
  });

  it('is not offered to whoever has no part in the council, and is not there for them at its address either', async () => {
    const page = await window('bloc-secretary');
    await office.open(page, place, '/work');
    expect(await page.getByRole('link', { name: 'Các khối của tỉnh' }).count()).toBe(0);
    await page.goto(`/vi/council/${PROVINCE}`);
    await sees(page, 'Không tìm thấy trang');
  });
});
