import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOneLine, judge, needsJudges } from '../support/judges.js';
import { openOffice, type Office } from '../support/office.js';
import { makeDecidedBloc } from '../support/report.js';
import { cardOf, nameOf } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';

/* Pages on paper: the sample mark on each, tables as tables. */
const folder = mkdtempSync(join(tmpdir(), 'thidua-paper-'));
let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeDecidedBloc(office.world, 'khoi-giay');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await office.close();
});

/** How many columns each row of a table covers as it is printed: the cells that stand in the page, with what they span. */
async function columnsOnPaper(address: string): Promise<{ rows: { words: string; columns: number }[]; foot: string }> {
  const page = await office.window(bloc, 'secretary');
  await office.open(page, bloc, address);
  await page.setViewportSize({ width: 660, height: 930 });
  await page.emulateMedia({ media: 'print' });
  const read = await page.locator('table.matrix').evaluate((table: HTMLTableElement) => ({
    rows: [...table.rows].map((row) => ({
      words: row.innerText.replaceAll(/\s+/g, ' ').trim(),
      columns: [...row.cells]
        .filter((cell) => getComputedStyle(cell).display === 'table-cell')
        .reduce((count, cell) => count + cell.colSpan, 0),
    })),
    foot: getComputedStyle(table.tFoot!).display,
  }));
  await page.context().close();
  return read;
}

/** The pages of an address as they come out of a printer. */
async function printed(address: string): Promise<string[]> {
  const page = await office.window(bloc, 'secretary');
  await office.open(page, bloc, address);
  const path = join(folder, `${address.replaceAll('/', '-')}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
  await page.context().close();
  return judge('pdftotext', '-layout', path, '-').text.split('\f').slice(0, -1);
}

describe('on paper', () => {
  it('a score card keeps every column in every row, the sums of its sections, and one total at its end', async () => {
    const card = await cardOf(bloc, 'secretary', 'u3');
    const { rows, foot } = await columnsOnPaper(`scorecards/${card.id}`);
    expect(new Set(rows.map(({ columns }) => columns)).size).toBe(1);
    expect(rows.find(({ words }) => words.includes('Nhiệm vụ chuyên môn'))?.words).toMatch(/60,00 .*\d\d,\d\d/);
    expect(rows.at(-1)!.words).toMatch(/^Cộng/);
    expect(foot).toBe('table-row-group');
  });

  needsJudges(['pdftotext'], 'the total of a score card is printed once', async () => {
    const card = await cardOf(bloc, 'secretary', 'u3');
    const pages = await printed(`scorecards/${card.id}`);
    const { rows } = await columnsOnPaper(`scorecards/${card.id}`);
    const total = /^Cộng (\S+) (\S+)/.exec(rows.at(-1)!.words)!;
    const lines = pages.join('\n').split('\n');
    expect(lines.filter((line) => line.includes(total[1]!) && line.includes(total[2]!) && line.includes('Cộng'))).toHaveLength(1);
  });

  needsJudges(['pdftotext'], 'every page says that it is a sample', async () => {
    for (const address of ['ranking', 'registrations', 'rounds', 'register'])
      for (const text of await printed(address)) expect(text).toContain('BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ');
  });

  needsJudges(
    ['pdftotext'],
    'the ranking of seven units is one table on one or two pages, its head on each, and then the picture of its points',
    async () => {
      const pages = await printed('ranking');
      const table = pages.filter((text) => inOneLine(text).includes('Hạng, đơn vị'));
      expect(table.length).toBeGreaterThanOrEqual(1);
      expect(table.length).toBeLessThanOrEqual(2);
      for (const unit of UNITS) expect(table.join(' ')).toContain(nameOf(unit));
      expect(pages.length - table.length).toBeLessThanOrEqual(1);
      expect(inOneLine(pages.join(' '))).toContain('Điểm của các đơn vị theo từng phần');
    },
  );
});
