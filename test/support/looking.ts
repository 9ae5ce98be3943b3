import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isThere, LAPTOP, languageOf, PHONE, TABLET } from './office.js';
import { faultsOf, violationsOf } from './page-faults.js';

const ARTIFACTS = join(import.meta.dirname, '..', 'artifacts');
/** 1280 px at four times the size of letters: nothing may be lost or scroll sideways (WCAG 1.4.10). */
const NARROWEST = 320;

/** Takes a picture of the whole page, or of what the window shows of it: test/artifacts/<name>-<width>-<language>.png, not part of the repository. */
export async function picture(page: Page, name: string, whole = true): Promise<string> {
  mkdirSync(ARTIFACTS, { recursive: true });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const path = join(ARTIFACTS, `${name}-${width}-${languageOf(page)}.png`);
  // As tall as the page, so that bars that stay on the screen stand where they belong.
  if (whole) await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await page.screenshot({ path, animations: 'disabled' });
  await page.setViewportSize({ width, height });
  return path;
}

/** What every page owes to every reader: no violation that axe finds, one heading, a title, words in its language, nothing sideways. */
export async function expectWellMade(page: Page): Promise<void> {
  expect([...(await violationsOf(page)), ...(await faultsOf(page, languageOf(page)))]).toEqual([]);
}

interface Seen {
  readonly width: number;
  readonly dark?: boolean;
  readonly contrast?: boolean;
}
/** The looks in which a page is seen: all that axe looks for on a phone and a laptop, the colours in the other themes. */
const LOOKS: readonly Seen[] = [{ width: PHONE }, { width: TABLET }, { width: LAPTOP }];
const COLOURS: readonly Seen[] = [
  { width: LAPTOP, dark: true },
  { width: PHONE, contrast: true },
  { width: LAPTOP, dark: true, contrast: true },
];

/**
 * Looks at the page that is open in every width and colour, checks it and takes its pictures; then at the same address in English.
 * @param again brings the English page into the state that is looked at
 */
export async function everyLook(page: Page, name: string, again?: (page: Page) => Promise<void>): Promise<void> {
  const faults: string[] = [];
  const note = (found: readonly string[], look: Seen) =>
    faults.push(...found.map((fault) => `${name} ${languageOf(page)} ${JSON.stringify(look)}: ${fault}`));
  for (const look of LOOKS) {
    await dress(page, look);
    if (look.width !== TABLET) await picture(page, name);
    note([...(look.width === TABLET ? [] : await violationsOf(page)), ...(await faultsOf(page, languageOf(page)))], look);
  }
  for (const look of COLOURS) {
    await dress(page, look);
    if (!look.contrast) await picture(page, `${name}-dark`);
    note(await violationsOf(page, ['color-contrast']), look);
  }
  await dress(page, { width: NARROWEST });
  note(await faultsOf(page, languageOf(page)), { width: NARROWEST });
  await page.goto(page.url().replace('/vi/', '/en/'));
  await isThere(page);
  await again?.(page);
  note(await faultsOf(page, languageOf(page)), { width: NARROWEST });
  await dress(page, { width: LAPTOP });
  await picture(page, name);
  expect(faults).toEqual([]);
}

async function dress(page: Page, { width, dark = false, contrast = false }: Seen): Promise<void> {
  await page.setViewportSize({ width, height: width <= PHONE ? 844 : 900 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', contrast: contrast ? 'more' : 'no-preference' });
}

/** The least height of what a thumb presses, in pixels. */
const THUMB = 44;

/** Links of the page that stand by themselves and are too low for a thumb; one within a sentence goes with its line. */
export const lowLinks = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const alone = (link: Element) => {
      const around = [...(link.parentElement?.childNodes ?? [])].filter((node) => node !== link && node.nodeType === Node.TEXT_NODE);
      return around.every((node) => !node.textContent?.trim());
    };
    const low = [...document.querySelectorAll('main a[href]')].filter((link) => {
      const { height } = link.getBoundingClientRect();
      return height > 1 && height < least && alone(link);
    });
    return low.map((link) => `${Math.round(link.getBoundingClientRect().height)} px: ${(link as HTMLElement).innerText}`);
  }, THUMB);
