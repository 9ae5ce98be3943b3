import type { CriteriaTable } from '@thidua/workflows/cycle/rules.schema';
import { pointsPicture } from './points-picture.js';

const item = { code: 'I.1', name: 'Chỉ tiêu', max: 6_000, evidence: false };
const table: CriteriaTable = {
  scale: 10_000,
  sections: [
    { code: 'I', name: 'Chuyên môn', max: 6_000, items: [item] },
    { code: 'II', name: 'Thi đua', max: 4_000, items: [item] },
  ],
  bonus: { cap: 500, items: [item] },
  penalty: { cap: 1_000, items: [item] },
};
const unit = (name: string, total: number, penalty = 0) => ({
  name,
  totals: { sections: { I: 5_500, II: total + penalty - 5_600 }, base: total + penalty - 100, bonus: 100, penalty, total },
});
const PAPER = {
  ink: '#000',
  quiet: '#444',
  line: '#ccc',
  accent: '#055',
  ground: '#fff',
  font: 'sans-serif',
  rem: 16,
  width: 900,
  head: 0,
  edge: 0,
};
const pictureOf = (...units: ReturnType<typeof unit>[]) => pointsPicture(units, { file: 'diem', caption: 'Điểm', table }, 'vi');

describe('the picture of points', () => {
  it.each([
    ['highest and lowest', [unit('Hội A', 9_650), unit('Hội B', 8_800)], 'Cao nhất: Hội A, 96,50 điểm. Thấp nhất: Hội B, 88,00 điểm.'],
    ['all of whom share a total', [unit('Hội A', 9_650), unit('Hội B', 9_650)], 'Hội A, Hội B: 96,50 điểm.'],
  ])('names the units: %s', (_, units, finding) => {
    expect(pictureOf(...units).finding).toBe(finding);
  });

  it('has a column for each section, for bonus, penalty and total, in points', () => {
    const { columns, rows } = pictureOf(unit('Hội A', 9_600, 50));
    expect(columns.map(({ name }) => name)).toEqual(['Đơn vị', 'I. Chuyên môn', 'II. Thi đua', 'Điểm thưởng', 'Điểm trừ', 'Tổng điểm']);
    expect(rows[0]!.slice(1).map(({ figure }) => figure)).toEqual([55, 40.5, 1, 0.5, 96]);
  });

  it('draws bars that begin at nothing, each part as long as its points, and tells of a penalty', () => {
    const { series, yAxis } = pictureOf(unit('Hội A', 9_600, 50)).draw(PAPER) as unknown as {
      series: { data: { value: number }[] }[];
      yAxis: { data: string[] };
    };
    expect(series.map(({ data }) => data[0]!.value)).toEqual([5_500, 4_050, 100]);
    expect(yAxis.data).toEqual(['Hội A: 96,00 điểm, sau khi trừ 0,50']);
  });

  it('writes points into a part only where there is room', () => {
    const { series } = pictureOf(unit('Hội A', 9_600)).draw(PAPER) as unknown as {
      series: { data: { label: { show: boolean; formatter: string } }[] }[];
    };
    expect(series.map(({ data }) => [data[0]!.label.show, data[0]!.label.formatter])).toEqual([
      [true, 'I 55,00'],
      [true, 'II 40,00'],
      [false, ''],
    ]);
  });
});
