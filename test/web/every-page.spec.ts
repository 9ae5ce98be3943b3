import { jest } from '@jest/globals';
import { peopleOf, signInAs } from '../support/demonstration.js';
import { FIREFOX, startFirefox } from '../support/firefox.js';
import { needsJudges } from '../support/judges.js';
import { isOfTheTool, LAPTOP, openOffice, PHONE, type Look, type Office } from '../support/office.js';
import { colourFaults, crampedFaults, faultsOf, shiftsOf, violationsOf, watchShifts } from '../support/page-faults.js';
import { startDemonstration } from '../support/sample-year.js';
import { tabFaults } from '../support/tab-walk.js';
import { walk } from '../support/walk.js';

jest.setTimeout(600_000);

/** By then the year of 2020 is over: every page has something to show. */
const UNTIL = '2020-12-31';
/** What Firefox says of itself: of a line that ends with the page it belongs to, and of its own view of PDF and of letters in frames. */
const FIREFOX_ITSELF =
  /\/changes was interrupted while the page was loading|‘postMessage’ on ‘DOMWindow’|PDF\.js|docBaseUrl|Digital signatures validation/;
/** Fewer kinds of pages than this were not the program. */
const MANY = 20;

let office: Office;
let whoCan: ReturnType<typeof peopleOf>;
beforeAll(async () => {
  office = await openOffice({}, () => startDemonstration(UNTIL));
  whoCan = peopleOf(office.world);
});
afterAll(() => office.close());

describe('every page that links lead to, in Chromium,', () => {
  it.each<[string, RegExp, Look, 'colours' | 'keys']>([
    ['the secretary of the bloc', /Thư ký Khối/, { width: LAPTOP }, 'colours'],
    ['the head of a unit on a phone', /Lãnh đạo đơn vị/, { width: PHONE }, 'keys'],
    ['the secretary of the council', /Thư ký Hội đồng/, { width: LAPTOP, dark: true }, 'keys'],
    ['the administrator on a phone, in English', /Quản trị/, { width: PHONE, language: 'en' }, 'colours'],
  ])(
    'is whole and accessible in every colour, by keys alone and set far apart, keeps its parts where they were, and says nothing to the console: %s',
    async (_, words, look, also) => {
      const page = await office.stranger(look);
      const language = look.language ?? 'vi';
      const said: string[] = [];
      await watchShifts(page);
      await page.goto(`/${language}/sign-in`);
      await signInAs(page, whoCan(words));
      page.on('console', (line) => {
        if (!isOfTheTool(line.text())) said.push(`${page.url()}: ${line.type()} ${line.text()} (${line.location().url})`);
      });
      const faults: string[] = [];
      const kinds = await walk(page, office.world.url, `/${language}/work`, async (kind) => {
        const found = [...(await faultsOf(page, language)), ...(await shiftsOf(page)), ...(await violationsOf(page))];
        // Colours of a page, and the way through it by keys, are those of its parts, whoever looks: each is judged in two of the windows.
        found.push(...(also === 'colours' ? await colourFaults(page, look.dark ?? false) : await tabFaults(page)));
        found.push(...(await crampedFaults(page, language)));
        faults.push(...found.map((fault) => `${kind}: ${fault}`));
      });
      expect({ faults, said }).toEqual({ faults: [], said: [] });
      expect(kinds.length).toBeGreaterThan(MANY);
    },
  );
});

describe('the pages of somebody who is not signed in', () => {
  it.each(['vi', 'en'] as const)('are whole, and say nothing to the console (%s)', async (language) => {
    const page = await office.stranger({ width: PHONE, language });
    const said: string[] = [];
    page.on('console', (line) => {
      if (!isOfTheTool(line.text())) said.push(`${page.url()}: ${line.type()} ${line.text()} (${line.location().url})`);
    });
    await watchShifts(page);
    const faults: string[] = [];
    const kinds = await walk(page, office.world.url, `/${language}/sign-in`, async (kind) => {
      const found = [...(await faultsOf(page, language)), ...(await shiftsOf(page)), ...(await violationsOf(page))];
      faults.push(...found.map((fault) => `${kind}: ${fault}`));
    });
    expect({ faults, said }).toEqual({ faults: [], said: [] });
    expect(kinds).toEqual(expect.arrayContaining(['sign-in', 'forgotten', 'handbook'].map((name) => `/${language}/${name}`)));
  });
});

describe('every page that links lead to, in Firefox,', () => {
  // As wide as it takes for a document's file to stand beside the rest, in Firefox's own view.
  needsJudges([FIREFOX], 'is whole and accessible, and says nothing to the console', async () => {
    const firefox = await startFirefox(LAPTOP);
    try {
      const page = await firefox.newPage();
      const said: string[] = [];
      await page.goto(`${office.world.url}/vi/sign-in`);
      await signInAs(page, whoCan(/Thư ký Khối/));
      const note = (words: string) => void (FIREFOX_ITSELF.test(words) || said.push(`${page.url()}: ${words}`));
      page.on('console', (line) => note(`${line.type()} ${line.text()}`));
      page.on('pageerror', (error) => note(String(error)));
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
