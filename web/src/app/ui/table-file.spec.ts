import { csvOf, fileTableOf } from './table-file.js';

const rows = [
  { id: '1', name: 'Hội Người mù', group: 2, targets: ['a', 'b'] },
  { id: '2', name: '=cmd|calc', group: null, targets: [] },
];
const columns = [
  { key: 'name', name: 'Đơn vị' },
  { key: 'group', name: 'Nhóm' },
  { key: 'targets', name: 'Chỉ tiêu', value: ({ targets }: (typeof rows)[number]) => targets.length },
];

describe('a table taken along as a file', () => {
  it('holds what is seen: the headings and, column by column, the rows as they stand; figures stay figures', () => {
    expect(fileTableOf(columns, rows)).toEqual({
      headings: ['Đơn vị', 'Nhóm', 'Chỉ tiêu'],
      rows: [
        ['Hội Người mù', 2, 2],
        ['=cmd|calc', null, 0],
      ],
    });
  });

  it('holds nothing for a column whose value is not a text or a figure', () => {
    expect(fileTableOf([{ key: 'targets', name: 'Chỉ tiêu' }], rows).rows).toEqual([[null], [null]]);
  });

  it('is CSV that spreadsheets read as Vietnamese, and in which nothing is a formula', async () => {
    const csv = await csvOf({
      headings: ['Đơn vị', 'Ghi chú'],
      rows: [
        ['Hội “A”, B', '=1+1'],
        ['Hội "C"', -5],
        ['@x', null],
      ],
    });
    expect(csv).toBe('\uFEFFĐơn vị,Ghi chú\r\n"Hội “A”, B",' + `"'=1+1"` + '\r\n"Hội ""C""",-5\r\n' + `"'@x",` + '\r\n');
  });
});
