import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { Language } from '@thidua/workflows/wording';
import { stepsOf } from '@thidua/workflows/work/work';
import type { YearStep } from '@thidua/workflows/work/work.schema';
import { dayInWords, daysUntil, shortDay } from '../platform/dates.js';
import { daysLeftInWords } from '../platform/days-left.js';
import { heightOf, LETTER, plainly, rowsOf, type Option, type Paper, type Picture, type RowForm } from '../ui/picture/drawing.js';
import { fillingOf } from '../ui/picture/patterns.js';

const FORM: RowForm = { lines: 1, bars: 0.9 };
/** Above the rows stands today, below them the months. */
const TOP = 1.6;
const BOTTOM = 2.2;

const STATES: Readonly<Record<YearStep['state'], string>> = {
  done: $localize`:@@yearPicture.done:đã xong`,
  current: $localize`:@@yearPicture.current:đang làm`,
  ahead: $localize`:@@yearPicture.ahead:chưa tới`,
};

/** One line of the year: a step with its last day, or a campaign from day to day. Days count from the first of the year. */
interface Line {
  readonly name: string;
  readonly from: string | null;
  readonly to: string;
  readonly state: YearStep['state'];
}

/** The year's days as a picture: what is behind, what is due, what is ahead, and where today stands. @param today `YYYY-MM-DD` */
export function yearPicture(
  { year, rules, campaigns }: Pick<CycleView, 'year' | 'rules' | 'campaigns'>,
  today: string,
  language: Language,
): Picture {
  const steps = stepsOf(rules.deadlines, today, language);
  const lines: Line[] = [
    ...steps.map(({ name, due, state }) => ({ name, from: null, to: due, state })),
    ...campaigns.map(({ theme, from, to }) => ({ name: theme, from, to, state: stateOf(from, to, today) })),
  ];
  const day = (date: string) => dayInWords(date, language);
  return {
    file: `thoi-gian-${year}`,
    caption: $localize`:@@yearPicture.caption:Thời gian của năm ${year}:year:`,
    finding: findingOf(steps, today, language),
    columns: [
      { name: $localize`:@@yearPicture.line:Bước, đợt thi đua` },
      { name: $localize`:@@yearPicture.from:Từ ngày` },
      { name: $localize`:@@yearPicture.to:Đến hết ngày` },
      { name: $localize`:@@yearPicture.state:Tình trạng` },
    ],
    rows: lines.map(({ name, from, to, state }) => [
      { text: name },
      from ? { text: day(from), day: from } : { text: '–' },
      { text: day(to), day: to },
      { text: STATES[state] },
    ]),
    height: heightOf(lines.length, FORM, TOP, BOTTOM),
    draw: (paper) => drawn(paper, { year, lines, today, language }),
  };
}

const stateOf = (from: string, to: string, today: string): YearStep['state'] => (to < today ? 'done' : from > today ? 'ahead' : 'current');

function findingOf(steps: readonly YearStep[], today: string, language: Language): string {
  const behind = steps.filter(({ state }) => state === 'done').length;
  const current = steps.find(({ state }) => state === 'current');
  if (!current) return $localize`:@@yearPicture.over:Mọi bước của năm đã qua hạn.`;
  const [name, due] = [current.name, dayInWords(current.due, language)];
  const left = daysLeftInWords(daysUntil(current.due, today)).toLowerCase();
  return $localize`:@@yearPicture.finding:Đã qua hạn ${behind}:behind: trên ${steps.length}:all: bước. Bước đang làm: ${name}:name:, đến hết ngày ${due}:due:, ${left}:left:.`;
}

interface Year {
  readonly year: number;
  readonly lines: readonly Line[];
  readonly today: string;
  readonly language: Language;
}

