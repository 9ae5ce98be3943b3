import { EXPLAINS, SHEETS, type Column, type SheetKind } from '@thidua/workflows/import/sheets';
import type { Language } from '@thidua/workflows/wording';
import writeWorkbook from 'write-excel-file/node';

const heading = ({ heading: words, required }: Column, language: Language) => ({
  value: `${words[language]}${required ? ' *' : ''}`,
  fontWeight: 'bold' as const,
  backgroundColor: '#DCE6F1',
});
const hint = ({ hint: words }: Column, language: Language, first: boolean) => ({
  value: `${first ? `${EXPLAINS} ` : ''}${words[language]}`,
  wrap: true,
  alignVertical: 'top' as const,
  textColor: '#555555',
});

const sheetOf = ({ name, columns }: SheetKind, language: Language) => ({
  sheet: name[language],
  data: [columns.map((column) => heading(column, language)), columns.map((column, at) => hint(column, language, at === 0))],
  columns: columns.map(({ kind }) => ({ width: kind === 'text' ? 28 : 18 })),
  stickyRowsCount: 1,
});

/** An empty workbook with both sheets: headings, a star for what must be filled in, and a line that says what to write. */
export const template = (language: Language): Promise<Buffer> => writeWorkbook(SHEETS.map((kind) => sheetOf(kind, language))).toBuffer();
