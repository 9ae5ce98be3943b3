import { turnInWords, turnsFor, type Turn } from './turn.js';

const record = {
  blocId: 'b',
  cycleId: 'c',
  provinceId: 'p',
  groupId: 'g',
  unitId: 'u',
  reviewerUnitId: 'r',
  verifierUnitId: 'v',
  state: 'submitted',
};

describe('whose turn it is', () => {
  it.each<[string, string, object, Turn[]]>([
    ['submit', 'Registration', record, [{ role: 'unit-head', unitId: 'u' }]],
    ['accept', 'Registration', record, [{ role: 'unit-head', unitId: 'r' }]],
    ['accept', 'Registration', { ...record, reviewerUnitId: null }, [{ role: 'bloc-secretary', unitId: null }]],
    ['review', 'Scorecard', record, [{ role: 'unit-head', unitId: 'r' }]],
    ['verify', 'Scorecard', record, [{ role: 'unit-head', unitId: 'v' }]],
    ['unseal', 'Scorecard', record, []],
    ['accept', 'Section', record, [{ role: 'bloc-secretary', unitId: null }]],
    ['freeze', 'Report', record, [{ role: 'bloc-head', unitId: null }]],
    ['pass', 'Document', record, [{ role: 'records-officer', unitId: null }]],
    ['fly', 'Document', record, []],
  ])('to %s a %s', (action, kind, columns, turns) => expect(turnsFor(action, kind, { ...columns })).toEqual(turns));
});

describe('whose turn it is, in words', () => {
  it.each<[Turn, readonly string[], string]>([
    [{ role: 'unit-head', unitId: 'r' }, ['u'], 'Hội Nhà báo'],
    [{ role: 'unit-head', unitId: 'u' }, ['u'], 'Lãnh đạo đơn vị'],
    [{ role: 'bloc-head', unitId: null }, ['u'], 'Trưởng Khối'],
    [{ role: 'unit-head', unitId: 'gone' }, [], 'Lãnh đạo đơn vị'],
  ])('%o is said %o as “%s”', (turn, own, words) =>
    expect(turnInWords(turn, own, (unitId) => (unitId === 'r' ? 'Hội Nhà báo' : undefined), 'vi')).toBe(words),
  );
});
