import { readTree } from './tree.js';

/** The template of the import holds our own words alone. */
const MAY = ['api/src/unit/import/template.ts'];

describe('what people typed', () => {
  it('is written into no spreadsheet and no CSV, where it might be taken for a formula', () => {
    const writing = [...readTree()].filter(([, text]) => /write-excel-file|text\/csv|\.csv\b/.test(text)).map(([path]) => path);
    expect(writing).toEqual(MAY);
  });
});
