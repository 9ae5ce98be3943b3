import { readTree } from './tree.js';

/**
 * The template of the import holds our own words alone; a table taken along writes as text what would be a formula (its own spec); a
 * workbook gives each cell its type, and what was typed is read back as text (test/web/pictures.spec.ts).
 */
const MAY = ['api/src/unit/import/template.ts', 'web/src/app/ui/table-tools.ts', 'web/src/app/ui/workbook.ts'];

describe('what people typed', () => {
  it('is written into spreadsheets and CSV there alone where nothing is taken for a formula', () => {
    const writing = [...readTree()].filter(([, text]) => /write-excel-file|text\/csv|\.csv\b/.test(text)).map(([path]) => path);
    expect(writing).toEqual(MAY);
  });
});
