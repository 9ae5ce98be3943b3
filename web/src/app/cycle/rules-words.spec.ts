import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { rulesInWords } from './rules-words.js';

const RULES = {
  aggregate: 'mean',
  peers: { mode: 'all' },
  tieChain: ['lower-penalty', 'higher-section:I', 'meeting'],
  reasonMinimum: 20,
  nomination: {
    method: 'show-of-hands',
    quorum: { p: 2, q: 3 },
    threshold: { p: 1, q: 2, strict: true, base: 'present' },
    exclusive: true,
    lowerTitleWithReason: true,
    minimumTotal: 5_000,
  },
} as unknown as CycleRules;
const said = (rules: CycleRules) => rulesInWords(rules, 'vi').map(({ words }) => words);

describe('the rules of a year in words', () => {
  it('name the tie chain in its order, shares in whole numbers, points as people write them', () => {
    expect(said(RULES)).toEqual(
      expect.arrayContaining([
        'điểm trừ thấp hơn; điểm nhóm I cao hơn; quyết định của hội nghị',
        'Giơ tay, cần quá 1/2',
        'Từ 2/3 số đơn vị thành viên trở lên',
        'Từ 50,00 điểm',
      ]),
    );
  });

  it.each([
    ['nobody scores peers', { peers: { mode: 'none' } }, 'Không chấm chéo'],
    ['a few are assigned', { peers: { mode: 'assigned', k: 3 } }, 'Mỗi đơn vị được 3 đơn vị phân công chấm'],
    ['the median counts', { aggregate: 'median' }, 'Trung vị'],
    ['the meeting agrees', { nomination: { ...RULES.nomination, method: 'consent' } }, 'Hội nghị thống nhất suy tôn'],
  ])('say where %s', (_, part, words) => {
    expect(said({ ...RULES, ...part } as CycleRules)).toContain(words);
  });
});
