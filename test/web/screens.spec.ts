import { jest } from '@jest/globals';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { peopleOf, signInAs } from '../support/demonstration.js';
import { LAPTOP, openOffice, PHONE, TABLET, type Look, type Office } from '../support/office.js';
import { startDemonstration } from '../support/sample-year.js';
import { walk } from '../support/walk.js';

/*
 * Pictures of every page, to be looked at: test/artifacts/screens/<look>/<page>-<width>.png. `npm run screens` takes them by day, in the
 * dark and in high contrast, in both languages; without it the Vietnamese pages by day are taken on phone and laptop, so that they lie beside every test run.
 */
const ALL = process.env.SCREENS === 'all';
const FOLDER = join(import.meta.dirname, '../artifacts/screens');
const WIDTHS = ALL ? [PHONE, TABLET, LAPTOP] : [PHONE, LAPTOP];
/** In the middle of it there is something to do for everybody; at its end every page has something to show. */
const UNTIL = '2020-12-31';
/** Those who between them meet every page, by the words of their accounts; each adds what was not met before. */
const PEOPLE = [/Thư ký Khối/, /Lãnh đạo đơn vị/, /Thư ký Hội đồng/, /Quản trị/];

interface Dress extends Look {
  readonly name: string;
  readonly language: 'vi' | 'en';
}
const DAY: Dress = { name: 'light-vi', language: 'vi' };
const DRESSES: readonly Dress[] = ALL
  ? (['vi', 'en'] as const).flatMap((language) => [
      { name: `light-${language}`, language },
      { name: `dark-${language}`, language, dark: true },
      { name: `contrast-${language}`, language, contrast: true },
    ])
  : [DAY];

jest.setTimeout(900_000);
let office: Office;
beforeAll(async () => {
  office = await openOffice({}, () => startDemonstration(UNTIL));
});
afterAll(() => office.close());

/** What lay below the window has layers of its own, which are drawn a moment after it came into sight. */
const isPainted = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

/** Takes the page at each width, whole, so that bars that stay on the screen stand where they belong. */
async function pictures(page: Page, folder: string, kind: string): Promise<void> {
  const name = kind.slice(4).replaceAll(/[^a-z0-9]+/g, '-') || 'start';
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    await isPainted(page);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), animations: 'disabled' });
  }
  await page.setViewportSize({ width: LAPTOP, height: 900 });
}

describe('every page is pictured', () => {
  it.each(DRESSES)('$name', async ({ name, ...look }) => {
    const folder = join(FOLDER, name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const taken = new Set<string>();
    const takenBy = async (page: Page, start: string) => {
      await walk(page, office.world.url, `/${look.language}/${start}`, async (kind) => {
        if (!taken.has(kind)) await pictures(page, folder, kind);
        taken.add(kind);
      });
    };
    for (const words of PEOPLE) {
      const page = await office.stranger(look);
      await page.goto(`/${look.language}/sign-in`);
      await signInAs(page, peopleOf(office.world)(words));
      await takenBy(page, 'work');
    }
    // Last: every address that asks who one is shows a stranger the form of the sign-in.
    await takenBy(await office.stranger(look), 'sign-in');
    expect(taken.size).toBeGreaterThan(30);
  });
});
