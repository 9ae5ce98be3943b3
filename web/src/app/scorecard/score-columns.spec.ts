import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { totals } from '@thidua/workflows/scorecard/scoring';
import { countedOf, partsOf, sumOf, totalOf, unansweredOf } from './criteria-rows.js';
import { columnsOf, differing, endsOf, isFar, lanesOf, rangeOf, rowOf, unexplained } from './score-columns.js';

const item = (code: string, max: number) => ({ code, name: `Tiêu chí ${code}`, max, evidence: false });
const table = {
  scale: 10_000,
  sections: [{ code: 'I', name: 'Nhiệm vụ', max: 1000, items: [item('I.1', 600), item('I.2', 400)] }],
  bonus: { cap: 500, items: [] },
  penalty: { cap: 500, items: [item('T.1', 500), item('T.2', 300)] },
};
const scores = (...points: number[]) => points.map((value, at) => ({ item: ['I.1', 'I.2'][at]!, points: value }));
const card = (part: Partial<ScorecardView>) =>
  ({
    state: 'open',
    sealed: false,
    actions: [],
    reviewerName: 'Hội U2',
    sheets: { submitted: 0, of: 0 },
    self: scores(600, 400),
    peers: [],
    aggregate: [],
    leader: [],
    bloc: [],
    official: [],
    ...part,
  }) as unknown as ScorecardView;
const peers = [
  { unitId: 'a', unitShortName: 'Hội A', scores: scores(500, 400), total: 900 },
  { unitId: 'b', unitShortName: 'Hội B', scores: scores(510, 400), total: 910 },
  { unitId: 'c', unitShortName: 'Hội C', scores: scores(420, 400), total: 820 },
];
const open = card({ peers, aggregate: scores(500, 400), official: scores(500, 400) as ScorecardView['official'] });
const names = (view: ScorecardView) => columnsOf(view, 'median').map(({ name }) => name);

describe('the columns of a card', () => {
  it.each([
    ['nothing but the unit’s own while sealed', card({ sealed: true, state: 'peer', peers, aggregate: scores(500) }), ['Tự chấm']],
    [
      'peers and their middle before the leading unit’s once open',
      open,
      ['Tự chấm', 'Hội A', 'Hội B', 'Hội C', 'Trung vị', 'Hội U2 thống nhất'],
    ],
    [
      'the bloc’s once the scores are agreed',
      card({ ...open, state: 'reviewed' }),
      ['Tự chấm', 'Hội A', 'Hội B', 'Hội C', 'Trung vị', 'Hội U2 thống nhất', 'Khối thẩm định'],
    ],
    ['no middle where nobody scores peers', card({}), ['Tự chấm', 'Hội U2 thống nhất']],
  ])('are %s', (_, view, expected) => {
    expect(names(view)).toEqual(expected);
  });

  it('show an agreed card as what stood before with what the leading unit changed', () => {
    const agreed = card({ ...open, state: 'reviewed', leader: [{ item: 'I.1', points: 480, reason: '…' }] });
    expect(columnsOf(agreed, 'median').find(({ kind }) => kind === 'leader')!.points).toEqual({ 'I.1': 480, 'I.2': 400 });
  });

  it('show a judge what they have written so far, and only in their own column', () => {
    const judging = card({ ...open, actions: [{ type: 'review', needs: [] }] });
    const written = columnsOf(judging, 'median', { 'I.1': 450, 'I.2': null });
    expect(written.find(({ kind }) => kind === 'leader')!.points).toEqual({ 'I.1': 450, 'I.2': 400 });
    expect(written.find(({ kind }) => kind === 'aggregate')!.points).toEqual({ 'I.1': 500, 'I.2': 400 });
    expect(columnsOf(open, 'median', { 'I.1': 450 }).find(({ kind }) => kind === 'leader')!.points).toEqual({});
  });
});

describe('a card that peers should have scored and none did', () => {
  const alone = card({ sheets: { submitted: 0, of: 3, recused: 0 }, actions: [{ type: 'review', needs: [] }] });
  const judged = (view: ScorecardView) => columnsOf(view, 'median').find(({ kind }) => kind === 'leader')!.points;

  it('puts none of the unit’s own points before the judge, as it does where the rules ask for no peers', () => {
    expect(judged(alone)).toEqual({});
    expect(judged({ ...alone, sheets: { submitted: 0, of: 0, recused: 0 } })).toEqual({ 'I.1': 600, 'I.2': 400 });
  });
});

