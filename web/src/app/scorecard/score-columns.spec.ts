import { differing } from './score-columns.js';
import { partsOf, sumOf, unansweredOf } from './criteria-rows.js';

const item = (code: string, max: number) => ({ code, name: `Tiêu chí ${code}`, max, evidence: false });
const table = {
  scale: 10_000,
  sections: [{ code: 'I', name: 'Nhiệm vụ', max: 1000, items: [item('I.1', 600), item('I.2', 400)] }],
  bonus: { cap: 500, items: [] },
  penalty: { cap: 500, items: [item('T.1', 500)] },
};

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
});

describe('running sums', () => {
  const [section] = partsOf(table);
  it('are not complete while a criterion is unanswered, which is never 0', () => {
    expect(sumOf(section!, { 'I.1': 550 })).toBeNull();
    expect(sumOf(section!, { 'I.1': 550, 'I.2': 0 })).toBe(550);
  });
  it('name what is unanswered in the order of the table, penalties last; parts without items are not drawn', () => {
    expect(partsOf(table).map(({ code }) => code)).toEqual(['I', '−']);
    expect(unansweredOf(partsOf(table), { 'I.2': 400 }).map(({ code }) => code)).toEqual(['I.1', 'T.1']);
  });
});
