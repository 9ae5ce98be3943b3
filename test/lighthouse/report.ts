import type { Machine } from '../bench/report/results.js';

/** What Lighthouse found on one page: scores of 100, milliseconds, kilobytes, the shift as a share of the window. */
export interface Looked {
  readonly path: string;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly shift: number;
  readonly kilobytes: number;
  /** What it has against the page, of accessibility and good practice. */
  readonly faults: readonly string[];
}

/** What docs/lighthouse.json holds. */
export interface Looks {
  readonly lighthouse: string;
  readonly machine: Machine;
  readonly commit: string;
  readonly day: string;
  readonly pages: readonly Looked[];
}

const row = ({ path, performance, accessibility, bestPractices, largestPaint, blocked, shift, kilobytes }: Looked): string =>
  `| \`${path}\` | ${performance} | ${accessibility} | ${bestPractices} | ${(largestPaint / 1000).toFixed(1)} s | ${blocked} ms | ${shift} | ${kilobytes} |`;

/** The page docs/lighthouse.md. */
export function pageOf({ lighthouse, machine, commit, day, pages }: Looks): string {
  const faults = pages.flatMap(({ path, faults }) => faults.map((fault) => `- \`${path}\`: ${fault}`));
  return [
    '# Lighthouse',
    '',
    '<!-- Written by `npm run lighthouse` from what it measures. -->',
    '',
    'Lighthouse xem các trang của năm mẫu như một chiếc điện thoại chậm, qua đúng máy chủ trung gian của sản phẩm; `npm run lighthouse` đo lại.',
    `*Lighthouse ${lighthouse} on the pages of the sample year, as a slow phone gets them through the product’s own proxy: everything in the main menu of the bloc’s secretary, and the page of a stranger. The command ends with 1 where a page is not accessible, moves by more than 0.05, or falls short of good practice.*`,
    '',
    `${day}, ${commit}, ${machine.cores} × ${machine.processor}, ${machine.memory} GiB. Times are those of a simulated phone (150 ms, 1.6 Mbit/s, processor slowed four times) and move by a fifth from run to run; \`npm run bench -- --only G12\` compares with a page without a program.`,
    '',
    '| Page | Performance | Accessibility | Good practice | Largest paint | Blocked | Shift | KB |',
    '|---|---|---|---|---|---|---|---|',
    ...pages.map(row),
    '',
    ...(faults.length > 0 ? ['## Found', '', ...faults, ''] : ['Nothing was found against accessibility or good practice.', '']),
  ].join('\n');
}
