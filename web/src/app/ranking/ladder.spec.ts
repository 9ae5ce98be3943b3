import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import { candidatesOf, ladderOf, scaleOf } from './ladder.js';

const ranked = (unitId: string, rank: number, more: object = {}) => ({
  unitId,
  unitShortName: `Hội ${unitId.toUpperCase()}`,
  groupNumber: 1,
  rank,
  base: 9000,
  bonus: 100,
  penalty: 50,
  total: 9050,
  brokenBy: null,
  tiedWith: [],
  ...more,
});
const ranking = (...rows: object[]) => ({ rows }) as unknown as RankingView;
const candidate = (unitId: string, more: object = {}) => ({
  ...ranked(unitId, 1),
  aim: { kind: 'title', code: 'flag' },
  aimName: 'Cờ thi đua của UBND tỉnh',
  eligible: true,
  reasons: [],
  conflicts: [],
  nominated: false,
  tied: false,
  reason: null,
  votes: null,
  ...more,
});
const round = (code: string, ...candidates: object[]) =>
  ({ title: { code, shortName: code === 'flag' ? 'Cờ thi đua' : 'Bằng khen' }, candidates }) as unknown as RoundView;

describe('the ladder of a ranking', () => {
  it('says who shares a rank, and by which step equal totals were parted, of both sides what is true', () => {
    const step = { step: 'lower-penalty', number: 1 };
    const [first, second, third, fourth] = ladderOf(
      ranking(
        ranked('a', 1, { brokenBy: { ...step, mine: 0, other: 50 } }),
        ranked('b', 2, { tiedWith: ['c'] }),
        ranked('c', 2, { tiedWith: ['b'] }),
        ranked('d', 4, { brokenBy: { ...step, mine: 100, other: 50 } }),
      ),
      [],
      'vi',
    );
    expect(first!.notes).toEqual(['Bằng điểm, xếp trên Hội B, Hội C vì có điểm trừ thấp hơn (bước 1)']);
    expect([second!.tied, second!.notes, third!.notes]).toEqual([true, ['Đồng hạng với Hội C'], ['Đồng hạng với Hội B']]);
    expect(fourth!.notes).toEqual(['Bằng điểm, xếp dưới vì Hội B, Hội C có điểm trừ thấp hơn (bước 1)']);
  });

  it('says nothing of eligibility before a round has looked at it', () => {
    expect(ladderOf(ranking(ranked('a', 1)), [], 'vi')[0]).toMatchObject({ aim: null, eligible: null, honours: [] });
  });

  it('judges a unit by the title that it registered for, and shows every title that it gets with the reason', () => {
    const lower = candidate('a', { eligible: true, nominated: true, reason: 'Hội nghị thống nhất mức thấp hơn.' });
    const rows = ladderOf(
      ranking(ranked('a', 1), ranked('b', 2)),
      [round('flag', candidate('a'), candidate('b', { eligible: false, reasons: ['Không đăng ký'] })), round('certificate', lower)],
      'vi',
    );
    expect(rows[0]).toMatchObject({ eligible: true, honours: ['Bằng khen'], said: ['Hội nghị thống nhất mức thấp hơn.'] });
    expect(rows[1]).toMatchObject({ eligible: false, reasons: ['Không đăng ký'], honours: [] });
  });
});

it('the ladder of a round says how hands were raised, and who waits at the last seat', () => {
  const [row] = candidatesOf(round('flag', candidate('a', { tied: true, votes: { yes: 4, no: 1, abstain: 0 } })));
  expect([row!.waits, row!.said]).toEqual([true, ['4 tán thành, 1 không, 0 không ý kiến']]);
});

it.each([
  ['in whole fives around all totals', [9120, 9850], { low: 9000, high: 10000 }],
  ['five points wide at least', [9000, 9000], { low: 9000, high: 9500 }],
])('the scale is %s', (_, totals, scale) => {
  expect(scaleOf(totals)).toEqual(scale);
});
