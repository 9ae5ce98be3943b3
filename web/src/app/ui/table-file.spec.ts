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
  it('holds what is seen: column by column the rows as they stand; figures stay figures, nothing is empty', () => {
    expect(fileTableOf('Đăng ký', columns, rows)).toMatchObject({
      caption: 'Đăng ký',
      columns: [{ name: 'Đơn vị' }, { name: 'Nhóm' }, { name: 'Chỉ tiêu' }],
      rows: [
        [{ text: 'Hội Người mù' }, { text: '2', figure: 2 }, { text: '2', figure: 2 }],
        [{ text: '=cmd|calc' }, { text: '' }, { text: '0', figure: 0 }],
      ],
    });
  });

  it('holds nothing for a column whose value is not a text or a figure', () => {
    expect(fileTableOf('', [{ key: 'targets', name: 'Chỉ tiêu' }], rows).rows).toEqual([[{ text: '' }], [{ text: '' }]]);
  });

  it('is CSV that spreadsheets read as Vietnamese, in which nothing is a formula, with the mark of the sample below', async () => {
    const table = {
      caption: '',
      columns: [{ name: 'Đơn vị' }, { name: 'Ghi chú' }],
      rows: [
        [{ text: 'Hội “A”, B' }, { text: '=1+1' }],
        [{ text: 'Hội "C"' }, { text: '-5', figure: -5 }],
        [{ text: '@x' }, { text: '' }],
      ],
    };
    const lines = ['\uFEFFĐơn vị,Ghi chú', `"Hội “A”, B","'=1+1"`, '"Hội ""C""",-5', `"'@x",`, ''];
    expect(await csvOf(table)).toBe(lines.join('\r\n'));
    expect(await csvOf(table, 'BẢN MẪU')).toBe([...lines.slice(0, -1), 'BẢN MẪU,', ''].join('\r\n'));
  });
});
