import { heightOf, LETTER, lettersIn, LINE, plainly, rowsOf, wrapped, type Option, type Paper, type RowForm } from './drawing.js';
import type { Filling } from './patterns.js';

const FORM: RowForm = { lines: 1, bars: 1.4 };
/** A line of the key above the rows, its mark, and the air around the rows, in rem. */
const KEY = 1.6;
const MARK = 2.2;
const AIR = 0.6;
/** A figure or a capital is wider than most letters. */
const FIGURE_WIDTH = 0.6;

/** A part of every bar: what the key calls it, and how it is filled. */
export interface Part {
  readonly name: string;
  readonly filling: Filling;
}

/** Bars of parts, one below the other. `most`: the value of a whole line. */
export interface Stacked {
  readonly rows: readonly string[];
  readonly parts: readonly Part[];
  readonly most: number;
  /** A part of a row; of its words the first that fit stand in it. */
  cell(row: number, part: number): { readonly value: number; readonly words: readonly string[] };
}

export const stackedHeight = (rows: number, parts: number): number => heightOf(rows, FORM, parts * KEY + AIR, AIR);

/** Draws bars that begin at nothing, with a key of their fillings above. */
export function stacked(paper: Paper, { rows, parts, most, cell }: Stacked): Option {
  const { rem, edge } = paper;
  const width = paper.width - 2 * edge;
  const names = parts.map(({ name }) => wrapped(name, lettersIn(width - MARK * 2 * rem, paper), 1)[0]!);
  return plainly(paper, {
    ...rowsOf(paper, rows, FORM, { top: parts.length * KEY + AIR, bottom: AIR, right: 0.2 }),
    xAxis: { type: 'value', show: false, min: 0, max: most },
    legend: keyOf(paper, names),
    series: parts.map(({ filling }, part) => ({
      type: 'bar' as const,
      name: names[part]!,
      silent: true,
      stack: 'parts',
      barWidth: FORM.bars * rem,
      itemStyle: filling(paper),
      data: rows.map((_, row) => {
        const { value, words } = cell(row, part);
        return { value, label: labelOf(words, (value / most) * width, paper) };
      }),
    })),
  });
}

const keyOf = ({ rem, head, edge, ink }: Paper, names: readonly string[]): Option['legend'] => ({
  orient: 'vertical',
  left: edge,
  top: head,
  padding: 0,
  itemGap: (KEY - LINE) * rem,
  itemWidth: MARK * rem,
  itemHeight: LETTER * rem,
  selectedMode: false,
  itemStyle: { borderType: 'inherit' },
  data: [...names],
  textStyle: { color: ink, fontSize: LETTER * rem, lineHeight: LINE * rem },
});

/** What stands in a part of a bar where there is room for it; the table has all. */
function labelOf(words: readonly string[], room: number, { rem, ink, ground }: Paper) {
  const letters = room / (rem * LETTER * FIGURE_WIDTH);
  const text = words.find(({ length }) => length + 1 < letters);
  return {
    show: text !== undefined,
    formatter: text ?? '',
    color: ink,
    backgroundColor: ground,
    padding: [0, 0.2 * rem],
    fontSize: LETTER * rem,
    lineHeight: 1.1 * rem,
  };
}
