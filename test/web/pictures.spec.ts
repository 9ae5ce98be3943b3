import type { Indicator } from '@thidua/workflows/report/content.schema';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/universal';
import { comesTo, focused, press, sees, tabTo } from '../support/acting.js';
import { everyLook, expectWellMade } from '../support/looking.js';
import { openOffice, type Office } from '../support/office.js';
import { acceptSection, makeDecidedBloc, sectionAs, sectionOf } from '../support/report.js';
import { finishSheets, makeCompiledBloc, points, submitSelf, submitSheet } from '../support/scores.js';
import { CYCLE, UNITS, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
/** A bloc in the midst of scoring, and one whose year is decided. */
let bloc: SmallBloc;
let decided: SmallBloc;
const CAMPAIGNS = [
  { number: 1, from: '2020-01-02', to: '2020-05-19', theme: 'Lập thành tích chào mừng Đại hội Đảng bộ các cấp', occasions: [] },
  { number: 2, from: '2020-05-20', to: '2020-10-20', theme: '=Thi đua nước rút', occasions: [] },
];
const figure = (key: string, label: string, value: number, unit: string, more: Partial<Indicator> = {}): Indicator => ({
  ...{ key, label, value, unit, qualifier: 'exact' },
  ...more,
});
const FIGURES: Indicator[] = [
  figure('a', 'Hội viên mới', 12, 'người'), // registered: 10
  figure('b', 'Nguồn lực tiền và vật chất vận động được trong năm', 6.556, 'tỷ đồng', {
    qualifier: 'over',
    comparison: { kind: 'ofPlan', value: 145.68, unit: '%', base: 'kế hoạch năm' },
  }),
  figure('c', 'Đơn vị máu tiếp nhận', 22_381, 'đơn vị máu', {
    comparison: { kind: 'increase', value: 2_731, unit: 'đơn vị máu', base: 'năm 2019' },
  }),
  figure('d', 'Lớp tập huấn', 9, 'lớp', { comparison: { kind: 'ofPlan', value: 90, unit: '%', base: 'kế hoạch năm' } }),
  figure('e', 'Hội cơ sở', 120, 'hội'),
];

beforeAll(async () => {
  office = await openOffice();
  bloc = await makeCompiledBloc(office.world, 'khoi-hinh', { cycle: { ...CYCLE, campaigns: CAMPAIGNS } });
  await bloc.setClock('2020-11-13T02:00:00Z');
  for (const unit of UNITS) await submitSelf(bloc, unit, points(3_800, 1_900, 3_800, 100, 0));
  await submitSheet(bloc, 'u1', 'u3', points(3_100, 1_700, 3_300, 100, 0));
  await bloc.setClock('2020-11-20T02:00:00Z');
});
afterAll(() => office.close());

/** Everything that the page says to the console from here on. */
function saidOf(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (line) => said.push(`${line.type()} ${line.text()}`));
  return said;
}

/** Saves the picture as this kind of file. */
async function saved(page: Page, kind: 'SVG' | 'PNG' | 'Excel'): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, `Tải ${kind}`)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const pictures = (page: Page) => page.locator('app-picture');

/** The colours of the letters in the picture, as they are drawn. */
const inksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set([...document.querySelectorAll('app-picture text')].map((text) => text.getAttribute('fill')!))]);

describe('the picture of the year', () => {
  it('turns to its table and back by the keyboard, and the focus stays on the button', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '');
    const drawn = page.getByRole('img', { name: 'Đã qua hạn 2 trên 8 bước.' });
    expect(await drawn.locator('svg').count()).toBe(1);
    await tabTo(page, 'Xem dạng bảng');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Bảng số liệu: Thời gian của năm 2020' });
    await table.waitFor();
    expect(await table.getByRole('row', { name: 'Chấm chéo' }).innerText()).toMatch(/25\/11\/2020\s+đang làm/);
    expect(await focused(page)).toMatch(/^Xem hình/);
    await expectWellMade(page);
    await page.keyboard.press('Enter');
    await drawn.waitFor();
    await comesTo(() => table.count(), 0, page);
  });

  it('is saved as SVG, PNG and Excel: the files bear what it shows and that nothing here is real, and the console nothing', async () => {
    const page = await office.window(bloc, 'u3.officer', { dark: true });
    const said = saidOf(page);
    await office.open(page, bloc, '');
    const svg = await saved(page, 'SVG');
    expect(svg.name).toBe('thoi-gian-2020.svg');
    for (const words of ['Thời gian của năm 2020', 'Hôm nay 20/11/2020', '25/11: Chấm chéo', 'BẢN MẪU'])
      expect(svg.bytes.toString()).toContain(words);
    // Read by an empty page, which forbids no styles.
    const read = await (
      await office.stranger()
    ).evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [root.tagName, ...new Set([...root.querySelectorAll('text')].map((text) => text.getAttribute('fill')))];
    }, svg.bytes.toString());
    // Dark on white, although the screen is dark.
    expect(read.sort()).toEqual(['rgb(20, 32, 43)', 'rgb(68, 82, 95)', 'svg']);
    const png = await saved(page, 'PNG');
    expect([png.name, png.bytes.subarray(1, 4).toString(), png.bytes.readUInt32BE(16)]).toEqual(['thoi-gian-2020.png', 'PNG', 1800]);
    const { name, bytes } = await saved(page, 'Excel');
    const [sheet] = await readWorkbook(new Uint8Array(bytes).buffer);
    expect(name).toBe('thoi-gian-2020.xlsx');
    expect(sheet!.data[0]).toEqual(['Bước, đợt thi đua', 'Từ ngày', 'Đến hết ngày', 'Tình trạng']);
    expect(sheet!.data[3]).toEqual(['Chấm chéo', '–', new Date('2020-11-25'), 'đang làm']);
    // What somebody typed stays text, whatever it begins with.
    expect(sheet!.data[10]).toEqual(['=Thi đua nước rút', new Date('2020-05-20'), new Date('2020-10-20'), 'đã xong']);
    expect(sheet!.data[11]![0]).toContain('BẢN MẪU');
    expect(said).toEqual([]);
  });

  it('follows the colours that are chosen, and is dark on white for a print', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, '');
    const light = await inksOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await comesTo(async () => (await inksOf(page)).some((ink) => light.includes(ink)), false, page);
    const dark = await inksOf(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await inksOf(page)).toEqual(light);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await inksOf(page)).toEqual(dark);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    await comesTo(async () => (await inksOf(page)).some((ink) => [...light, ...dark].includes(ink)), false, page);
  });

  it('is read where it cannot be drawn: without what draws it the table stands there, and the reason', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await page.route(/chunk-.*\.js$/, async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      return text.includes('renderToSVGString') ? route.abort() : route.fulfill({ response: answer, body: text });
    });
    await office.open(page, bloc, '');
    await sees(page, 'Chưa tải được phần này.');
    await page.getByRole('table', { name: 'Bảng số liệu: Thời gian của năm 2020' }).waitFor();
    expect(await pictures(page).getByRole('img').count()).toBe(0);
    await page.unrouteAll();
  });

  it('is readable in every look', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, '');
    await everyLook(page, 'picture-year');
  });
});

