import { fill } from '../wording.js';
import { problemWords } from '../words.js';
import { judgeImport, type Known } from './judge.js';
import { dayOf } from './rows.js';
import type { Cell, Sheet } from './sheets.js';

const KNOWN: Known = {
  unitCodes: new Set(['hoi-cu']),
  emails: new Set(['co-roi@tinh.example']),
  years: new Map([['khoi-nho', new Set([2027])]]),
  heads: [{ role: 'unit-head', unitId: 'hoi-cu', cycleId: null, from: '2020-01-01', to: '2027-03-31' }],
  mayGive: (role) => role !== 'administrator',
};
const UNIT_HEAD: Cell[] = ['Mã đơn vị', 'Tên đầy đủ', 'Tên ngắn', 'Tên tiếng Anh', 'E-mail', 'Mang tên từ ngày'];
const UNIT: Cell[] = ['hoi-moi', 'Hội Mới tỉnh', 'Hội Mới', 'New Association', 'moi@tinh.example', '01/02/2027'];
const PERSON_HEAD: Cell[] = ['Họ và tên', 'E-mail', 'Vai trò', 'Chức vụ', 'Mã đơn vị', 'Khối', 'Năm', 'Từ ngày', 'Đến ngày'];
const PERSON: Cell[] = ['Trần Văn Bé', 'Be@Tinh.example', 'Chuyên viên', 'Chuyên viên', 'hoi-cu', null, null, { day: '2027-02-01' }, null];

const units = (...rows: Cell[][]): Sheet => ({ name: 'Đơn vị', rows: [UNIT_HEAD, ...rows] });
const people = (...rows: Cell[][]): Sheet => ({ name: 'Người', rows: [PERSON_HEAD, ...rows] });
const unit = (change: Record<number, Cell>): Cell[] => UNIT.map((cell, at) => (at in change ? change[at]! : cell));
const person = (change: Record<number, Cell>): Cell[] => PERSON.map((cell, at) => (at in change ? change[at]! : cell));
const judged = (...sheets: Sheet[]) => judgeImport(sheets, KNOWN);
const said = (...sheets: Sheet[]) => judged(...sheets).found.map(({ sheet, cell, unmet }) => `${sheet}!${cell} ${unmet.code}`);

