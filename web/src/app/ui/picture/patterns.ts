import type { BarSeriesOption } from 'echarts/charts';
import type { Paper } from './drawing.js';

type ItemStyle = NonNullable<BarSeriesOption['itemStyle']>;
type Decal = Exclude<NonNullable<ItemStyle['decal']>, 'none'>;
/** How something is filled on a paper. */
export type Filling = (paper: Paper) => ItemStyle;

const solid: Filling = ({ accent }) => ({ color: accent, borderColor: accent, borderWidth: 1.5 });
const patterned =
  (decal: Decal): Filling =>
  ({ accent, ground }) => ({ color: ground, borderColor: accent, borderWidth: 1.5, decal: { ...decal, color: accent } });

/** Nothing is there yet: an empty frame. */
export const blank: Filling = ({ accent, ground }) => ({ color: ground, borderColor: accent, borderWidth: 1.5, borderType: 'dashed' });

const FILLINGS: readonly Filling[] = [
  solid,
  patterned({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 }),
  patterned({
    symbol: 'circle',
    dashArrayX: [
      [7, 7],
      [0, 7, 7, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.62,
  }),
  patterned({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [4, 3], rotation: Math.PI / 4 }),
  patterned({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 2 }),
  patterned({
    symbol: 'triangle',
    dashArrayX: [
      [9, 9],
      [0, 9, 9, 0],
    ],
    dashArrayY: [8, 2],
    symbolSize: 0.7,
  }),
  patterned({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 0 }),
];

/**
 * The filling of a category by its number. They are told apart without colour, in ink and one accent, on a screen and in grey on paper:
 * the first is solid, the others are patterns with an edge. They begin anew after the seventh.
 */
export const fillingOf = (category: number): Filling => FILLINGS[category % FILLINGS.length]!;
