import { jest } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startBrowser } from './browser.js';
import { startWorkerOf } from './worker.js';
import { PASSWORD, startWorld, type World } from './world.js';

/*
 * How the browser tests (test/web) work. A suite opens an office: the built API, which serves the built web, on a database of its own,
 * and one Chromium. Each person gets a window with cookies, storage and a language of its own.
 *
 *   let office: Office;
 *   let bloc: SmallBloc;
 *   beforeAll(async () => {
 *     office = await openOffice();
 *     bloc = await makeSmallBloc(office.world);            // or makeCompiledBloc, or your own set-up over HTTP
 *   });
 *   afterAll(() => office.close());                        // fails when a page threw an error that no test asked for
 *
 *   const page = await office.window(bloc, 'u3.officer');  // signed in; { width: PHONE, language: 'en', dark: true, … } where it matters
 *   await office.open(page, bloc, 'registrations');        // /vi/khoi-nho/2020/registrations
 *   await press(page, 'Gửi bản đăng ký');                  // acting.ts: by the names that people read, never by CSS class
 *   await sees(page, 'Đã gửi bản đăng ký');
 *   await expectWellMade(page);                            // looking.ts: axe, one h1, a title, nothing sideways
 *   await picture(page, 'registration-submitted');         // test/artifacts/registration-submitted-390-vi.png
 *
 * `everyLook(page, name)` of looking.ts looks at the page that is open at 390, 820 and 1440 px, 320 px wide, in the dark and the
 * high-contrast looks and in English, and checks and photographs all of them: call it once for each new page and state.
 */

/** A browser on a machine that does other work may be slow; what does not come at all fails after these. */
jest.setTimeout(180_000);
const PATIENCE = 30_000;

/** The widths that are looked at: a phone, a tablet, a laptop. */
export const PHONE = 390;
export const TABLET = 820;
export const LAPTOP = 1440;

/** How a person's window differs from a laptop's in Vietnamese by day. */
export interface Look {
  readonly width?: number;
  readonly language?: 'vi' | 'en';
  readonly dark?: boolean;
  readonly contrast?: boolean;
}

/** A bloc whose people have addresses of the form `name@slug.example`. */
export interface Place {
  readonly bloc: string;
}

/** The running program, its browser, and the windows of the people in it. */
export interface Office {
  readonly world: World;
  readonly browser: Browser;
  /** A window of somebody who is not signed in. */
  stranger(look?: Look): Promise<Page>;
  /** A window in which this person of a bloc is signed in, on no page yet. */
  window(place: Place, person: string, look?: Look): Promise<Page>;
  /** Another window of the same person on the same computer. */
  another(page: Page): Promise<Page>;
  /** Opens an address of a bloc's year (`registrations`), or one that begins with `/` (`/work`), in the window's language. */
  open(page: Page, place: Place, address: string): Promise<void>;
  /** @throws Error when a page had an error of its own */
  close(): Promise<void>;
}

/**
 * Starts the built program on a fresh database, or in the world that is given, and a browser.
 * @throws Error when the web is not built
 */
export async function openOffice(environment: Readonly<Record<string, string>> = {}, start = startWorld): Promise<Office> {
  const [world, browser] = await Promise.all([start(environment), startBrowser()]);
  const troubles: string[] = [];
  const watch = (page: Page): Page => {
    page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource') && !isOfTheTool(line.text()))
        troubles.push(`${page.url()}: ${line.text()}`);
    });
    return page;
  };
  const stranger = async (look: Look = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: world.url, ...optionsOf(look) });
    context.setDefaultTimeout(PATIENCE);
    languages.set(context, look.language ?? 'vi');
    return watch(await context.newPage());
  };
  return {
    world,
    browser,
    stranger,
    window: async (place, person, look) => signIn(await stranger(look), `${person}@${place.bloc}.example`),
    another: async (page) => watch(await page.context().newPage()),
    open: async (page, place, address) => {
      const path = address.startsWith('/') ? address : `/${place.bloc}/2020/${address}`;
      await page.goto(`/${languageOf(page)}${path}`);
      await isThere(page);
    },
    close: async () => {
      await browser.close();
      await world.close();
      if (troubles.length > 0) throw new Error(`Pages had errors of their own:\n${troubles.join('\n')}`);
    },
  };
}

/** The same with a worker, which prints, judges and sends letters whose links lead to this office. */
export async function openWorkingOffice(): Promise<Office> {
  const office = await openOffice();
  const worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
  return {
    ...office,
    close: async () => {
      await worker.stop();
      await office.close();
    },
  };
}

/**
 * Whether the browser speaks of this tool and not of the page: what the tool itself runs in every frame is refused in that of a letter
 * of the mailbox, which runs no script of anybody.
 */
export const isOfTheTool = (words: string): boolean => /^Blocked script execution in '[^']*\/api\/dev\/mail\/[^']*\/html'/.test(words);

/** Waits until the page has its heading and all that it reads: nothing has been loading for some frames, so that nothing begins to. */
export async function isThere(page: Page): Promise<void> {
  await page.waitForFunction(
    (frames: { still: number }) => {
      const there = document.querySelector('main h1') && !document.querySelector('[aria-busy]');
      frames.still = there ? frames.still + 1 : 0;
      return frames.still > 5;
    },
    { still: 0 },
  );
}

const languages = new WeakMap<BrowserContext, 'vi' | 'en'>();

/** The language of the page that is open, else the one in which the window was opened. */
export function languageOf(page: Page): 'vi' | 'en' {
  const stated = /^https?:\/\/[^/]+\/(vi|en)\//.exec(page.url())?.[1];
  return (stated as 'vi' | 'en' | undefined) ?? languages.get(page.context()) ?? 'vi';
}

/** Signs a person in as the page would, without the form: the cookie stays in the window. @throws Error with the refusal */
export async function signIn(page: Page, email: string): Promise<Page> {
  const answer = await page.request.post('/api/session', { data: { email, password: PASSWORD }, headers: { 'x-thidua': '1' } });
  if (answer.status() !== 201) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  return page;
}

/** What the browser is told of a window: a phone is touched and has a phone's viewport. */
export function optionsOf({ width = LAPTOP, language = 'vi', dark = false, contrast = false }: Look): BrowserContextOptions {
  const phone = width <= 640;
  return {
    viewport: { width, height: phone ? 844 : width <= 900 ? 1180 : 900 },
    isMobile: phone,
    hasTouch: phone,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: dark ? 'dark' : 'light',
    contrast: contrast ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
  };
}
