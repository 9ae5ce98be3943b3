/** A cell of a table as a file holds it: as people read it, and where it is a figure or a day (`YYYY-MM-DD`) also as Excel keeps it. */
export interface FileCell {
  readonly text: string;
  readonly figure?: number;
  readonly day?: string;
}

/** A column of such a table. `format`: how Excel shows its figures, such as `0.00`. */
export interface FileColumn {
  readonly name: string;
  readonly figures?: boolean;
  readonly format?: string;
}

/** A table as a file holds it. */
export interface FileTable {
  readonly caption: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileCell[])[];
}

/** What a cell of a list gives to a file: a text, a figure, nothing. */
export type CellValue = string | number | null;

/** A column of a list; without `value` the row's own value is taken. */
export interface ListColumn extends FileColumn {
  readonly key: string;
  readonly value?: (row: never) => CellValue;
}

/** A list as it stands, column by column. @param columns those that are seen */
export const fileTableOf = (caption: string, columns: readonly ListColumn[], rows: readonly object[]): FileTable => ({
  caption,
  columns,
  rows: rows.map((row) => columns.map(({ key, value }) => cellOf(value ? value(row as never) : ownValue(row, key)))),
});

function ownValue(row: object, key: string): CellValue {
  const own = (row as Readonly<Record<string, unknown>>)[key];
  return typeof own === 'number' || typeof own === 'string' ? own : null;
}

const cellOf = (value: CellValue): FileCell => (typeof value === 'number' ? { text: String(value), figure: value } : { text: value ?? '' });

/**
 * A table as CSV (RFC 4180), with the mark by which spreadsheets know Vietnamese letters. What a spreadsheet would take for a formula
 * is written as text: names and reasons come from many hands.
 * @param mark what stands below the rows, or empty
 */
export async function csvOf({ columns, rows }: FileTable, mark = ''): Promise<string> {
  const { unparse } = (await import('papaparse')).default;
  const data = [...rows.map((row) => row.map(({ text, figure }) => figure ?? text)), ...(mark ? [[mark]] : [])];
  const text = unparse({ fields: columns.map(({ name }) => name), data }, { escapeFormulae: true });
  return `\uFEFF${text}\r\n`;
}
