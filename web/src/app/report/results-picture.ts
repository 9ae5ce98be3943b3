import type { Language } from '@thidua/workflows/wording';
import { numberInWords } from '../platform/numbers.js';
import { heightOf, LETTER, plainly, rowsOf, type Option, type Paper, type Picture, type RowForm } from '../ui/picture/drawing.js';
import type { FileCell } from '../ui/table-file.js';
import { fillingOf } from '../ui/picture/patterns.js';
import { valueInWords } from './figure-words.js';
import type { Against, Result } from './results.js';

/** A bar, and the room for its words beside it, in rem. */
const BAR = 1.1;
const WORDS = 9.2;
const TOP = 1.6;
const BOTTOM = 0.4;
/** A name with more letters takes two lines on a phone. */
const LONG = 40;

/** What results stand against, in the order of the bars. */
const KINDS = ['plan', 'previous'] as const;
type Kind = (typeof KINDS)[number];
const kindsOf = (result: Result): Kind[] => KINDS.filter((kind) => result[kind]);

/** Results against the plan and against the year before, each on one scale: 100 per cent is what they stand against (ux.md 7, bullets). */
export function resultsPicture(results: readonly Result[], { year, unit }: { year: number; unit: string }, language: Language): Picture {
  const bars = Math.max(...results.map((result) => kindsOf(result).length));
  const names = results.map(({ indicator }) => `${indicator.label}: ${valueInWords(indicator, language)}`);
  const form: RowForm = { lines: names.some(({ length }) => length > LONG) ? 2 : 1, bars: bars * BAR };
  const number = (value: number): FileCell => ({ text: numberInWords(value, language), figure: value });
  const known = (against: Against | null): FileCell => (against?.value == null ? { text: '–' } : number(against.value));
  return {
    file: `ket-qua-${year}-${fileName(unit)}`,
    caption: $localize`:@@results.caption:Kết quả so với kế hoạch và năm trước`,
    finding: findingOf(results),
    columns: [
      { name: $localize`:@@results.figure:Số liệu` },
      { name: $localize`:@@results.unit:Đơn vị tính` },
      ...[RESULT, PLAN, PREVIOUS, OF_PLAN, OF_PREVIOUS].map((name) => ({ name, figures: true })),
    ],
    rows: results.map(({ indicator, plan, previous }) => [
      { text: indicator.label },
      { text: indicator.unit },
      { text: valueInWords(indicator, language), figure: indicator.value },
      known(plan),
      known(previous),
      plan ? number(rounded(plan.share)) : { text: '–' },
      previous ? number(rounded(previous.share)) : { text: '–' },
    ]),
    height: heightOf(results.length, form, TOP, BOTTOM),
    draw: (paper) => drawn(paper, { results, names, form, language }),
  };
}

const RESULT = $localize`:@@results.result:Kết quả`;
const PLAN = $localize`:@@results.plan:Kế hoạch`;
const PREVIOUS = $localize`:@@results.previous:Năm trước`;
const OF_PLAN = $localize`:@@results.ofPlan:% kế hoạch`;
const OF_PREVIOUS = $localize`:@@results.ofPrevious:% năm trước`;

/** One decimal: more than that nobody compares. */
const rounded = (share: number): number => Math.round(share * 10) / 10;

/** `Hội Khuyến học` as a part of a file's name: `hoi-khuyen-hoc`. */
const fileName = (unit: string): string =>
  unit
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

function findingOf(results: readonly Result[]): string {
  const shares = (kind: Kind) => results.flatMap((result) => result[kind]?.share ?? []);
  const [plans, before] = [shares('plan'), shares('previous')];
  const reached = plans.filter((share) => share >= 100).length;
  const higher = before.filter((share) => share > 100).length;
  const said = [
    ...(plans.length > 0
      ? [$localize`:@@results.findingPlan:${reached}:reached: trên ${plans.length}:all: số liệu đạt từ 100% kế hoạch trở lên.`]
      : []),
    ...(before.length > 0
      ? [$localize`:@@results.findingPrevious:${higher}:higher: trên ${before.length}:all: số liệu cao hơn năm trước.`]
      : []),
  ];
  return said.join(' ');
}

interface Given {
  readonly results: readonly Result[];
  readonly names: readonly string[];
  readonly form: RowForm;
  readonly language: Language;
}

function drawn(paper: Paper, { results, names, form, language }: Given): Option {
  const { rem } = paper;
  const shares = results.flatMap(({ plan, previous }) => [plan?.share ?? 0, previous?.share ?? 0]);
  const words = (kind: Kind, share: number) => {
    const figure = numberInWords(rounded(share), language);
    return kind === 'plan'
      ? $localize`:@@results.barPlan:${figure}:share:% kế hoạch`
      : $localize`:@@results.barPrevious:${figure}:share:% năm trước`;
  };
  return plainly(paper, {
    ...rowsOf(paper, names, form, { top: TOP, bottom: BOTTOM, right: WORDS }),
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(100, ...shares) },
    series: Array.from({ length: Math.round(form.bars / BAR) }, (_, at) => ({
      type: 'bar' as const,
      silent: true,
      barWidth: (BAR - 0.15) * rem,
      barGap: '15%',
      data: results.map((result) => {
        const kind = kindsOf(result)[at];
        if (!kind) return '-';
        const { share } = result[kind]!;
        return { value: share, itemStyle: fillingOf(KINDS.indexOf(kind))(paper), label: labelOf(words(kind, share), paper) };
      }),
      ...(at === 0 ? { markLine: whole(paper) } : {}),
    })),
  });
}

/** Beside its bar, before the line that it may stand on. */
const labelOf = (formatter: string, { rem, ink, ground }: Paper) => ({
  show: true,
  position: 'right' as const,
  formatter,
  color: ink,
  fontSize: LETTER * rem,
  textBorderColor: ground,
  textBorderWidth: 4,
});

/** The line at which a result is as much as what it stands against. */
const whole = ({ ink, rem }: Paper) => ({
  silent: true,
  z: 1, // behind bars and words
  symbol: 'none',
  data: [{ xAxis: 100 }],
  lineStyle: { type: 'dashed' as const, width: 2, color: ink },
  label: { position: 'start' as const, formatter: '100%', color: ink, fontWeight: 650, fontSize: LETTER * rem }, // the rows go down
});
