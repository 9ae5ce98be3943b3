import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Window } from './walk.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds (WCAG 2.2 A and AA, and its best practices), each with the places. `only`: these of its rules. */
export async function violationsOf(page: Pick<Window, 'evaluate'>, only: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(`typeof axe === 'object'`))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const results = await axe.run({ resultTypes: ['violations'], preload: false, iframes: false, ...(rules ? { runOnly: rules } : {}) });
    return results.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => ({ id, help, at: target.join(' '), html })));
  }, only);
  return violations.map(({ id, help, at, html }) => `${id}: ${help} at ${at} ${html.slice(0, 160)}`);
}

/** From here on every page that is opened counts how far its parts were moved after they were seen. Chromium alone can tell. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved = { sum: 0, parts: [] as string[] };
    Object.assign(window, { moved });
    const look = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        moved.sum += entry.value;
        moved.parts.push(...entry.sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement)?.tagName ?? '?'));
      }
    });
    look.observe({ type: 'layout-shift', buffered: true });
  });
}

/** What a browser says of parts that moved: how much of the window, how far, and which. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** The page may move no more than this, as a share of the window (Cumulative Layout Shift; the bound). */
const MOST_MOVED = 0.05;

/** What moved on the page that is open, when it was too much; `watchShifts` came before. */
export const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate((most) => {
    const { sum, parts } = (window as unknown as { moved: { sum: number; parts: string[] } }).moved;
    return sum > most ? [`its parts moved by ${sum.toFixed(3)}: ${[...new Set(parts)].join(', ').toLowerCase()}`] : [];
  }, MOST_MOVED);

/** What axe does not look for: something sideways, headings, title, language, what is still loading, bars that take the page. */
export const faultsOf = (page: Pick<Window, 'evaluate'>, language: string): Promise<string[]> =>
  page.evaluate((language) => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} px`);
    if (document.querySelectorAll('main h1').length !== 1) faults.push(`it has ${document.querySelectorAll('main h1').length} h1`);
    if (!document.title.endsWith('Thi Đua') || document.title === 'Thi Đua') faults.push(`its title is “${document.title}”`);
    if (root.lang !== language) faults.push(`its language is ${root.lang}`);
    if (document.querySelector('[aria-busy]')) faults.push('a part of it is still loading');
    const bar = document.querySelector('.action-bar');
    if (bar && getComputedStyle(bar).position === 'sticky' && bar.clientHeight > innerHeight / 4 && innerHeight > 800)
      faults.push(`the bar of actions takes ${bar.clientHeight} of ${innerHeight} px`);
    return faults;
  }, language);

/** The colours in which a page is seen beside its own. */
const COLOURS = [
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const;

/** What cannot be told from what is behind it, in the colours that the page does not have now; afterwards it is light again, or dark. */
export async function colourFaults(page: Page, dark: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const look of COLOURS) {
    await page.emulateMedia(look);
    const found = await violationsOf(page, ['color-contrast']);
    faults.push(...found.map((fault) => `${look.colorScheme}, contrast ${look.contrast}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', contrast: 'no-preference' });
  return faults;
}

/** As far apart as a reader may set letters, words, lines and paragraphs (WCAG 1.4.12). */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
/** 1280 px at four times the size of letters (WCAG 1.4.10). */
const NARROWEST = 320;

/** What is lost in the narrowest window with everything set far apart: what lies sideways, and words that are cut off. */
export async function crampedFaults(page: Page, language: string): Promise<string[]> {
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: NARROWEST, height });
  await page.evaluate((spaced) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spaced);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPACED);
  const faults = [...(await faultsOf(page, language)), ...(await page.evaluate(cutWords))];
  await page.evaluate(() => void (document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)));
  await page.setViewportSize({ width, height });
  return faults.map((fault) => `set far apart at ${NARROWEST} px: ${fault}`);
}

/** In the page: words whose box hides what does not fit into it; what is said to listeners alone has a box of one pixel. */
function cutWords(): string[] {
  const hides = (how: string) => how === 'hidden' || how === 'clip';
  const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((part) => {
    const speaks = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!speaks || part.clientWidth <= 1 || !part.checkVisibility()) return false;
    const { overflowX, overflowY } = getComputedStyle(part);
    return (hides(overflowX) && part.scrollWidth > part.clientWidth + 1) || (hides(overflowY) && part.scrollHeight > part.clientHeight + 1);
  });
  return cut.map((part) => `“${part.innerText.slice(0, 60)}” is cut off (${part.tagName.toLowerCase()}.${part.className})`);
}
