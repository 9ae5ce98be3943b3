import { assignments } from '@thidua/workflows/scorecard/assignments';
import { reviewerFor } from '@thidua/workflows/cycle/reviewer';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { RULES } from './small-bloc.js';

/** How a small year differs from the plain one. */
export interface SmallYear {
  /** Groups of unit codes, the first of each its leader; none for a bloc without groups. */
  readonly groups?: readonly (readonly string[])[];
  readonly units?: readonly string[];
  readonly peers?: CycleRules['peers'];
  /** A unit’s total, in hundredths above 80 points; units without one get their place in the list. */
  readonly extra?: Readonly<Record<string, number>>;
}

const at = (day: string, time = '08:00:00') => `${day}T${time}+07:00`;
const UNITS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
const GROUPS = [
  ['u2', 'u1', 'u3'],
  ['u4', 'u5', 'u6'],
];

const person = (id: string, role: string, title: string, unit?: string) => ({
  id,
  name: `Người ${id}`,
  email: `${id}@nho.example`,
  posts: [{ role, title, from: '2020-01-01', ...(unit ? { unit } : {}) }],
});

/** The points of the five items: 80 and a little more, all of it in the second section, so that no tie arises. */
const points = (extra: number) => [
  { item: 'I.1', points: 3_500 },
  { item: 'I.2', points: 1_500 },
  { item: 'II.1', points: 3_000 + extra },
  { item: 'V.1', points: 0 },
  { item: 'VI.1', points: 0 },
];

/** Everybody’s part in a year in which nothing unusual happens: `u1` heads the bloc, `u4` stands in, the flag goes to the best, the certificate to the next. */
export function smallYear(change: SmallYear = {}): YearFile {
  const units = change.units ?? UNITS;
  const groups = (change.groups ?? GROUPS).map((members, n) => ({
    number: n + 1,
    name: `Nhóm ${n + 1}`,
    leader: members[0]!,
    units: [...members],
  }));
  const extra = (unit: string) => change.extra?.[unit] ?? (units.length - units.indexOf(unit)) * 10;
  const ranked = [...units].sort((a, b) => extra(b) - extra(a));
  const rules: CycleRules = { ...RULES, peers: change.peers ?? RULES.peers };
  return {
    schema: 'thidua-year/1',
    source: { title: 'Năm thử của một khối nhỏ', notes: [] },
    invented: [{ at: '/units', sentence: 'Mọi đơn vị đều là giả định.' }],
    province: {
      slug: 'tinh-nho',
      name: 'Bắc Giang',
      council: { name: 'Hội đồng TĐKT tỉnh', shortName: 'Hội đồng', email: 'hoi-dong@nho.example' },
      board: { name: 'Ban TĐKT tỉnh', shortName: 'Ban', email: 'ban@nho.example' },
    },
    bloc: {
      slug: 'khoi-nho',
      name: 'Khối thi đua nhỏ',
      shortName: 'Khối nhỏ',
      nameEn: 'Small bloc',
      symbol: 'KTĐ',
      place: 'Bắc Giang',
      superior: 'HỘI ĐỒNG TĐ-KT TỈNH',
      issuerLines: ['KHỐI THI ĐUA NHỎ'],
    },
    units: units.map((code) => ({
      code,
      email: `${code}@nho.example`,
      names: [
        {
          name: `Hội ${code.toUpperCase()} tỉnh`,
          shortName: `Hội ${code.toUpperCase()}`,
          nameEn: `Association ${code}`,
          from: '1990-01-01',
        },
      ],
    })),
    people: peopleOf(units),
    setUp: { on: at('2020-02-10') },
    cycle: {
      year: 2020,
      head: 'u1',
      deputy: 'u4',
      groups,
      rules,
      pledge: null,
      campaigns: [],
      movements: [],
      legalBases: [],
      acts: [
        { type: 'create', on: at('2020-02-17') },
        { type: 'open', on: at('2020-03-02') },
        { type: 'compile', on: at('2020-03-20') },
      ],
    },
    ...judgements(units, groups, rules, extra),
    ranking: { acts: [{ type: 'publish', on: at('2020-12-03') }] },
    meeting: meetingOf(units, ranked),
    ...papers(units),
  } as YearFile;
}

const peopleOf = (units: readonly string[]) => [
  person('admin', 'administrator', 'Quản trị'),
  person('council', 'council-secretary', 'Thư ký Hội đồng'),
  person('secretary', 'bloc-secretary', 'Thư ký Khối'),
  person('records', 'records-officer', 'Văn thư'),
  ...units.flatMap((code) => [
    person(`${code}.head`, 'unit-head', 'Chủ tịch', code),
    person(`${code}.officer`, 'unit-officer', 'Chuyên viên', code),
  ]),
];

