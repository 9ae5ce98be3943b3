import type { Target } from '@thidua/workflows/registration/registration.schema';
import type { Indicator } from '@thidua/workflows/report/content.schema';
import { targetsPicture, toldOf } from './targets-picture.js';

const target = (name: string, planned: string): Target => ({ name, unit: 'người', planned, previous: '', evidence: '' });
const figure = (label: string, value: number): Indicator => ({ key: 'a', label, value, unit: 'người', qualifier: 'exact' });
const section = (unitId: string, ...indicators: Indicator[]) => ({ unitId, unitShortName: `Hội ${unitId}`, year: 2020, indicators });
const registration = (unitId: string, ...targets: Target[]) => ({ unitId, state: 'accepted', targets });

describe('what became of the targets', () => {
  it('is counted for each unit: reached, not reached, and those of which no figure tells', () => {
    const targets = [target('Hội viên', '10'), target('Lớp', '5'), target('Nhà', '2'), target('Quà', 'nhiều')];
    const figures = [figure('Hội viên', 10), figure('Lớp', 4), figure('Quà', 7)];
    expect(toldOf([section('a', ...figures)], [registration('a', ...targets)])).toEqual([
      { unit: 'Hội a', reached: 1, below: 1, untold: 2 },
    ]);
  });

  it('is not told of a unit whose registration is not read, is withdrawn or has no target', () => {
    const targets = [target('Hội viên', '10')];
    const withdrawn = { ...registration('b', ...targets), state: 'withdrawn' };
    expect(
      toldOf(
        ['a', 'b', 'c'].map((unit) => section(unit)),
        [withdrawn, registration('c')],
      ),
    ).toEqual([]);
  });

  it('is not told by what a section says of its plan itself', () => {
    const own: Indicator = { ...figure('Hội viên', 10), comparison: { kind: 'ofPlan', value: 120, unit: '%', base: 'kế hoạch năm' } };
    expect(toldOf([section('a', own)], [registration('a', target('Lớp', '5'))])).toEqual([
      { unit: 'Hội a', reached: 0, below: 0, untold: 1 },
    ]);
  });

  it('stands in a sentence and a table', () => {
    const made = targetsPicture(
      [
        { unit: 'Hội A', reached: 3, below: 1, untold: 1 },
        { unit: 'Hội B', reached: 0, below: 2, untold: 0 },
      ],
      2020,
      'vi',
    );
    expect(made.finding).toBe('6 trên 7 chỉ tiêu đã đăng ký có số liệu; 3 chỉ tiêu đạt kế hoạch.');
    expect(made.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Hội A', '5', '3', '1', '1'],
      ['Hội B', '2', '0', '2', '0'],
    ]);
  });
});
