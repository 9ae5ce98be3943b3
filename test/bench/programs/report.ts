import { render } from '@thidua/api/platform/pdf/writer';
import { serveRounds } from '../baselines/rounds.mjs';
import { blocksOf, REPORT_META, reportOf } from '../harness/report.js';

/** The product's writer: a tagged report from its words to the bytes of the file. */
await serveRounds(({ sections }: { sections: number }) => {
  const report = reportOf(sections);
  return Promise.resolve({ operation: () => Promise.resolve(render(blocksOf(report), REPORT_META)) });
});
