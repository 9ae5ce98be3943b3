import type { Results, Target } from './results.js';

const number = (value: number | null, unit = ''): string => (value === null ? '–' : `${value}${unit && `\u00a0${unit}`}`);
const said = ({ met }: Target): string => (met === null ? 'not measured' : met ? 'met' : '**not met**');

const row = (target: Target): string => {
  const { id, name, value, min, max, unit, bound, target: limit, baseline, commit, day } = target;
  return `| ${id} | ${name} | ${number(value, unit)} | ${number(min)}–${number(max, unit)} | ${bound} ${number(limit, unit)} | ${said(target)} | ${baseline} | ${day}, ${commit} |`;
};

const reason = ({ id, name, why }: Target): string[] => (why ? [`- **${id}, ${name}.** ${why}`] : []);

/** The page docs/benchmarks.md: a table of the results, the plot beside it, and why where there is something to say. */
export function pageOf({ machine, versions, commit, targets }: Results): string {
  const judged = targets.filter(({ met }) => met !== null);
  const met = judged.filter((target) => target.met);
  const { processor, cores, memory, system, flush } = machine;
  const known = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Benchmarks',
    '',
    '<!-- Written by `npm run bench` from benchmarks.json; a test compares the two. -->',
    '',
    'Mỗi số là tỉ số giữa chương trình và một mốc so sánh, đo xen kẽ trong cùng một lần chạy; `npm run bench` đo lại tất cả, `npm run bench -- --only G1,G10` đo riêng vài mục.',
    '*Every number is a ratio of the program to a baseline that was measured in turns with it, in one run: the median of the rounds, and between what single rounds lay. A number with a unit is no ratio.*',
    '',
    `${met.length} of ${judged.length} targets that were measured are met. ${targets.length - judged.length} were not measured.`,
    '',
    `Machine of the last run: ${cores} × ${processor}, ${memory} GiB, ${system}; the disk acknowledges a flush in ${flush} µs. ${known.join(', ')}. Commit ${commit}.`,
    '',
    'Rounds that lie far apart tell of a machine that did other things meanwhile: such a value is to be measured again on a quiet one before it is believed.',
    '',
    '![How far each target is from its bound](benchmarks.svg)',
    '',
    '| Target | What | Ratio | Rounds | Bound | | Against | Measured |',
    '|---|---|---|---|---|---|---|---|',
    ...targets.map(row),
    '',
    '## Why',
    '',
    ...targets.flatMap(reason),
    '',
  ].join('\n');
}
