/** A cell as a file holds it: figures stay figures. */
export type FileCell = string | number | null;

/** A table as a file holds it: its headings, its rows. */
export interface FileTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
}

/** What a column gives to a file. */
interface FileColumn {
  readonly key: string;
  readonly name: string;
  readonly value?: (row: never) => FileCell;
}

/** The rows as they stand, column by column. @param columns those that are seen; without `value` the row's own value is taken */
export const fileTableOf = (columns: readonly FileColumn[], rows: readonly object[]): FileTable => ({
  headings: columns.map(({ name }) => name),
  rows: rows.map((row) => columns.map(({ key, value }) => (value ? value(row as never) : ownValue(row, key)))),
});

function ownValue(row: object, key: string): FileCell {
  const own = (row as Readonly<Record<string, unknown>>)[key];
  return typeof own === 'number' || typeof own === 'string' ? own : null;
}

/**
 * The table as CSV (RFC 4180), with the mark by which spreadsheets know Vietnamese letters. What a spreadsheet would take for a formula
 * is written as text: names and reasons come from many hands.
 */
export async function csvOf({ headings, rows }: FileTable): Promise<string> {
  const { unparse } = (await import('papaparse')).default;
  const text = unparse({ fields: [...headings], data: rows.map((row) => [...row]) }, { escapeFormulae: true });
  return `\uFEFF${text}\r\n`;
}
