import type { Page } from 'playwright-core';
import { openOffice, type Office } from '../support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A page whose console nobody reads: what the policy stops is told there. */
async function signInPage(): Promise<Page> {
  const page = await (await office.browser.newContext({ baseURL: office.world.url })).newPage();
  await page.goto('/vi/sign-in');
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  return page;
}

/** Puts something into the page and waits until the browser says that this directive stopped it. @returns whether it did anything all the same */
async function putInto(page: Page, markup: string, directive: string): Promise<boolean> {
  return page.evaluate(
    async ([html, awaited]) => {
      const stopped = new Promise<void>((done) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => effectiveDirective === awaited && done()),
      );
      document.body.append(document.createRange().createContextualFragment(html!));
      await stopped;
      return document.title === 'changed' || getComputedStyle(document.body).outlineStyle === 'dotted';
    },
    [markup, directive],
  );
}

describe('what somebody could write into a page', () => {
  it.each([
    ['a script', `<script>document.title = 'changed'</script>`, 'script-src-elem'],
    ['a handler', `<img src="data:," onerror="document.title = 'changed'">`, 'script-src-attr'],
    ['a style', `<style>body { outline: dotted !important }</style>`, 'style-src-elem'],
    ['a style of an element', `<p style="outline: dotted">.</p>`, 'style-src-attr'],
    ['a frame of elsewhere', `<iframe src="https://elsewhere.example/"></iframe>`, 'frame-src'],
    ['a picture of elsewhere', `<img src="https://elsewhere.example/x.png">`, 'img-src'],
  ])('is stopped and does nothing: %s', async (_, markup, directive) => {
    expect(await putInto(await signInPage(), markup, directive)).toBe(false);
  });

  it('stands beside the styles of our own parts, which are there', async () => {
    const page = await signInPage();
    const nonces = await page.evaluate(() =>
      [...document.querySelectorAll('style')].map(({ nonce, sheet }) => [nonce !== '', sheet !== null]),
    );
    expect(nonces.length).toBeGreaterThan(0);
    expect(nonces.filter(([nonce, sheet]) => !nonce || !sheet)).toEqual([]);
  });
});
