import { createHash, sign } from 'node:crypto';
import { makeAuthority, makeSigner, openCredential } from '@thidua/api/platform/pdf/certificate';
import { signVisible } from '@thidua/api/platform/pdf/sign';
import { render } from '@thidua/api/platform/pdf/writer';
import { serveRounds } from '../baselines/rounds.mjs';
import { blocksOf, REPORT_META, reportOf } from '../harness/report.js';

/** What is done again and again with one report: it is made, signed at B-B, or its bytes are hashed and signed without any form. */
export type Doing = 'make' | 'sign' | 'raw';

await serveRounds(async ({ doing, sections }: { doing: Doing; sections: number }) => {
  const when = new Date('2026-01-05T02:30:00Z');
  const signer = await makeSigner(await makeAuthority(when), { name: 'Nguyễn Văn Mẫu', organisation: 'Hội Khuyến học tỉnh' }, when);
  const { key } = openCredential(signer);
  const blocks = blocksOf(reportOf(sections));
  const bytes = render(blocks, REPORT_META);
  const doings: Record<Doing, () => Promise<unknown>> = {
    make: () => Promise.resolve(render(blocks, REPORT_META)),
    sign: () => signVisible(bytes, { field: 'head', signer, when }),
    // What every signature of a file must do: hash the file, and sign the hash.
    raw: () => Promise.resolve(sign('sha256', createHash('sha256').update(bytes).digest(), key)),
  };
  return { operation: doings[doing] };
});
