import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { FileTable } from '../table-file.js';

/** What ECharts is told: bars and points across a page. */
export type Option = ComposeOption<
  BarSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;

/** On what a picture is drawn: colours as the page shows them now, letters, and room. All lengths in pixels. */
export interface Paper {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly ground: string;
  readonly font: string;
  readonly rem: number;
  readonly width: number;
  /** What is kept free above the picture: a file bears its caption there. */
  readonly head: number;
  /** What is kept free on either side: the page has room around a picture, a file has none. */
  readonly edge: number;
}

/** A picture with all that stands for it: a sentence, a table of the same figures, and how it is drawn. */
export interface Picture extends FileTable {
  /** How its files are called, without their ending. */
  readonly file: string;
  /** What the picture shows, in a sentence: whoever does not see it has this and the table. */
  readonly finding: string;
  /** In rem, whatever the width: the page keeps this room before anything is drawn. */
  readonly height: number;
  draw(paper: Paper): Option;
}

/** Small letters of the page, and their lines, in rem. */
export const LETTER = 0.9375;
export const LINE = 1.25;
/** A letter is about half as wide as it is high: enough to know where a line ends. */
const LETTER_WIDTH = 0.5;

/** How many letters of this size (rem) stand in a line of this width (px). */
export const lettersIn = (width: number, { rem }: Paper, size = LETTER): number =>
  Math.max(8, Math.floor(width / (size * rem * LETTER_WIDTH)));

/** A text in lines of at most `letters`, parted between words; what does not fit into `most` lines ends in “…”, the table has it whole. */
export function wrapped(text: string, letters: number, most = Infinity): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${cut(lines[most - 1]!, letters - 1)}…`];
}

/** The whole words of a line that fit; a single word that is too long loses its end. */
function cut(line: string, letters: number): string {
  if (line.length <= letters) return line;
  const end = line.lastIndexOf(' ', letters);
  return line.slice(0, end > 0 ? end : letters).replace(/[,;:]$/, '');
}

/** How rows stand: names of up to `lines` lines above bars that are together `bars` rem high. */
export interface RowForm {
  readonly lines: number;
  readonly bars: number;
}
const GAP = 0.25;
const BETWEEN = 0.8;
const rowHeight = ({ lines, bars }: RowForm): number => lines * LINE + GAP + bars + BETWEEN;
/** By how much the first name stands above the band of its row, whose middle is the middle of the bars. */
const overhang = ({ lines }: RowForm): number => (lines * LINE + GAP - BETWEEN) / 2;

/** The height of rows in rem, with `top` above and `bottom` below them. */
export const heightOf = (count: number, form: RowForm, top: number, bottom: number): number => count * rowHeight(form) + top + bottom;

/** Where rows stand, and their names; the bars come as series. `top`, `bottom` and `right` in rem. */
export function rowsOf(
  paper: Paper,
  names: readonly string[],
  form: RowForm,
  { top, bottom, right }: { top: number; bottom: number; right: number },
): Pick<Option, 'grid' | 'yAxis'> {
  const { rem, head, width, edge } = paper;
  const letters = lettersIn(width - 2 * edge, paper);
  return {
    grid: {
      left: 1 + edge,
      right: right * rem + edge,
      top: head + (top + overhang(form)) * rem,
      bottom: (bottom - overhang(form)) * rem,
      outerBoundsMode: 'none',
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map((name) => wrapped(name, letters, form.lines).join('\n')),
      z: 10,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: paper.ink, width: 1.5 } },
      axisLabel: {
        inside: true,
        margin: 0.3 * rem,
        interval: 0,
        textBorderColor: paper.ground, // a line behind them does not strike them out
        textBorderWidth: 4,
        verticalAlign: 'bottom',
        padding: [0, 0, (form.bars / 2 + GAP) * rem, 0],
        lineHeight: LINE * rem,
        fontSize: LETTER * rem,
        color: paper.ink,
      },
    },
  };
}

/** What every picture has in common: letters, no motion, nothing that answers to a pointer. */
export const plainly = (paper: Paper, option: Option): Option => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily: paper.font, fontSize: LETTER * paper.rem, color: paper.ink },
  ...option,
});