describe('a file of units and people', () => {
  it('is read in Vietnamese or English, whatever signs, capitals and order its headings have', () => {
    const english: Sheet = {
      name: 'PEOPLE ',
      rows: [
        ['From', 'role*', 'E-MAIL', 'title', 'name', 'Unit code'],
        ['▸ a day', 'one of the roles'],
        [],
        ['1/2/2027', 'Head of Unit', 'b@tinh.example', 'Chairman', 'Lê  Bình', 'hoi-moi'],
      ],
    };
    expect(judged(english, { ...units(UNIT), name: 'don vi' })).toEqual({
      found: [],
      units: [
        {
          code: 'hoi-moi',
          email: 'moi@tinh.example',
          names: [{ name: 'Hội Mới tỉnh', shortName: 'Hội Mới', nameEn: 'New Association', from: '2027-02-01' }],
        },
      ],
      people: [
        {
          email: 'b@tinh.example',
          name: 'Lê  Bình',
          posts: [{ role: 'unit-head', title: 'Chairman', unitCode: 'hoi-moi', from: '2027-02-01' }],
        },
      ],
    });
  });

  it('gives a person several posts, one in each row', () => {
    const secretary = person({ 2: 'Thư ký Khối', 3: 'Thư ký', 4: null, 5: 'khoi-nho', 6: 2027, 8: '31/12/2027' });
    const { people: made, found } = judged(people(PERSON, secretary));
    expect(found).toEqual([]);
    expect(made).toMatchObject([
      {
        email: 'be@tinh.example',
        posts: [
          { role: 'unit-officer', unitCode: 'hoi-cu', from: '2027-02-01' },
          { role: 'bloc-secretary', bloc: 'khoi-nho', year: 2027, to: '2027-12-31' },
        ],
      },
    ]);
  });

  it('keeps names composed (NFC) and text that looks like a formula as text', () => {
    const { units: made } = judged(units(unit({ 1: 'Hội Mới tỉnh'.normalize('NFD'), 2: '=1+1' })));
    expect(made[0]!.names[0]).toMatchObject({ name: 'Hội Mới tỉnh', shortName: '=1+1' });
  });

  it.each<[string, Sheet[], string[]]>([
    ['nothing in it', [units()], ['Đơn vị!A1 import-empty']],
    ['a sheet that nobody reads', [units(UNIT), { name: 'Người 2', rows: [['x']] }], ['Người 2!A1 import-unknown-sheet']],
    ['a column missing', [{ name: 'Đơn vị', rows: [UNIT_HEAD.slice(0, 5), UNIT] }], ['Đơn vị!A1 import-no-column']],
    ['a column that is unknown', [{ name: 'Đơn vị', rows: [[...UNIT_HEAD, 'Ghi chú'], UNIT] }], ['Đơn vị!G1 import-unknown-column']],
    ['a column twice', [{ name: 'Đơn vị', rows: [[...UNIT_HEAD, 'Unit code'], UNIT] }], ['Đơn vị!G1 import-column-twice']],
    ['too many rows', [units(...Array.from({ length: 3000 }, () => UNIT))], ['Đơn vị!A3001 import-too-long']],
    ['an empty cell', [units(unit({ 2: '  ' }))], ['Đơn vị!C2 import-empty-cell']],
    ['a code with signs', [units(unit({ 0: 'Hội Mới' }))], ['Đơn vị!A2 import-wrong-cell']],
    ['a code that Excel took for a day', [units(unit({ 0: { day: '2027-02-01' } }))], ['Đơn vị!A2 import-wrong-cell']],
    ['no day', [units(unit({ 5: '31/02/2027' }))], ['Đơn vị!F2 import-wrong-cell']],
    ['an address without @', [units(unit({ 4: 'moi' }))], ['Đơn vị!E2 import-wrong-cell']],
    ['a code twice', [units(UNIT, UNIT)], ['Đơn vị!A3 import-code-twice']],
    ['a code that is taken', [units(unit({ 0: 'hoi-cu' }))], ['Đơn vị!A2 import-code-taken']],
    ['an address that is taken', [people(person({ 1: 'CO-ROI@tinh.example' }))], ['Người!B2 import-address-taken']],
    [
      'two names for one address',
      [people(PERSON, person({ 0: 'Người Khác', 4: 'hoi-cu', 2: 'Lãnh đạo đơn vị', 7: '01/04/2027' }))],
      ['Người!A3 import-other-name'],
    ],
    ['a role that is none', [people(person({ 2: 'Trưởng phòng' }))], ['Người!C2 import-unknown-role']],
    ['a role that is not the reader’s to give', [people(person({ 2: 'Administrator', 4: null }))], ['Người!C2 post-not-yours']],
    ['a unit’s role without unit', [people(person({ 4: null }))], ['Người!E2 import-needs-scope']],
    ['a bloc’s role without year', [people(person({ 2: 'Văn thư', 4: null, 5: 'khoi-nho' }))], ['Người!G2 import-needs-scope']],
    ['a council’s role of a unit', [people(person({ 2: 'Ủy viên Hội đồng' }))], ['Người!E2 import-unneeded-scope']],
    ['a unit that is nowhere', [people(person({ 4: 'hoi-la' }))], ['Người!E2 import-unknown-unit']],
    ['a bloc that is nowhere', [people(person({ 2: 'Văn thư', 4: null, 5: 'khoi-la', 6: 2027 }))], ['Người!F2 import-unknown-bloc']],
    [
      'a year that the bloc has not',
      [people(person({ 2: 'Văn thư', 4: null, 5: 'khoi-nho', 6: '2026' }))],
      ['Người!G2 import-unknown-year'],
    ],
    ['an end before the beginning', [people(person({ 8: '31/01/2027' }))], ['Người!I2 needs-later-end']],
    ['the same post in the same days', [people(PERSON, person({ 3: 'Phó phòng' }))], ['Người!C3 post-held-already']],
    ['a second head of a unit', [people(person({ 2: 'Lãnh đạo đơn vị' }))], ['Người!C2 unit-has-head']],
    [
      'two heads of a unit at once',
      [
        people(
          person({ 2: 'Lãnh đạo đơn vị', 7: '01/04/2027' }),
          person({ 0: 'Lê Ba', 1: 'ba@tinh.example', 2: 'Head of unit', 7: '01/05/2027' }),
        ),
      ],
      ['Người!C3 unit-has-head'],
    ],
    [
      'several bad cells',
      [units(unit({ 0: 'A B', 5: 'mai' }), UNIT, unit({ 3: null }))],
      ['Đơn vị!A2 import-wrong-cell', 'Đơn vị!F2 import-wrong-cell', 'Đơn vị!D4 import-empty-cell', 'Đơn vị!A4 import-code-twice'],
    ],
  ])('with %s is refused at the cell', (_, sheets, findings) => {
    expect(said(...sheets)).toEqual(findings);
  });

  it('names what to write instead, in both languages, without a gap', () => {
    const { found } = judged(
      units(unit({ 0: 'Hội', 5: null }), UNIT, UNIT),
      people(person({ 2: 'x' }), person({ 4: null }), person({ 4: 'hoi-la' }), person({ 2: 'Văn thư' })),
    );
    expect(found.length).toBeGreaterThan(6);
    for (const { unmet } of found)
      for (const language of ['vi', 'en'] as const)
        for (const sentence of [problemWords[unmet.code].detail, problemWords[unmet.code].next])
          expect(fill(sentence, language, unmet.filling)).not.toMatch(/[{}]|undefined/);
  });

  it.each<[Cell, string | null]>([
    ['31/12/2026', '2026-12-31'],
    ['1/2/2027', '2027-02-01'],
    ['2027-02-01', '2027-02-01'],
    [{ day: '2027-02-01' }, '2027-02-01'],
    ['29/02/2027', null],
    ['2027', null],
    [46000, null],
  ])('reads the day %j', (cell, day) => expect(dayOf(cell)).toBe(day));
});