describe('the picture of points', () => {
  it.each(['u3.head', 'u2.head', 'secretary', 'u1.head'])(
    'does not exist while scores are sealed, not even as a frame: %s',
    async (person) => {
      const page = await office.window(bloc, person);
      await office.open(page, bloc, 'scorecards');
      await sees(page, 'Hội U3');
      expect(await pictures(page).count()).toBe(0);
      if (person === 'secretary') {
        await office.open(page, bloc, 'ranking');
        expect(await pictures(page).count()).toBe(0);
      }
    },
  );

  it('comes with the seals of a group, of that group alone, and has all points of it in its table', async () => {
    await finishSheets(bloc, 2);
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, 'scorecards');
    expect(await pictures(page).count()).toBe(1);
    await page.getByRole('img', { name: /^Cao nhất: Hội U\d/ }).waitFor();
    await press(page, 'Xem dạng bảng');
    const table = page.getByRole('table', { name: 'Bảng số liệu: Điểm theo từng phần, Nhóm 2' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(4);
    expect(await table.innerText()).toContain('I. Nhiệm vụ chuyên môn');
    expect(await table.innerText()).not.toContain('Hội U3');
    await press(page, 'Xem hình');
    await everyLook(page, 'picture-points');
  });
});

describe('in a year that is decided', () => {
  beforeAll(async () => {
    decided = await makeDecidedBloc(office.world, 'khoi-ket-qua');
    await decided.setClock('2020-12-11T02:00:00Z');
    await acceptSection(decided, 'u3', { ...sectionOf('u3'), indicators: FIGURES });
  });

  it('the ranking shows the points of all units', async () => {
    const page = await office.window(decided, 'u4.officer');
    await office.open(page, decided, 'ranking');
    await page.getByRole('img', { name: /^Cao nhất: Hội U1, 91,00 điểm. Thấp nhất: Hội U7, 85,00 điểm./ }).waitFor();
    await everyLook(page, 'picture-ranking');
  });

  it('a section shows its results against plan and last year: what was registered first, then what it says itself', async () => {
    const page = await office.window(decided, 'u3.officer');
    const { id } = await sectionAs(decided, 'u3.officer', 'u3');
    await office.open(page, decided, `sections/${id}`);
    await page.getByRole('img', { name: '2 trên 3 số liệu đạt từ 100% kế hoạch trở lên. 1 trên 1 số liệu cao hơn năm trước.' }).waitFor();
    const { bytes, name } = await saved(page, 'Excel');
    expect(name).toBe('ket-qua-2020-hoi-u3.xlsx');
    const [sheet] = await readWorkbook(new Uint8Array(bytes).buffer);
    expect(sheet!.data.slice(1, 5)).toEqual([
      ['Hội viên mới', 'người', 12, 10, '–', 120, '–'],
      ['Nguồn lực tiền và vật chất vận động được trong năm', 'tỷ đồng', 6.556, '–', '–', 145.7, '–'],
      ['Đơn vị máu tiếp nhận', 'đơn vị máu', 22_381, '–', 19_650, '–', 113.9],
      ['Lớp tập huấn', 'lớp', 9, '–', '–', 90, '–'],
    ]);
    await everyLook(page, 'picture-results');
  });

  it('the sections show how far the units have come with their targets, to those who read both', async () => {
    const page = await office.window(decided, 'secretary');
    await office.open(page, decided, 'sections');
    await page.getByRole('img', { name: '1 trên 7 chỉ tiêu đã đăng ký có số liệu; 1 chỉ tiêu đạt kế hoạch.' }).waitFor();
    await everyLook(page, 'picture-targets');
    const member = await office.window(decided, 'u6.officer');
    await office.open(member, decided, 'sections');
    expect(await pictures(member).count()).toBe(0);
  });

  it('whoever may not read the registration sees what the section itself says', async () => {
    const page = await office.window(decided, 'u6.officer');
    const { id } = await sectionAs(decided, 'u3.officer', 'u3');
    await office.open(page, decided, `sections/${id}`);
    await page.getByRole('img', { name: '1 trên 2 số liệu đạt từ 100% kế hoạch trở lên.' }).waitFor();
  });
});
