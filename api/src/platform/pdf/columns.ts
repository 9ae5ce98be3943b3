import type { Face, Table, Text } from './blocks.js';
import { words } from './paragraph.js';
import type { Desk } from './desk.js';
import { mm, paper } from './sheet.js';

/** Room between the rules and the text of a cell, points. */
export const padding = { x: 1.5 * mm, y: 2 };

/** Below this size, points, words are cut by characters rather than printed smaller still. */
const smallest = 7;

interface Content {
  column: number;
  colSpan: number;
  text: Text;
  face: Face;
  where: string;
  inHead: boolean;
}

/** What a column asks for, points with padding: the width asked by the author, its widest word, its longest cell on one line. */
interface Want {
  asked: number | undefined;
  least: number;
  most: number;
}

/** The size of a table and the widths of its columns, together the width of the text: smaller than asked where a word would be cut. */
export function fitColumns(table: Table, cells: readonly Content[], desk: Desk): { size: number; widths: number[] } {
  let size = table.size ?? 12;
  let wants = wantsOf(table, cells, desk, size);
  while (size > smallest && wants.reduce((sum, want) => sum + want.least, 0) > paper.textWidth) {
    size -= 0.5;
    wants = wantsOf(table, cells, desk, size);
  }
  return { size, widths: share(wants) };
}

/** Head cells may wrap, so only their words count. A cell wider than a third of the page is damped, so that others keep their room. */
function wantsOf(table: Table, cells: readonly Content[], desk: Desk, size: number): Want[] {
  const wants = table.columns.map(({ width }): Want => ({ asked: width === undefined ? undefined : width * mm, least: 0, most: 0 }));
  const third = paper.textWidth / 3;
  for (const cell of cells) {
    const want = wants[cell.column];
    if (!want || cell.colSpan > 1) continue;
    const set = words(desk.fonts, cell.text, cell.face, cell.where).map((word) => (word.width * size) / 1000);
    const line = set.reduce((sum, word) => sum + word, 0) + Math.max(set.length - 1, 0) * 0.25 * size + 2 * padding.x;
    want.least = Math.max(want.least, ...set.map((width) => width + 2 * padding.x));
    const damped = line > third ? Math.min(third + Math.sqrt((line - third) * third), 0.6 * paper.textWidth) : line;
    want.most = Math.max(want.most, want.least, cell.inHead ? 0 : damped);
  }
  return wants.map((want) => ({ ...want, least: Math.max(want.least, 3 * padding.x), most: Math.max(want.most, 3 * padding.x) }));
}

/**
 * A column gets what its author asked, or its widest word if that is more; of what is left after the least widths each
 * other one gets its share in proportion to how much more it wants. Where all that does not fit, what was asked is a wish.
 */
function share(wants: readonly Want[]): number[] {
  const total = paper.textWidth;
  const sum = (pick: (want: Want) => number) => wants.reduce((all, want) => all + pick(want), 0);
  const least = sum((want) => want.least);
  if (least >= total) return wants.map((want) => (want.least * total) / least);
  const fixed = (want: Want) => (want.asked === undefined ? undefined : Math.max(want.asked, want.least));
  const bound = sum((want) => fixed(want) ?? want.least);
  if (bound > total || wants.every((want) => want.asked !== undefined)) return spread(wants.map((want) => ({ ...want, most: fixed(want) ?? want.most })), total); // prettier-ignore
  const free = spread(wants.filter((want) => want.asked === undefined), total - sum((want) => fixed(want) ?? 0)); // prettier-ignore
  return wants.map((want) => fixed(want) ?? free.shift() ?? want.least);
}

/** Shares a width between columns that hold their least: what is left in proportion to their wishes. */
function spread(wants: readonly Want[], total: number): number[] {
  const least = wants.reduce((sum, want) => sum + want.least, 0);
  const most = wants.reduce((sum, want) => sum + want.most, 0);
  if (most <= total) return wants.map((want) => (want.most * total) / most);
  return wants.map((want) => want.least + ((want.most - want.least) * (total - least)) / (most - least));
}
