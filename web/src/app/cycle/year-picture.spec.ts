import type { Deadlines } from '@thidua/workflows/cycle/rules.schema';
import { yearPicture } from './year-picture.js';

const deadlines: Deadlines = {
  registration: '2020-03-15',
  selfScore: '2020-11-15',
  peerScore: '2020-11-25',
  review: '2020-11-28',
  verification: '2020-12-05',
  meeting: '2020-12-10',
  sections: '2020-12-11',
  documents: '2020-12-15',
};
const campaign = { number: 1, from: '2020-01-02', to: '2020-05-19', theme: 'Chào mừng Đại hội', occasions: [] };
type Year = Parameters<typeof yearPicture>[0];
const year = { year: 2020, rules: { deadlines }, campaigns: [campaign] } as unknown as Year;
const PAPER = {
  ink: '#000',
  quiet: '#444',
  line: '#ccc',
  accent: '#055',
  ground: '#fff',
  font: 'sans-serif',
  rem: 16,
  width: 320,
  head: 0,
  edge: 0,
};

describe('the picture of the year', () => {
  it.each([
    ['2020-03-13', 'Đã qua hạn 0 trên 8 bước. Bước đang làm: Đăng ký, chỉ tiêu, đến hết ngày 15/03/2020, còn 2 ngày.'],
    ['2020-11-25', 'Đã qua hạn 2 trên 8 bước. Bước đang làm: Chấm chéo, đến hết ngày 25/11/2020, hôm nay.'],
    ['2020-12-16', 'Mọi bước của năm đã qua hạn.'],
  ])('says on %s where the year stands', (today, finding) => {
    expect(yearPicture(year, today, 'vi').finding).toBe(finding);
  });

  it('has a table of every step and campaign, with days that Excel knows', () => {
    const { rows, columns } = yearPicture(year, '2020-03-13', 'vi');
    expect(rows).toHaveLength(9);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[1]).toEqual([{ text: 'Tự chấm' }, { text: '–' }, { text: '15/11/2020', day: '2020-11-15' }, { text: 'chưa tới' }]);
    expect(rows[8]).toEqual([
      { text: 'Chào mừng Đại hội' },
      { text: '02/01/2020', day: '2020-01-02' },
      { text: '19/05/2020', day: '2020-05-19' },
      { text: 'đang làm' },
    ]);
  });

  it.each([
    ['2020-03-13', true],
    ['2021-02-01', false],
  ])('shows today on %s only while today is within it', (today, shown) => {
    expect(JSON.stringify(yearPicture(year, today, 'vi').draw(PAPER)).includes('Hôm nay')).toBe(shown);
  });

  it('tells what is behind, due and ahead by the shape of the mark', () => {
    const { series } = yearPicture(year, '2020-11-20', 'vi').draw(PAPER) as {
      series: { type: string; data: { symbol: string; itemStyle: { color: string } }[] }[];
    };
    const marks = series.find(({ type }) => type === 'scatter')!.data.map(({ symbol, itemStyle }) => `${symbol} ${itemStyle.color}`);
    expect(marks.slice(0, 4)).toEqual(['circle #055', 'circle #055', 'diamond #055', 'circle #fff']);
  });
});
