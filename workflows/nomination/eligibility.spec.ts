import type { CycleRules } from '../cycle/rules.schema.js';
import { conflictInWords, eligibility, reasonInWords, type Entrant } from './eligibility.js';

const nomination: CycleRules['nomination'] = {
  method: 'consent',
  quorum: { p: 2, q: 3 },
  threshold: { p: 1, q: 2, strict: true, base: 'present' },
  exclusive: true,
  lowerTitleWithReason: true,
  minimumTotal: 5_000,
};
const title = (code: string, name: string, shortName: string) => ({ code, name, shortName, authority: 'UBND tỉnh', seats: 1 });
const titles = [
  title('flag', 'Cờ thi đua của UBND tỉnh', 'Cờ thi đua'),
  title('certificate', 'Bằng khen của Chủ tịch UBND tỉnh', 'Bằng khen'),
  title('merit', 'Giấy khen của Ban Thi đua – Khen thưởng', 'Giấy khen'),
];
const completionLevels = [
  { code: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ' },
  { code: 'good', name: 'Hoàn thành tốt nhiệm vụ' },
];
const rules = { titles, completionLevels, nomination } as unknown as CycleRules;
const ruling = (change: Partial<CycleRules['nomination']>): CycleRules => ({ ...rules, nomination: { ...nomination, ...change } });

const aimedAt = (code: string) => ({ aim: { kind: 'title', code } as const });
const entrant = (more: Partial<Entrant> = {}): Entrant => ({
  unitId: 'hoi-van-hoc-nghe-thuat',
  rank: 1,
  total: 9_000,
  ...aimedAt('flag'),
  registration: 'accepted',
  blocRole: null,
  leads: false,
  awarded: false,
  ...more,
});
const found = (more: Partial<Entrant>, titleCode: string, given = rules) => {
  const { eligible, lower, reasons } = eligibility(entrant(more), titleCode, given);
  return { eligible, lower, sentences: reasons.map((reason) => reasonInWords(reason, 'vi')) };
};

const LOWER = 'Đăng ký Cờ thi đua; được đề nghị danh hiệu thấp hơn nếu nêu lý do (quy tắc của năm).';
const BELOW = 'Tổng điểm 49,99, dưới mức tối thiểu 50,00.';
const AWARDED = 'Đã được suy tôn ở danh hiệu trước.';
const UNREGISTERED = 'Không đăng ký danh hiệu này.';
const another = (registered: string, wanted: string) => `Đăng ký ${registered}, không đăng ký ${wanted}.`;

describe('a unit may be nominated', () => {
  it.each<[string, Partial<Entrant>, string]>([
    ['for the title it registered for', {}, 'flag'],
    ['for a lower title that it registered for', aimedAt('certificate'), 'certificate'],
    ['with exactly the minimum', { total: 5_000 }, 'flag'],
  ])('%s: nothing is said', (_, more, wanted) => expect(found(more, wanted)).toEqual({ eligible: true, lower: false, sentences: [] }));

  it.each(['certificate', 'merit'])('for a lower title than it registered for, with a reason: %s', (wanted) =>
    expect(found({}, wanted)).toEqual({ eligible: true, lower: true, sentences: [LOWER] }),
  );

  it('for a second title where the year’s rules do not make titles exclusive', () =>
    expect(found({ awarded: true, ...aimedAt('certificate') }, 'certificate', ruling({ exclusive: false }))).toEqual({
      eligible: true,
      lower: false,
      sentences: [],
    }));
});

describe('a unit may not be nominated, and reads why', () => {
  it.each<[string, Partial<Entrant>, string, string[]]>([
    ['registered for a lower title', aimedAt('certificate'), 'flag', [another('Bằng khen', 'Cờ thi đua')]],
    ['registered for the lowest title', aimedAt('merit'), 'certificate', [another('Giấy khen', 'Bằng khen')]],
    [
      'registered for a level of completion',
      { aim: { kind: 'level', code: 'good' } },
      'certificate',
      [another('Hoàn thành tốt nhiệm vụ', 'Bằng khen')],
    ],
    ['registered nothing', { aim: null }, 'flag', [UNREGISTERED]],
    ['registration not accepted', { registration: 'submitted' }, 'flag', [UNREGISTERED]],
    ['registration withdrawn', { registration: 'withdrawn' }, 'flag', ['Đã rút đăng ký.']],
    ['a hundredth below the minimum', { total: 4_999 }, 'flag', [BELOW]],
    ['has the title before already', { awarded: true, ...aimedAt('certificate') }, 'certificate', [AWARDED]],
    ['all at once', { aim: null, total: 4_999, awarded: true }, 'certificate', [UNREGISTERED, BELOW, AWARDED]],
  ])('%s', (_, more, wanted, sentences) => expect(found(more, wanted)).toEqual({ eligible: false, lower: false, sentences }));

  it.each<[string, Partial<Entrant>, string[]]>([
    ['below the minimum', { total: 4_999 }, [LOWER, BELOW]],
    ['with a higher title already', { awarded: true }, [LOWER, AWARDED]],
  ])('registered higher, and %s', (_, more, sentences) =>
    expect(found(more, 'certificate')).toEqual({ eligible: false, lower: true, sentences }),
  );

  it('registered higher, where the year’s rules know no lower title with a reason', () =>
    expect(found({}, 'certificate', ruling({ lowerTitleWithReason: false }))).toEqual({
      eligible: false,
      lower: false,
      sentences: [another('Cờ thi đua', 'Bằng khen')],
    }));

  it('registered for a level that bears the code of a title: a level is no title', () => {
    const alike = { ...rules, completionLevels: [{ code: 'flag', name: 'Hoàn thành xuất sắc nhiệm vụ' }] };
    expect(found({ aim: { kind: 'level', code: 'flag' } }, 'flag', alike)).toEqual({
      eligible: false,
      lower: false,
      sentences: [another('Hoàn thành xuất sắc nhiệm vụ', 'Cờ thi đua')],
    });
  });

  it.each<[string, Entrant['aim'], string]>([
    ['title', { kind: 'title', code: 'medal' }, 'medal'],
    ['level', { kind: 'level', code: 'fair' }, 'fair'],
  ])('registered for a %s that the year’s rules no longer know: its code stands for it', (_, aim, code) =>
    expect(found({ aim }, 'certificate')).toEqual({ eligible: false, lower: false, sentences: [another(code, 'Bằng khen')] }),
  );

  it('in English where the reader reads English', () => {
    const { reasons } = eligibility(entrant({ total: 4_999, registration: 'withdrawn' }), 'flag', rules);
    expect(reasons.map((reason) => reasonInWords(reason, 'en'))).toEqual([
      'The registration was withdrawn.',
      'Total 49.99, below the minimum of 50.00.',
    ]);
  });

  it('also of a round that was opened when points were kept as Vietnamese writes them', () =>
    expect(reasonInWords({ code: 'below', filling: { total: '49,99', minimum: '50,00' } }, 'en')).toBe(
      'Total 49.99, below the minimum of 50.00.',
    ));
});

describe('a conflict of duties is shown, and excludes nobody', () => {
  it.each<[string, Partial<Entrant>, string[]]>([
    ['none', {}, []],
    ['the head of the bloc', { blocRole: 'head' }, ['Đơn vị Trưởng Khối']],
    ['the deputy head', { blocRole: 'deputy' }, ['Đơn vị Phó Khối']],
    ['the leader of a group', { leads: true }, ['Đơn vị trưởng nhóm']],
    ['deputy head and leader of a group', { blocRole: 'deputy', leads: true }, ['Đơn vị Phó Khối', 'Đơn vị trưởng nhóm']],
  ])('%s', (_, more, words) => {
    const { eligible, conflicts } = eligibility(entrant(more), 'flag', rules);
    expect(eligible).toBe(true);
    expect(conflicts.map((conflict) => conflictInWords(conflict, 'vi'))).toEqual(words);
  });
});
