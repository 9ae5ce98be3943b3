import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../../support/world.js';

/** A phone on a slow line, as Lighthouse takes it for: latency in ms, bytes a second, and a processor a quarter as quick as this machine's. */
const PHONE = { width: 390, height: 844 };
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: (1_638_400 * 0.9) / 8, uploadThroughput: (675_000 * 0.9) / 8 };
const SLOWER = 4;
const LAPTOP = { width: 1440, height: 900 };

/** Opens a window that has seen nothing yet; with an address of a person, signed in. */
async function windowOf(browser: Browser, url: string, viewport: { width: number; height: number }, email?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (!email) return page;
  const answer = await page.request.post('/api/session', { data: { email, password: PASSWORD }, headers: { 'x-thidua': '1' } });
  if (answer.status() !== 201) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  return page;
}

/** Waits until the page has its heading and nothing on it is loading. */
const isThere = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('[aria-busy]'), undefined, { polling: 100 });

/** Loads an address for the first time on a slow phone. @returns after how many milliseconds its largest part was painted */
export async function largestPaint(browser: Browser, url: string, path: string, email?: string): Promise<number> {
  const page = await windowOf(browser, url, PHONE, email);
  try {
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW_LINE);
    await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(() => {
      const painted = { at: 0 };
      Object.assign(window, { painted });
      new PerformanceObserver((list) => (painted.at = list.getEntries().at(-1)!.startTime)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    });
    await page.goto(path);
    await isThere(page);
    await page.evaluate(() => new Promise<void>((done) => setTimeout(done, 200))); // paints are told of a moment later
    return await page.evaluate(() => (window as unknown as { painted: { at: number } }).painted.at);
  } finally {
    await page.context().close();
  }
}

/** The page as it stands when all of it is there, as one file without any program: its styles are in it, fonts and pictures beside it. */
export async function stillPage(browser: Browser, url: string, path: string, email?: string): Promise<string> {
  const page = await windowOf(browser, url, PHONE, email);
  try {
    await page.goto(path);
    await isThere(page);
    return await page.evaluate(() => {
      const whole = document.documentElement.cloneNode(true) as HTMLElement;
      for (const part of whole.querySelectorAll('script, style, link[rel="stylesheet"], link[rel="modulepreload"]')) part.remove();
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
      const style = document.createElement('style');
      style.textContent = rules.join('\n');
      whole.querySelector('head')!.append(style);
      return `<!doctype html>${whole.outerHTML}`;
    });
  } finally {
    await page.context().close();
  }
}

/** A grid of points that is open, in which a person types. */
export interface OpenGrid {
  readonly rows: number;
  /** Types so many values down the first column. @returns of each key how many milliseconds passed until what it changed was painted */
  type(values: number): Promise<number[]>;
  close(): Promise<void>;
}

/** The browser tells of no key that was painted sooner, in milliseconds. */
const LEAST_TOLD = 16;
const KEYS = ['2', 'Enter'] as const;

/** Opens a page with a score grid on a laptop, signed in. */
export async function openGrid(browser: Browser, url: string, path: string, email: string): Promise<OpenGrid> {
  const page = await windowOf(browser, url, LAPTOP, email);
  await page.goto(path);
  await isThere(page);
  await page.evaluate(() => {
    const keys = new Map<number, number>();
    Object.assign(window, { keys });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
        if (entry.interactionId) keys.set(entry.interactionId, Math.max(keys.get(entry.interactionId) ?? 0, entry.duration));
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  return {
    rows: await page.locator('tbody tr:has(input)').count(),
    type: async (values) => {
      await page.locator('#cell-0-0').click();
      await page.evaluate(() => (window as unknown as { keys: Map<number, number> }).keys.clear());
      for (let value = 0; value < values; value += 1) for (const key of KEYS) await page.keyboard.press(key);
      await page.evaluate(() => new Promise<void>((done) => setTimeout(done, 200)));
      const told = await page.evaluate(() => [...(window as unknown as { keys: Map<number, number> }).keys.values()]);
      const quick = Math.max(0, values * KEYS.length - told.length);
      return [...told, ...Array.from({ length: quick }, () => LEAST_TOLD)];
    },
    close: () => page.context().close(),
  };
}
