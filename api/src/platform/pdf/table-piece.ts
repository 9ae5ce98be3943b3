import type { Table } from './blocks.js';
import { padding } from './columns.js';
import { type Piece, type Strip, keepLines } from './flow.js';
import type { Desk } from './desk.js';
import { spacing } from './pieces.js';
import { type Sheet, type StructureNode, node, paper } from './sheet.js';
import { type Measured, type SetCell, type SetRow, measure } from './table.js';

/** A strip of the table: a row, or where a row is taller than a third of a page, one line of it. */
interface Slice {
  row: number;
  line: number;
  lines: number;
}

type Segment = [x1: number, y1: number, x2: number, y2: number];

/** Names of a table's structure that its cells need: nodes by cell, ids of head cells by column. */
interface Tagged {
  head: StructureNode[][];
  body: StructureNode[][];
}

const whole = { lines: 0, line: 0 };

/**
 * A table as a piece: its first strip is the head, which is repeated on every page; the head stays with the first row,
 * the last two rows stay together, and so do rows that share a cell.
 */
export function tablePiece(table: Table, serial: number, desk: Desk): Piece {
  const measured = measure(table, desk);
  const tags = tagged(table, measured, serial, desk);
  const headHeight = measured.head.reduce((sum, row) => sum + row.height, 0);
  const slices = measured.body.flatMap((row, index) => slicesOf(row, index, measured.leading));
  const strips: Strip[] = [{ height: headHeight, keep: slices.length > 0 }, ...slices.map((slice) => strip(slice, measured))];
  keepRows(measured.body, slices, strips);
  return {
    before: spacing,
    strips,
    repeated: headHeight,
    draw: (sheet, from, to, y) => {
      drawHead(sheet, measured, y, from === 0 ? tags.head : undefined);
      drawBody(sheet, measured, tags.body, slices.slice(Math.max(from - 1, 0), to - 1), y + headHeight);
    },
  };
}

/** A row is cut only when it is taller than a third of a page and no cell of it covers several rows. */
function slicesOf(row: SetRow, index: number, leading: number): Slice[] {
  const lines = Math.max(...row.cells.map((cell) => cell.par.lines.length));
  if (row.height <= paper.textHeight / 3 || row.height > lines * leading + 2 * padding.y + 1e-6) return [{ row: index, ...whole }];
  return Array.from({ length: lines }, (_, line) => ({ row: index, line, lines }));
}

function strip(slice: Slice, measured: Measured): Strip {
  if (!slice.lines) return { height: measured.body[slice.row]?.height ?? 0, keep: false };
  const ends = (slice.line === 0 ? padding.y : 0) + (slice.line === slice.lines - 1 ? padding.y : 0);
  return { height: measured.leading + ends, keep: keepLines(slice.lines)[slice.line] ?? false };
}

/** A row of one cell across the table names the rows below it: it does not stand alone at the foot of a page. */
const isCaption = (row: SetRow | undefined): boolean => row?.cells.length === 1 && (row.cells[0]?.colSpan ?? 1) > 1;

function keepRows(body: readonly SetRow[], slices: readonly Slice[], strips: Strip[]): void {
  slices.forEach((slice, index) => {
    const at = strips[index + 1];
    if (at && isCaption(body[slice.row])) at.keep = true;
    const lastSlice = !slice.lines || slice.line === slice.lines - 1;
    if (at && lastSlice && slice.row === body.length - 2) at.keep = true;
  });
  for (const row of body) {
    for (const cell of row.cells) {
      slices.forEach((slice, index) => {
        const at = strips[index + 1];
        if (at && slice.row >= cell.row && slice.row < cell.row + cell.rowSpan - 1) at.keep = true;
      });
    }
  }
}

/** Structure by PDF/UA: TH with Scope; with two head rows ids and Headers, since Scope alone is ambiguous then. */
function tagged(table: Table, measured: Measured, serial: number, desk: Desk): Tagged {
  const root = node(desk.document, 'Table');
  const several = measured.head.length > 1;
  const ids: string[][] = table.columns.map(() => []);
  const spans = (cell: SetCell) =>
    (cell.colSpan > 1 ? `/ColSpan ${cell.colSpan}` : '') + (cell.rowSpan > 1 ? `/RowSpan ${cell.rowSpan}` : '');
  const headNode = node(root, 'THead');
  const head = measured.head.map((row) => {
    const rowNode = node(headNode, 'TR');
    return row.cells.map((cell) => {
      const id = `t${serial}r${cell.row}c${cell.column}`;
      for (let c = 0; c < cell.colSpan; c++) ids[cell.column + c]?.push(id);
      return node(rowNode, 'TH', { id: several ? id : undefined, attributes: `/O/Table/Scope/Column${spans(cell)}` });
    });
  });
  const bodyNode = node(root, 'TBody');
  const body = measured.body.map((row) => {
    const rowNode = node(bodyNode, 'TR');
    return row.cells.map((cell) => {
      if (table.columns[cell.column]?.namesRow) return node(rowNode, 'TH', { attributes: `/O/Table/Scope/Row${spans(cell)}` });
      const headers = several ? `/Headers[${(ids[cell.column] ?? []).map((id) => `(${id})`).join('')}]` : '';
      const attributes = headers + spans(cell);
      return node(rowNode, 'TD', { attributes: attributes ? `/O/Table${attributes}` : undefined });
    });
  });
  return { head, body };
}

