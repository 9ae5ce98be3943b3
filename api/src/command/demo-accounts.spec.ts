import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoAccounts } from './demo-accounts.js';

const file = YearFile.parse(JSON.parse(readFileSync(fileURLToPath(new URL('../../data/2020.json', import.meta.url)), 'utf8')));
const accounts = demoAccounts(file, 'one password');

describe('the accounts of the demonstration', () => {
  it('are everybody of the file, once', () => {
    expect(accounts.map(({ email }) => email).sort()).toEqual(file.people.map(({ email }) => email).sort());
  });

  it('show one person for each kind of task, those of one unit’s registration first', () => {
    expect(accounts.filter(({ shown }) => shown).map(({ can }) => can)).toEqual([
      'Chuyên viên',
      'Lãnh đạo đơn vị',
      'Lãnh đạo đơn vị, Trưởng nhóm',
      'Lãnh đạo đơn vị, Trưởng Khối',
      'Lãnh đạo đơn vị, Phó Khối',
      'Thư ký Khối',
      'Văn thư',
      'Thư ký Hội đồng',
      'Ủy viên Hội đồng',
      'Quan sát viên',
      'Quản trị hệ thống',
    ]);
  });

  it('begin with an officer, the head of the same unit, and the head of the unit that leads its group', () => {
    const unitOf = (n: number) => file.people.find(({ email }) => email === accounts[n]!.email)!.posts[0]!.unit;
    expect(unitOf(1)).toBe(unitOf(0));
    expect(unitOf(2)).toBe(file.cycle.groups.find(({ units }) => units.includes(unitOf(0)!))!.leader);
  });

  it('of a bloc without groups begin with an officer, the head, and the secretary who accepts', () => {
    const flat = { ...file, cycle: { ...file.cycle, groups: [] } };
    expect(
      demoAccounts(flat, 'x')
        .slice(0, 3)
        .map(({ can }) => can),
    ).toEqual(['Chuyên viên', 'Lãnh đạo đơn vị', 'Thư ký Khối']);
  });
});