function drawn(paper: Paper, { year, lines, today, language }: Year): Option {
  const first = [`${year}-01-01`, ...lines.map(({ from, to }) => from ?? to)].sort()[0]!;
  const last = [`${year}-12-31`, ...lines.map(({ to }) => to)].sort().at(-1)!;
  const at = (day: string) => daysUntil(day, first);
  const words = ({ name, from, to, state }: Line) => {
    const days = from ? `${shortDay(from, language)} – ${shortDay(to, language)}` : shortDay(to, language);
    return `${days}: ${name}${state === 'current' && !from ? `, ${STATES.current}` : ''}`;
  };
  const { rem } = paper;
  return plainly(paper, {
    ...rowsOf(paper, lines.map(words), FORM, { top: TOP, bottom: BOTTOM, right: 1 }),
    xAxis: monthsOf(paper, first, last, language),
    series: [
      {
        type: 'bar',
        silent: true,
        stack: 'campaign',
        data: lines.map(({ from }) => (from ? at(from) : '-')),
        itemStyle: { color: 'transparent' },
      },
      {
        type: 'bar',
        silent: true,
        stack: 'campaign',
        barWidth: FORM.bars * rem,
        itemStyle: fillingOf(1)(paper),
        data: lines.map(({ from, to }) => (from ? at(to) - at(from) + 1 : '-')),
      },
      {
        type: 'scatter',
        silent: true,
        z: 5,
        data: lines.flatMap(({ from, to, state }, row) => (from ? [] : [{ value: [at(to), row], ...markOf(state, paper) }])),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'solid', width: 1.5, color: paper.line },
          data: [
            ...lines.flatMap(({ from }, row) => (from ? [] : [pair({ coord: [0, row] }, { coord: [at(last), row] })])),
            ...(today >= first && today <= last ? [todayOf(paper, at(today), at(last), dayInWords(today, language))] : []),
          ],
        },
      },
    ],
  });
}

const pair = <T>(from: T, to: T): [T, T] => [from, to];

/** A step's mark: shapes differ, not hues. Behind: a full circle; due: a large diamond; ahead: a ring. */
function markOf(state: YearStep['state'], { accent, ground, rem }: Paper) {
  const edge = { borderColor: accent, borderWidth: 2, opacity: 1 };
  if (state === 'current') return { symbol: 'diamond', symbolSize: 1.3 * rem, itemStyle: { color: accent, ...edge } };
  return { symbol: 'circle', symbolSize: 0.8 * rem, itemStyle: { color: state === 'done' ? accent : ground, ...edge } };
}

/** A line through all rows; its words stand above them and within the picture. */
const todayOf = (paper: Paper, at: number, last: number, day: string) => ({
  xAxis: at,
  lineStyle: { type: 'dashed' as const, width: 2, color: paper.ink },
  label: {
    show: true,
    position: 'start' as const, // the rows go down
    formatter: $localize`:@@yearPicture.today:Hôm nay ${day}:day:`,
    align: at < last / 4 ? ('left' as const) : at > (last * 3) / 4 ? ('right' as const) : ('center' as const),
    color: paper.ink,
    fontWeight: 650,
    fontSize: LETTER * paper.rem,
  },
});

/** The months below the rows, every third of them where there is little room. */
function monthsOf({ quiet, line, rem, width }: Paper, first: string, last: string, language: Language): Option['xAxis'] {
  const step = width < 36 * rem ? 3 : 1;
  const months: string[] = [];
  for (
    let month = new Date(`${first.slice(0, 7)}-01`);
    month.toISOString().slice(0, 10) <= last;
    month.setUTCMonth(month.getUTCMonth() + step)
  )
    months.push(month.toISOString().slice(0, 10));
  const days = months.map((month) => daysUntil(month, first)).filter((day) => day >= 0);
  const names = new Map(months.map((month) => [daysUntil(month, first), monthInWords(month, language)]));
  return {
    type: 'value',
    min: 0,
    max: daysUntil(last, first),
    splitLine: { show: false },
    axisLine: { show: true, lineStyle: { color: line } },
    axisTick: { show: true, customValues: days, lineStyle: { color: line } },
    axisLabel: {
      customValues: days,
      formatter: (day: number) => names.get(day) ?? '',
      color: quiet,
      fontSize: LETTER * rem,
      align: 'left',
    },
  };
}

const monthInWords = (day: string, language: Language): string =>
  language === 'vi' ? `T${Number(day.slice(5, 7))}` : shortDay(day, language).split(' ')[1]!;
