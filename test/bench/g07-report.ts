import { availableParallelism } from 'node:os';
import type { Bench, Measured } from './harness/bench.js';
import { alternate, median, QUICK, ratio, type Effort, type Times } from './harness/measure.js';
import { FORTY, reportOf, THREE_HUNDRED } from './harness/report.js';
import { answerOf } from './harness/server.js';
import { program, type Variant } from './harness/variant.js';

const own = (name: string, sections: number) => program(name, 'programs/report.ts', { sections });

/** Several workers as one: what they do at once. */
const crew = (name: string, workers: readonly Variant[]): Variant => ({
  name,
  round: async (seconds) => {
    const done = await Promise.all(workers.map((worker) => worker.round(seconds, 1)));
    return { operations: done.reduce((sum, { operations }) => sum + operations, 0), seconds: Math.max(...done.map((one) => one.seconds)) };
  },
  close: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
});

const WHY = {
  chromium:
    'Of the writer’s time a quarter is deflate and a quarter the collection of garbage; then come words, line breaks and the operators of text (`--cpu-prof`). Chromium’s page is laid out before it is measured, which the writer does each time.',
  pdfkit:
    'As against Chromium: deflate and garbage are half of the writer’s time. pdfkit breaks lines greedily, draws one line below each row, and makes no head, no outline and no notes.',
  floor:
    'The floor sets no table, breaks lines greedily and marks nothing; the writer does, and carries four faces, but knows its words from the report before.',
  memory:
    'The heap of the press’s thread is limited since this was measured first: without limits it kept 270 MB for the same reports, which took no less time. Reading each file again with a parser that shares no code with the writer is in it. 300 pages take 190 MB, 960 take 490.',
  crew: 'There are no more cores than workers: what else runs there, this command too, takes its time from them.',
};

function compared(times: Times): Measured[] {
  const [report, long, chromium, pdfkit, shaping] = ['report', 'long', 'chromium', 'pdfkit', 'shaping'].map((name) => times.get(name)!);
  return [
    {
      name: 'a report of 40 pages, tagged, against Chromium',
      ...ratio(chromium!, report!),
      bound: 'at least',
      target: 20,
      baseline: 'the product’s writer; a warm Chromium that prints a page which is open already takes so many times as long',
      why: WHY.chromium,
    },
    {
      name: 'a report of 40 pages, tagged, against pdfkit',
      ...ratio(pdfkit!, report!),
      bound: 'at least',
      target: 10,
      baseline: 'the product’s writer; pdfkit, tagged, with its fonts read already, takes so many times as long',
      why: WHY.pdfkit,
    },
    {
      name: 'a report of 40 pages, tagged, against the floor',
      ...ratio(report!, shaping!),
      bound: 'at most',
      target: 1,
      baseline:
        'every distinct word of the report shaped by fontkit, set in greedy lines, pages and subset deflated: no tags, no tables, no file',
      why: WHY.floor,
    },
    {
      name: 'a report of 300 pages',
      ...ratio(long!, report!),
      bound: 'at most',
      target: 10,
      baseline: 'the product’s writer with the report of 40 pages',
    },
  ];
}

async function together(effort: Effort, sections: number): Promise<Measured> {
  const count = Math.max(2, availableParallelism());
  const alone = await own('alone', sections);
  const all = crew('crew', await Promise.all(Array.from({ length: count }, (_, at) => own(`worker ${at + 1}`, sections))));
  const times = await alternate([alone, all], 1, effort);
  await Promise.all([alone.close(), all.close()]);
  return {
    name: `reports a second by ${count} workers`,
    ...ratio(times.get('alone')!, times.get('crew')!),
    bound: 'at least',
    target: 0.8 * count,
    baseline: 'reports a second by one worker',
    why: WHY.crew,
  };
}

async function memory(effort: Effort, sections: number): Promise<Measured> {
  const grown: number[] = [];
  const [copies, times] = effort === QUICK ? [1, 1] : [20, 3];
  for (let time = 0; time < times; time += 1) grown.push((await answerOf('programs/press-memory.ts', { sections, copies })) as number);
  return {
    name: 'memory of the press, which also checks what it printed',
    value: median(grown),
    min: Math.min(...grown),
    max: Math.max(...grown),
    unit: 'MB',
    bound: 'at most',
    target: 130,
    baseline: `the process before its first report; then the most that it held while it printed ${copies} of 40 pages`,
    why: WHY.memory,
  };
}

export const bench: Bench = {
  id: 'G7',
  title: 'a report as PDF',
  async measure({ effort }) {
    const [short, long] = effort === QUICK ? [1, 2] : [FORTY, THREE_HUNDRED];
    const words = reportOf(short);
    const variants = [
      await own('report', short),
      await own('long', long),
      await program('chromium', 'programs/chromium.ts', { sections: short }),
      await program('pdfkit', 'baselines/pdfkit.mjs', words),
      await program('shaping', 'baselines/shaping.mjs', words),
    ];
    // One after the other: a report is work of the processor alone.
    const alone: Effort = { ...effort, turns: 1, warming: 1 };
    const times = await alternate(variants, 1, alone);
    for (const variant of variants) await variant.close();
    return [...compared(times), await memory(effort, short), await together(alone, short)];
  },
};
