import { DEMO_PASSWORD } from '@thidua/api/command/demo';
import type { DemoAccount } from '@thidua/api/command/demo-accounts';
import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemonstration } from '../support/demonstration.js';
import { FIREFOX, NARROWEST_FIREFOX, startFirefox } from '../support/firefox.js';
import { needsJudges } from '../support/judges.js';
import { LAPTOP, openOffice, PHONE, type Look, type Office } from '../support/office.js';
import { faultsOf, violationsOf } from '../support/page-faults.js';
import { walk, type Window } from '../support/walk.js';

jest.setTimeout(600_000);

/** By then the year of 2020 is over: every page has something to show. */
const UNTIL = '2020-12-31';
/** A page whose parts jump more than this while it appears makes people press what they did not mean to (CLS, Core Web Vitals; half of theirs). */
const JUMPS = 0.05;
/** Fewer kinds of pages than this were not the program. */
const MANY = 20;

let office: Office;
let people: readonly DemoAccount[];
beforeAll(async () => {
  office = await openOffice({}, () => startDemonstration(UNTIL));
  const accounts = JSON.parse(readFileSync(join(office.world.dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  people = accounts.filter(({ shown }) => shown);
});
afterAll(() => office.close());

/** Whoever does this in the demonstration, by the words of the account. */
const whoCan = (words: RegExp): DemoAccount => people.find(({ can }) => words.test(can))!;

/** Signs in as the page would, without its form. @throws Error with the refusal */
const signIn = (page: Window, email: string): Promise<void> =>
  page.evaluate(
    async ({ email, password }) => {
      const headers = { 'x-thidua': '1', 'content-type': 'application/json' };
      const answer = await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ email, password }) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { email, password: DEMO_PASSWORD },
  );

/** How far parts of the page have jumped since it began to appear, without anybody pressing anything. */
const jumpsOf = (page: Window): Promise<number> => page.evaluate(() => (window as unknown as { jumped: number }).jumped, null);

describe('every page that links lead to, in Chromium,', () => {
  it.each<[string, RegExp, Look]>([
    ['the secretary of the bloc', /Thư ký Khối/, { width: LAPTOP }],
    ['the secretary of the bloc on a phone, in English', /Thư ký Khối/, { width: PHONE, language: 'en' }],
    ['the head of a unit on a phone', /Lãnh đạo đơn vị/, { width: PHONE }],
    ['the secretary of the council', /Thư ký Hội đồng/, { width: LAPTOP, dark: true }],
    ['the administrator, in English', /Quản trị/, { width: LAPTOP, language: 'en' }],
  ])('stands still while it appears, and says nothing to the console: %s', async (_, words, look) => {
    const page = await office.stranger(look);
    const language = look.language ?? 'vi';
    const said: string[] = [];
    page.on('console', (line) => said.push(`${page.url()}: ${line.type()} ${line.text()}`));
    await page.addInitScript(() => {
      const jumped = Object.assign(window, { jumped: 0 });
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!shift.hadRecentInput) jumped.jumped += shift.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`/${language}/sign-in`);
    await signIn(page, whoCan(words).email);
    const faults: string[] = [];
    const kinds = await walk(page, office.world.url, `/${language}/work`, async (kind) => {
      const jumped = await jumpsOf(page);
      if (jumped > JUMPS) faults.push(`${kind}: jumps ${jumped.toFixed(3)}`);
      faults.push(...(await faultsOf(page, language)).map((fault) => `${kind}: ${fault}`));
    });
    expect({ faults, said }).toEqual({ faults: [], said: [] });
    expect(kinds.length).toBeGreaterThan(MANY);
  });
});

describe('every page that links lead to, in Firefox,', () => {
  for (const width of [LAPTOP, NARROWEST_FIREFOX])
    needsJudges([FIREFOX], `is whole and accessible, and says nothing to the console, ${width} px wide`, async () => {
      const firefox = await startFirefox(width);
      try {
        const page = await firefox.newPage();
        const said: string[] = [];
        page.on('console', (line) => {
          const its = line.location().url?.startsWith('resource://'); // its own view of PDF talks too
          if (!its) said.push(`${page.url()}: ${line.type()} ${line.text()}`);
        });
        page.on('pageerror', (error) => void said.push(`${page.url()}: ${String(error)}`));
        await page.goto(`${office.world.url}/vi/sign-in`);
        await signIn(page, whoCan(/Thư ký Khối/).email);
        const faults: string[] = [];
        const kinds = await walk(page, office.world.url, '/vi/work', async (kind) => {
          faults.push(...[...(await faultsOf(page, 'vi')), ...(await violationsOf(page))].map((fault) => `${kind}: ${fault}`));
        });
        expect({ faults, said }).toEqual({ faults: [], said: [] });
        expect(kinds.length).toBeGreaterThan(MANY);
      } finally {
        await firefox.close();
      }
    });
});