type Groups = YearFile['cycle']['groups'];

/** Registrations, score cards and peer sheets. */
function judgements(units: readonly string[], groups: Groups, rules: CycleRules, extra: (unit: string) => number) {
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
  const groupOf = (unit: string) => groups.find((group) => group.units.includes(unit));
  const roster = units.map((unitId) => ({ unitId, groupId: String(groupOf(unitId)?.number ?? 0) }));
  const secretary = (unit: string) => reviewerFor(unit, groupOf(unit)?.leader ?? null, { headUnitId: 'u1', deputyUnitId: 'u4' }) === null;
  return {
    registrations: units.map((unit, n) => ({
      unit,
      acts: [
        { type: 'edit', on: at('2020-03-09'), aim: { kind: 'title', code: n % 2 === 0 ? 'flag' : 'certificate' }, targets, note: '' },
        { type: 'submit', on: at('2020-03-10') },
        { type: 'accept', on: at('2020-03-12'), ...(secretary(unit) ? { by: 'secretary' } : {}) },
      ],
    })),
    scorecards: units.map((unit) => ({
      unit,
      acts: [
        { type: 'edit', on: at('2020-11-09'), scores: points(extra(unit)) },
        { type: 'submit', on: at('2020-11-10') },
        { type: 'review', on: at('2020-11-27'), scores: [], comment: '' },
        { type: 'verify', on: at('2020-12-02'), scores: [], comment: '' },
      ],
    })),
    sheets: assignments(roster, rules.peers).map(({ rater, unit }) => ({
      rater,
      rated: unit,
      acts: [
        { type: 'edit', on: at('2020-11-18'), scores: points(extra(unit)) },
        { type: 'submit', on: at('2020-11-19') },
      ],
    })),
  };
}

/** The best of those who registered for a title gets it. */
function meetingOf(units: readonly string[], ranked: readonly string[]) {
  const first = (rest: number) => ranked.find((unit) => units.indexOf(unit) % 2 === rest)!;
  const round = (title: string, unit: string, hour: string) => ({
    title,
    acts: [
      { type: 'open', on: at('2020-12-09', `${hour}:00:00`) },
      { type: 'consent', on: at('2020-12-09', `${hour}:30:00`), nominees: [{ unit }] },
    ],
  });
  return { place: 'Bắc Giang', attendance: [...units], rounds: [round('flag', first(0), '08'), round('certificate', first(1), '09')] };
}

/** Sections, report, documents, dispatch and receipts. */
function papers(units: readonly string[]) {
  const sentence = 'Câu này đủ dài để là một đoạn văn của báo cáo.';
  const parts = ['leadership', 'papers', 'assessment', 'limitations', 'causes', 'directions', 'bases'] as const;
  const way = (hour: string) =>
    ['create', 'propose', 'pass', 'prepare', 'sign', 'issue'].map((type, n) => ({ type, on: at('2020-12-14', `${hour}:${n}0:00`) }));
  return {
    sections: units.map((unit) => ({
      unit,
      acts: [
        { type: 'edit', on: at('2020-12-07'), paragraphs: [sentence], indicators: [], awards: [] },
        { type: 'submit', on: at('2020-12-08') },
        { type: 'accept', on: at('2020-12-10') },
      ],
    })),
    report: {
      acts: [
        {
          type: 'edit',
          on: at('2020-12-11'),
          asOf: '2020-11-30',
          ...Object.fromEntries(parts.map((part) => [part, [sentence]])),
          closing: sentence,
        },
        { type: 'freeze', on: at('2020-12-12') },
      ],
    },
    documents: [
      { type: 'BB', acts: way('08') },
      { type: 'BC', acts: way('09') },
      { type: 'TTr', acts: way('10') },
    ],
    dispatch: {
      lines: [
        { to: 'council', text: 'Hội đồng TĐKT tỉnh' },
        { to: 'board', text: 'Ban TĐKT tỉnh' },
        { to: 'members', text: 'Các đơn vị thành viên' },
        { to: 'archive', text: 'Lưu: VT' },
      ],
      refused: [],
      acts: [
        { type: 'create', on: at('2020-12-15') },
        { type: 'send', on: at('2020-12-15', '08:30:00') },
      ],
    },
    receipts: [
      { recipient: 'board', on: at('2020-12-16'), name: 'Nguyễn Thị Tiếp Nhận', incomingNumber: '123', incomingDate: '2020-12-16' },
    ],
  };
}