describe('a criterion’s row', () => {
  it('marks whoever stands alone, and says by how much what counts differs from the unit’s own', () => {
    const row = rowOf(table.sections[0]!.items[0]!, columnsOf(open, 'median'));
    expect(row.cells.filter(({ far }) => far).map(({ column }) => column.name)).toEqual(['Hội C']);
    expect([row.difference, row.notable]).toEqual([-100, true]);
    expect(rowOf(table.sections[0]!.items[1]!, columnsOf(open, 'median')).notable).toBe(false);
  });

  it.each([
    ['further than a tenth of the maximum', 420, [500, 510], 600, true],
    ['a tenth away exactly', 440, [500, 500], 600, false],
    ['one other alone is no measure', 0, [500], 600, false],
    ['not scored', null, [500, 500], 600, false],
  ])('far or not: %s', (_, points, others, max, far) => {
    expect(isFar(points, others, max)).toBe(far);
  });

  it('has a range only where somebody gave points', () => {
    expect([rangeOf([null, 300, 100]), rangeOf([null])]).toEqual([{ low: 100, high: 300 }, null]);
  });
});

describe('a judge sends only what differs', () => {
  const standing = { 'I.1': 550, 'I.2': 400 };
  it.each([
    ['nothing when all is as it stands', { 'I.1': 550 }, {}, []],
    ['nothing for a field that was cleared', { 'I.1': null }, {}, []],
    [
      'the value with its reason',
      { 'I.1': 500 },
      { 'I.1': ' Thiếu một chỉ tiêu ' },
      [{ item: 'I.1', points: 500, reason: 'Thiếu một chỉ tiêu' }],
    ],
    ['the value without a reason, for the API to refuse by name', { 'I.2': 0 }, {}, [{ item: 'I.2', points: 0 }]],
  ])('%s', (_, typed, reasons, sent) => {
    expect(differing(standing, typed, reasons)).toEqual(sent);
  });

  it('and is told where a reason is missing or too short', () => {
    const sent = differing(standing, { 'I.1': 500, 'I.2': 0 }, { 'I.1': 'Thiếu một chỉ tiêu.', 'I.2': 'ngắn' });
    expect(unexplained(sent, 10).map(({ item }) => item)).toEqual(['I.2']);
  });
});

describe('running sums', () => {
  const parts = partsOf(table);
  it('are not complete while a criterion is unanswered, which is never 0', () => {
    expect(sumOf(parts[0]!, { 'I.1': 550 })).toBeNull();
    expect(sumOf(parts[0]!, { 'I.1': 550, 'I.2': 0 })).toBe(550);
  });
  it('name what is unanswered in the order of the table, penalties last; parts without items are not drawn', () => {
    expect(parts.map(({ code }) => code)).toEqual(['I', '−']);
    expect(unansweredOf(parts, { 'I.2': 400 }).map(({ code }) => code)).toEqual(['I.1', 'T.1', 'T.2']);
  });
  it('count as the law counts: the penalty under its cap, and taken away', () => {
    const points = { 'I.1': 550, 'I.2': 0, 'T.1': 400, 'T.2': 300 };
    expect(countedOf(parts[1]!, points)).toBe(500);
    const law = totals(
      table,
      Object.entries(points).map(([code, value]) => ({ item: code, points: value })),
    );
    expect(totalOf(parts, points)).toBe(law.total);
    expect(totalOf(parts, { 'I.1': 550 })).toBeNull();
  });
});

describe('marks on a scale', () => {
  it.each<[string, number[], number, [number, number]]>([
    ['reaches just as far as what was given', [2_010, 2_360], 2_500, [2_000, 2_375]],
    ['is two steps long where all agree at the top', [2_500, 2_500], 2_500, [2_250, 2_500]],
    ['begins at nought where nothing was given', [0, 0], 2_500, [0, 250]],
    ['reaches from nought to the maximum where it has to', [0, 300], 300, [0, 300]],
    ['has ends in whole hundredths', [50, 60], 250, [50, 75]],
  ])('a scale %s', (_, points, max, [from, to]) => expect(endsOf(points, max)).toEqual({ from, to }));

  it.each<[string, number[], [number, number][]]>([
    ['far apart lie in one lane', [30, 10], [[10, 0], [30, 0]]],
    ['at one place stand one above the other', [20, 20, 20], [[20, 0], [20, 1], [20, 2]]],
    ['close together take turns', [10, 13, 19], [[10, 0], [13, 1], [19, 0]]],
  ])('%s', (_, places, marks) => expect(lanesOf(places, 8).map(({ x, lane }) => [x, lane])).toEqual(marks)); // prettier-ignore
});
