import { Press } from '@thidua/api/platform/pdf/press';
import { blocksOf, REPORT_META, reportOf } from '../harness/report.js';

/** The press of the product, thread and all, prints the report again and again. It says by how many megabytes the process has grown at its largest. */
const { sections, copies } = JSON.parse(process.env.BENCH_SETTINGS ?? '{}') as Record<'sections' | 'copies', number>;
const blocks = blocksOf(reportOf(sections));
const before = process.memoryUsage.rss();
const press = new Press();
for (let copy = 0; copy < copies; copy += 1) await press.print(blocks, REPORT_META);
await press.onModuleDestroy();
process.send?.((process.resourceUsage().maxRSS * 1024 - before) / 1_000_000);
process.disconnect?.();
