import type { CycleView } from '../cycle/cycle.schema.js';
import type { CycleRules } from '../cycle/rules.schema.js';
import type { RegistrationView } from '../registration/registration.schema.js';
import type { SectionView } from '../report/section.schema.js';
import type { ScorecardView } from '../scorecard/scorecard.schema.js';
import { progressOf, type ProgressReader, type YearRecords } from './progress.js';
import type { ProgressStep } from './progress.schema.js';

const deadlines = {
  registration: '2020-03-15',
  selfScore: '2020-11-15',
  peerScore: '2020-11-25',
  review: '2020-11-28',
  verification: '2020-12-05',
  meeting: '2020-12-10',
  sections: '2020-12-11',
  documents: '2020-12-15',
};
const member = (unitId: string, groupNumber: number, shortName = unitId) =>
  ({ unitId, groupNumber, shortName, name: shortName, groupId: `g${groupNumber}` }) as CycleView['members'][number];
const cycle = { members: [member('b', 2, 'Đoàn'), member('c', 1, 'Hội Y'), member('a', 2, 'Hội Ân'), member('d', 1, 'Hội Đông')] };
const year = { ...cycle, rules: { deadlines } as CycleRules };

const record = { id: '', version: 1, actions: [], remindedAt: null };
const registration = (unitId: string, state: string, more: object = {}) =>
  ({ ...record, unitId, state, due: deadlines.registration, reviewerName: 'Hội Y', ...more }) as unknown as RegistrationView;
const due = { self: '2020-11-15', peer: '2020-11-25', review: '2020-11-28', verification: '2020-12-05' };
const card = (state: string, sheets = { submitted: 1, of: 3, recused: 0 }) =>
  ({ ...record, unitId: 'a', state, due, sheets, reviewerName: 'Đoàn', verifierName: null }) as unknown as ScorecardView;
const section = (state: string) => ({ ...record, unitId: 'a', state, due: '2020-12-11' }) as unknown as SectionView;

const everybody: ProgressReader = { today: '2020-03-13', language: 'vi', own: ['a'], readsAll: () => true };
const NOTHING: YearRecords = { cycle: year, registrations: [], cards: [], sections: [] };
const told = (records: Partial<YearRecords>, reader: Partial<ProgressReader> = {}) =>
  progressOf({ ...NOTHING, ...records }, { ...everybody, ...reader });
const cellOf = (records: Partial<YearRecords>, step: ProgressStep, reader: Partial<ProgressReader> = {}) =>
  told(records, reader).rows[0]!.cells.find((cell) => cell.step === step)!;

