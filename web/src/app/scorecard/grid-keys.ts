/** A cell of the score grid: row of the criterion, column of the rated unit, both from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** Where the caret stands in a field's text. */
export interface Caret {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/**
 * Where a key leads in the score grid (ux.md P8), or null when the field keeps the key: Enter and ↓ to the next row, ↑ to the one before,
 * ← and → to the neighbour only from the edge of the text. At the border of the grid the focus stays.
 */
export function cellAfter(key: string, at: GridCell, size: { rows: number; columns: number }, caret: Caret): GridCell | null {
  const to = { ...at };
  if (key === 'Enter' || key === 'ArrowDown') to.row += 1;
  else if (key === 'ArrowUp') to.row -= 1;
  else if (key === 'ArrowRight' && caret.start === caret.length) to.column += 1;
  else if (key === 'ArrowLeft' && caret.end === 0) to.column -= 1;
  else return null;
  const inside = to.row >= 0 && to.row < size.rows && to.column >= 0 && to.column < size.columns;
  return inside ? to : null;
}

/** The id of a cell's input. */
export const cellId = ({ row, column }: GridCell): string => `cell-${row}-${column}`;

/** The cell of an input by its id. */
export function cellOf(id: string): GridCell | null {
  const found = /^cell-(\d+)-(\d+)$/.exec(id);
  return found ? { row: Number(found[1]), column: Number(found[2]) } : null;
}