/** The head; on later pages, where its nodes are already filled, it is an artifact. */
function drawHead(sheet: Sheet, measured: Measured, y: number, nodes: StructureNode[][] | undefined): void {
  let top = y;
  const tops = measured.head.map((row) => (top += row.height) - row.height);
  measured.head.forEach((row, rowIndex) => {
    row.cells.forEach((cell, index) => {
      const [x, cellTop] = inside(cell, measured, tops[rowIndex] ?? y, spanHeight(measured.head, cell));
      const of = nodes?.[rowIndex]?.[index];
      if (of) sheet.text(of, cell.par, x, cellTop);
      else sheet.pagination(cell.par, x, cellTop);
    });
  });
  const first = measured.edges[0] ?? 0;
  sheet.rules([[first, y, measured.edges.at(-1) ?? 0, y], ...gridLines(measured.head, measured.edges, tops, top)]);
}

const spanHeight = (rows: readonly SetRow[], cell: SetCell): number =>
  rows.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, row) => sum + row.height, 0);

/** Where a cell's text begins: in the middle of its height. */
function inside(cell: SetCell, measured: Measured, top: number, height: number): [number, number] {
  return [(measured.edges[cell.column] ?? 0) + padding.x, top + (height - cell.par.height) / 2];
}

function drawBody(sheet: Sheet, measured: Measured, nodes: StructureNode[][], slices: readonly Slice[], y: number): void {
  const parts: { row: SetRow; from: number; to: number; lines: number; height: number }[] = [];
  for (const slice of slices) {
    const row = measured.body[slice.row];
    if (!row) continue;
    const open = parts.at(-1);
    const { height } = strip(slice, measured);
    if (open && slice.lines && open.row === row) Object.assign(open, { to: slice.line + 1, height: open.height + height });
    else parts.push({ row, from: slice.line, to: slice.line + 1, lines: slice.lines, height });
  }
  let top = y;
  const tops = parts.map((part) => (top += part.height) - part.height);
  parts.forEach((part, index) => {
    const partTop = tops[index] ?? y;
    part.row.cells.forEach((cell, position) => {
      const of = nodes[cell.row]?.[position];
      if (!of) return;
      if (part.lines) {
        const x = (measured.edges[cell.column] ?? 0) + padding.x;
        const to = Math.min(part.to, cell.par.lines.length);
        return sheet.text(of, cell.par, x, partTop + (part.from === 0 ? padding.y : 0), part.from, to);
      }
      const [x, cellTop] = inside(cell, measured, partTop, spanHeight(measured.body, cell));
      sheet.text(of, cell.par, x, cellTop);
    });
  });
  sheet.rules(gridLines(parts.map((part) => part.row), measured.edges, tops, top)); // prettier-ignore
}

/** The rules below and beside the rows of one page part, none through a cell that spans; neighbours are drawn as one. */
function gridLines(rows: readonly SetRow[], edges: readonly number[], tops: readonly number[], bottom: number): Segment[] {
  const columns = edges.length - 1;
  const first = rows[0]?.cells[0]?.row ?? 0;
  const across = new Set<string>(); // `row,column` whose lower rule a cell covers
  const down = new Set<string>(); // `row,edge` that a cell covers
  for (const row of rows) {
    for (const cell of row.cells) {
      for (let r = 0; r < cell.rowSpan; r++) {
        const at = cell.row - first + r;
        for (let c = 0; c < cell.colSpan; c++) if (r < cell.rowSpan - 1) across.add(`${at},${cell.column + c}`);
        for (let c = 1; c < cell.colSpan; c++) down.add(`${at},${cell.column + c}`);
      }
    }
  }
  const ys = [...tops, bottom];
  const segments: Segment[] = [];
  for (let r = 1; r <= rows.length; r++) {
    const y = ys[r] ?? bottom;
    const open = (c: number) => r === rows.length || !across.has(`${r - 1},${c}`);
    for (const [from, to] of stretches(columns, open)) segments.push([edges[from] ?? 0, y, edges[to] ?? 0, y]);
  }
  for (let edge = 0; edge <= columns; edge++) {
    const open = (r: number) => !down.has(`${r},${edge}`);
    for (const [from, to] of stretches(rows.length, open)) segments.push([edges[edge] ?? 0, ys[from] ?? 0, edges[edge] ?? 0, ys[to] ?? 0]);
  }
  return segments;
}

/** Runs [from, to) of numbers below `count` for which the claim holds. */
function stretches(count: number, holds: (index: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  for (let index = 0; index < count; index++) {
    const last = runs.at(-1);
    if (!holds(index)) continue;
    if (last && last[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  return runs;
}