describe('where a year stands', () => {
  it('is told group by group, in the order of the Vietnamese alphabet, the own unit marked', () => {
    const { rows } = told({ registrations: ['a', 'b', 'c', 'd'].map((unit) => registration(unit, 'draft')) });
    expect(rows.map(({ unitShortName, own }) => [unitShortName, own])).toEqual([
      ['Hội Đông', false],
      ['Hội Y', false],
      ['Đoàn', false],
      ['Hội Ân', true],
    ]);
  });

  it('names no unit and no step of which the reader may read nothing', () => {
    const { rows, steps } = told({ registrations: [registration('c', 'draft')] });
    expect(rows.map(({ unitId }) => unitId)).toEqual(['c']);
    expect(steps.map(({ step }) => step)).toEqual(['registration']);
  });

  it.each([
    ['draft', 'ahead', 'Chưa gửi', false, 2],
    ['submitted', 'waiting', 'Chờ Hội Y xem xét', true, null],
    ['returned', 'waiting', 'Trả lại để bổ sung', false, null],
    ['accepted', 'done', 'Đã chấp nhận', true, null],
    ['withdrawn', 'out', 'Đã rút', false, null],
  ])('a registration that is %s is %s: “%s”', (state, look, words, passed, daysLeft) =>
    expect(cellOf({ registrations: [registration('a', state)] }, 'registration')).toMatchObject({ look, words, passed, daysLeft }),
  );

  it.each([
    ['draft', 'ahead', 'Chưa gửi', false],
    ['submitted', 'waiting', 'Chờ Thư ký Khối xem xét', true],
    ['returned', 'waiting', 'Trả lại để bổ sung', false],
    ['accepted', 'done', 'Đã nhận vào báo cáo', true],
  ])('a section that is %s is %s: “%s”', (state, look, words, passed) =>
    expect(cellOf({ sections: [section(state)] }, 'sections')).toMatchObject({ look, words, passed }),
  );

  it.each<[string, ProgressStep, string, string, number | null]>([
    ['self', 'selfScore', 'ahead', 'Chưa gửi', -2],
    ['self', 'peerScore', 'ahead', 'Chưa tới', null],
    ['self', 'review', 'ahead', 'Chưa tới', null],
    ['peer', 'selfScore', 'done', 'Đã gửi', null],
    ['peer', 'peerScore', 'waiting', 'Niêm phong: 1 trên 3 đơn vị đã gửi', 8],
    ['open', 'peerScore', 'done', 'Đã mở niêm phong', null],
    ['open', 'review', 'waiting', 'Chờ Đoàn thống nhất', 11],
    ['open', 'verification', 'ahead', 'Chưa tới', null],
    ['reviewed', 'review', 'done', 'Đã thống nhất', null],
    ['reviewed', 'verification', 'waiting', 'Chờ Thư ký Khối thẩm định', 18],
    ['verified', 'verification', 'done', 'Đã thẩm định', null],
    ['excluded', 'peerScore', 'out', 'Không xếp hạng', null],
  ])('a card at “%s”, %s: %s, “%s”', (state, step, look, words, daysLeft) =>
    expect(cellOf({ cards: [card(state)] }, step, { today: '2020-11-17' })).toMatchObject({ look, words, daysLeft }),
  );

  it('says that nobody scores a unit that has no peers', () =>
    expect(cellOf({ cards: [card('open', { submitted: 0, of: 0, recused: 0 })] }, 'peerScore')).toMatchObject({
      look: 'out',
      words: 'Không chấm chéo',
    }));

  it('offers a reminder at the step that the unit owes, and at no other that the same record tells of', () => {
    const remind = { type: 'remind', needs: [] };
    const owing = { ...card('self'), actions: [remind], remindedAt: '2020-11-16T02:00:00.000Z' };
    const { cells } = told({ cards: [owing] }).rows[0]!;
    expect(cells.filter((cell) => cell.remind).map(({ step }) => step)).toEqual(['selfScore']);
    expect(cells.filter((cell) => cell.remindedAt).map(({ step }) => step)).toEqual(['selfScore']);
  });
});

describe('the sums', () => {
  const registrations = [registration('a', 'accepted'), registration('b', 'submitted'), registration('c', 'draft'), registration('d', 'withdrawn')]; // prettier-ignore

  it('count those who have sent; who takes no part is not waited for', () => {
    const [sum] = told({ registrations }).steps;
    expect(sum).toMatchObject({ name: 'Đăng ký, chỉ tiêu', due: '2020-03-15', words: '2 trên 3 đơn vị đã gửi' });
    expect(sum!.groups).toEqual([
      { groupNumber: 1, passed: 0, of: 1, looks: ['ahead'] },
      { groupNumber: 2, passed: 2, of: 2, looks: ['waiting', 'done'] },
    ]);
  });

  it('are told of whole groups alone', () => {
    const ofGroup = told({ registrations }, { readsAll: (_, { groupNumber }) => groupNumber === 2 }).steps[0]!;
    expect(ofGroup.groups.map(({ groupNumber }) => groupNumber)).toEqual([2]);
    const ofSome = told({ registrations }, { readsAll: (_, { unitId }) => unitId === 'a' }).steps[0]!;
    expect(ofSome).toMatchObject({ words: null, groups: [] });
  });
});
