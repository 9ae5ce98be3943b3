import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOneLine, judge, needsJudges } from '../support/judges.js';
import { openOffice, type Office } from '../support/office.js';
import { makeDecidedBloc } from '../support/report.js';
import { nameOf } from '../support/scores.js';
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

/** The pages of an address as they come out of a printer. */
async function printed(address: string): Promise<string[]> {
  const page = await office.window(bloc, 'secretary');
  await office.open(page, bloc, address);
  const path = join(folder, `${address}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
  await page.context().close();
  return judge('pdftotext', '-layout', path, '-').text.split('\f').slice(0, -1);
}

describe('on paper', () => {
  needsJudges(['pdftotext'], 'every page says that it is a sample', async () => {
    for (const address of ['ranking', 'registrations', 'rounds', 'register'])
      for (const text of await printed(address)) expect(text).toContain('BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ');
  });

  needsJudges(['pdftotext'], 'the ranking of seven units is one table on one or two pages, its head on each', async () => {
    const pages = await printed('ranking');
    expect(pages.length).toBeLessThanOrEqual(2);
    for (const text of pages) expect(inOneLine(text)).toContain('Hạng, đơn vị');
    for (const unit of UNITS) expect(pages.join(' ')).toContain(nameOf(unit));
  });
});
