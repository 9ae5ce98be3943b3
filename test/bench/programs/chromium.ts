import { serveRounds } from '../baselines/rounds.mjs';
import { htmlOf, reportOf } from '../harness/report.js';
import { startBrowser } from '../../support/browser.js';

/** A warm Chromium that prints the report as a tagged file with an outline: its page is open, and only the printing is measured. */
await serveRounds(async ({ sections }: { sections: number }) => {
  const browser = await startBrowser();
  const page = await browser.newPage();
  await page.setContent(htmlOf(reportOf(sections)));
  return { operation: () => page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }), close: () => browser.close() };
});
