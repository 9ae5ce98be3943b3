import type { Locator, Page } from 'playwright-core';

/** A button or a link by the words with which its name begins; the first of several. */
export function named(page: Page, words: string): Locator {
  const name = new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  return page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
}

/** Presses what bears these words. */
export async function press(page: Page, words: string): Promise<void> {
  await named(page, words).click();
}

/** Presses what cannot be taken back: it is asked once more below, with the same words. */
export async function pressFinally(page: Page, words: string): Promise<void> {
  await press(page, words);
  const asked = page.locator('app-event-final').getByRole('button').first();
  await asked.click();
  await asked.waitFor({ state: 'detached' });
}

/** Presses a button that is off: it can be focused, and says why. */
export async function pressOff(page: Page, words: string): Promise<void> {
  await named(page, words).press('Enter');
}

/** Writes into the field with this label, in place of what stands there. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).first().fill(text);
}

/** Waits until these words can be read on the page. @throws Error when they do not come */
export async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}

/** Waits until these words are gone. */
export async function seesNoMore(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

/** How long a page may take to draw, in milliseconds. */
const PATIENCE = 15_000;

/** Reads a page until it shows this, as a person waits while it is still drawing; what stands there at last is judged. */
export async function comesTo<T>(read: () => Promise<T>, wanted: unknown, page: Page): Promise<void> {
  const until = Date.now() + PATIENCE;
  let shown = await read();
  while (!equals(shown, wanted) && Date.now() < until) {
    await drawn(page);
    shown = await read();
  }
  expect(shown).toEqual(wanted);
}

function equals(shown: unknown, wanted: unknown): boolean {
  try {
    expect(shown).toEqual(wanted);
    return true;
  } catch {
    return false;
  }
}

/** Waits until the draft is on the server: all that has been typed, not what was saved before it. */
export async function isSaved(page: Page): Promise<void> {
  await drawn(page);
  // In the page itself: what was last said to a screen reader stays outside it.
  await page
    .locator('main')
    .getByText(/Đã lưu lúc|Saved at/)
    .first()
    .waitFor();
}

/** The words of the main part of the page, as a reader takes them in. */
export const wordsOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** The name of what has the focus, once the page has drawn the last key or press: its label or its words; empty when nothing has it. */
export async function focused(page: Page): Promise<string> {
  await drawn(page);
  return page.evaluate(() => {
    const place = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }) | null;
    if (!place || place === document.body) return '';
    const words = place.getAttribute('aria-label') ?? place.labels?.[0]?.innerText ?? place.innerText;
    return words.replace(/\s+/g, ' ').trim();
  });
}

/** Lets the page draw what the last key or press changed. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Goes on with Tab until the focus is on what bears these words. @throws Error with all the stops when a whole round does not reach it */
export async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  await drawn(page);
  const passed: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    if (typeof words === 'string' ? name.includes(words) : words.test(name)) return;
    if (name === '' && passed.includes('')) throw new Error(`Tab did not lead to “${String(words)}” but to: ${passed.join(' | ')}`);
    passed.push(name);
  }
}
