import { toMatchImageSnapshot } from 'jest-image-snapshot';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { everyLook, expectWellMade } from '../support/looking.js';
import { LAPTOP, openOffice, PHONE, type Look, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

expect.extend({ toMatchImageSnapshot });

/** The browser in which the pictures were taken: another draws letters otherwise. `npm run gallery` takes them anew. */
const TAKEN_IN = '153.';
const PICTURES = join(import.meta.dirname, 'pictures');
const SECTIONS = ['states', 'fields', 'acting', 'lists', 'icons'] as const;
const LOOKS: readonly (readonly [string, Look])[] = [
  ['laptop', { width: LAPTOP }],
  ['phone', { width: PHONE }],
  ['dark', { width: LAPTOP, dark: true }],
  ['contrast', { width: LAPTOP, contrast: true }],
  ['dark-contrast', { width: LAPTOP, dark: true, contrast: true }],
];

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-11-13T02:42:00Z');
});
afterAll(() => office.close());

/** Leaves this section alone on the page, at the same place whatever the others are, in a window as tall as the page. */
async function alone(page: Page, section: string): Promise<void> {
  const height = await page.evaluate((section) => {
    for (const other of document.querySelectorAll<HTMLElement>('main section[id^="gallery-"]'))
      other.hidden = other.id !== `gallery-${section}`;
    return document.documentElement.scrollHeight;
  }, section);
  await page.setViewportSize({ width: page.viewportSize()!.width, height });
}

/** Whether a picture is the one that is kept, byte for byte. */
function isAsKept(name: string, taken: Buffer): boolean {
  const kept = join(PICTURES, `${name}.png`);
  return existsSync(kept) && readFileSync(kept).equals(taken);
}

describe('the parts of the interface', () => {
  it('are whole and accessible in every state, width, colour and language', async () => {
    const page = await office.window(bloc, 'secretary');
    await office.open(page, bloc, '/gallery');
    await expectWellMade(page);
    await everyLook(page, 'gallery');
  });

  it.each(LOOKS)('look as they did: %s', async (name, look) => {
    if (!office.browser.version().startsWith(TAKEN_IN)) {
      process.stderr.write(`SKIPPED, Chromium ${office.browser.version()} is not ${TAKEN_IN}: the parts look as they did, ${name}\n`);
      return;
    }
    const page = await office.window(bloc, 'secretary', look);
    await office.open(page, bloc, '/gallery');
    for (const section of SECTIONS) {
      await alone(page, section);
      const taken = await page.locator(`#gallery-${section}`).screenshot({ animations: 'disabled', caret: 'hide' });
      if (isAsKept(`${section}-${name}`, taken)) continue; // to compare them dot by dot takes ten seconds each
      expect(taken).toMatchImageSnapshot({
        customSnapshotsDir: PICTURES,
        customDiffDir: join(import.meta.dirname, '../artifacts/gallery'),
        customSnapshotIdentifier: `${section}-${name}`,
        // A row of pixels at the edge of a letter may fall otherwise on another processor; a line that moved is far more.
        customDiffConfig: { threshold: 0.2 },
        runInProcess: true,
        failureThreshold: 0.0005,
        failureThresholdType: 'percent',
      });
    }
    await page.context().close();
  });
});
