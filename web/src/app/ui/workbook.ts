import writeWorkbook from 'write-excel-file/browser';
import type { FileCell, FileColumn, FileTable } from './table-file.js';

/** What Excel does not take in the name of a sheet, and how long such a name may be. */
const FORBIDDEN = /[\\/?*[\]:]/g;
const NAME_LENGTH = 31;
const WIDTHS = { text: 36, figure: 16 };

/** A cell as Excel keeps it. A text is written as text, whatever it begins with: what people typed is never a formula. */
function cellOf({ text, figure, day }: FileCell, { format }: FileColumn) {
  if (figure !== undefined) return { value: figure, type: Number, ...(format ? { format } : {}) };
  if (day !== undefined) return { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value: text, type: String, wrap: true };
}

/** A table as a workbook of one sheet. @param mark what stands below the figures, or empty */
export function workbookOf({ caption, columns, rows }: FileTable, mark = ''): Promise<Blob> {
  const head = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const, wrap: true }));
  const body = rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!)));
  const foot = mark ? [[{ value: mark, type: String, fontWeight: 'bold' as const }]] : [];
  return writeWorkbook([
    {
      sheet: caption.replace(FORBIDDEN, ' ').slice(0, NAME_LENGTH).trim(),
      data: [head, ...body, ...foot],
      columns: columns.map(({ figures }) => ({ width: figures ? WIDTHS.figure : WIDTHS.text })),
      stickyRowsCount: 1,
    },
  ]).toBlob();
}
