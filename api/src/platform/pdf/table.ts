import type { Cell, Face, Row, Table, Text } from './blocks.js';
import { fitColumns, padding } from './columns.js';
import { type Par, compose } from './paragraph.js';
import type { Desk } from './desk.js';
import { paper } from './sheet.js';

/** A cell with its place in the grid; `head` when it is one of the head rows. */
export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  text: Text;
  face: Face;
  align: 'left' | 'center' | 'right';
  where: string;
}

export interface SetCell extends GridCell {
  par: Par;
}

/** A measured table: x of the column edges (one more than columns) and heights of rows, in points. */
export interface Measured {
  edges: number[];
  head: SetRow[];
  body: SetRow[];
  /** Leading of every line in it. */
  leading: number;
}

export interface SetRow {
  cells: SetCell[];
  height: number;
}

/** Places cells in the grid, as HTML does. @throws when a row does not fill the columns exactly */
function grid(rows: readonly Row[], table: Table, desk: Desk, inHead: boolean): GridCell[][] {
  const taken = new Set<string>();
  const count = table.columns.length;
  return rows.map((row, rowIndex) => {
    let column = 0;
    const skip = () => {
      while (taken.has(`${rowIndex},${column}`)) column++;
    };
    const cells = row.cells.map((cell, index): GridCell => {
      skip();
      const where = `${desk.where}, ${inHead ? 'đầu bảng' : `dòng ${rowIndex + 1}`}, cột ${index + 1}`;
      const made = { row: rowIndex, column, where, ...styled(cell, row, table, column, inHead) };
      for (let r = 0; r < made.rowSpan; r++) for (let c = 0; c < made.colSpan; c++) taken.add(`${rowIndex + r},${column + c}`);
      column += made.colSpan;
      return made;
    });
    skip();
    if (column !== count) throw new Error(`${desk.where}, dòng ${rowIndex + 1}: ${column} ô, bảng có ${count} cột`);
    return cells;
  });
}

function styled(cell: Cell, row: Row, table: Table, column: number, inHead: boolean) {
  const { text, colSpan = 1, rowSpan = 1, align, face } = typeof cell === 'string' ? { text: cell } : cell;
  return {
    text,
    colSpan,
    rowSpan,
    align: align ?? (inHead ? 'center' : (table.columns[column]?.align ?? 'left')),
    face: face ?? row.face ?? (inHead ? 'bold' : 'regular'),
  };
}

/** @throws MissingGlyph, and when a row does not fill the columns */
export function measure(table: Table, desk: Desk): Measured {
  const head = grid(table.head, table, desk, true);
  const body = grid(table.rows, table, desk, false);
  const cells = [...head.flat().map((cell) => ({ ...cell, inHead: true })), ...body.flat().map((cell) => ({ ...cell, inHead: false }))];
  const { size, widths } = fitColumns(table, cells, desk);
  const leading = size * 1.2;
  const edges = [paper.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const set = (rows: GridCell[][]): SetRow[] => {
    const made = rows.map((cells) => ({
      cells: cells.map((cell) => setCell(cell, edges, size, leading, desk)),
      height: leading + 2 * padding.y,
    }));
    for (const row of made) for (const cell of row.cells) if (cell.rowSpan === 1) row.height = Math.max(row.height, heightOf(cell));
    for (const row of made) for (const cell of row.cells) if (cell.rowSpan > 1) stretchSpan(made, cell);
    return made;
  };
  return { edges, head: set(head), body: set(body), leading };
}

/** Cells are narrow: never justified (below about 60 mm justified lines have rivers). */
function setCell(cell: GridCell, edges: readonly number[], size: number, leading: number, desk: Desk): SetCell {
  const width = (edges[cell.column + cell.colSpan] ?? 0) - (edges[cell.column] ?? 0) - 2 * padding.x;
  const { align, face, where } = cell;
  return { ...cell, par: compose(desk.fonts, cell.text, { width, size, align, face, leading, where }) };
}

const heightOf = (cell: SetCell): number => cell.par.height + 2 * padding.y;

/** A cell over several rows makes the last of them higher when they do not hold it. */
function stretchSpan(rows: SetRow[], cell: SetCell): void {
  const spanned = rows.slice(cell.row, cell.row + cell.rowSpan);
  const missing = heightOf(cell) - spanned.reduce((sum, row) => sum + row.height, 0);
  const last = spanned.at(-1);
  if (last && missing > 0) last.height += missing;
}
