import type { CycleRules } from '../cycle/rules.schema.js';
import type { RankingRow } from '../ranking/ranking.schema.js';
import { candidatesAfter, roundFacts, type RoundContent, type RoundSurroundings } from './candidates.js';
import type { Candidate, RoundEvent } from './round.schema.js';

const nomination: CycleRules['nomination'] = {
  method: 'show-of-hands',
  quorum: { p: 2, q: 3 },
  threshold: { p: 1, q: 2, strict: true, base: 'present' },
  exclusive: true,
  lowerTitleWithReason: true,
  minimumTotal: 5_000,
};
const title = (code: string, shortName: string) => ({ code, name: shortName, shortName, authority: 'UBND tỉnh', seats: 2 });
const rules = {
  titles: [title('flag', 'Cờ thi đua'), title('certificate', 'Bằng khen')],
  completionLevels: [],
  nomination,
} as unknown as CycleRules;

const row = (unitId: string, rank: number, total: number) => ({ unitId, rank, total }) as RankingRow;
const entrant = (unitId: string, more: Partial<RoundSurroundings['entrants'][number]> = {}): RoundSurroundings['entrants'][number] => ({
  unitId,
  aim: { kind: 'title', code: 'flag' },
  registration: 'accepted',
  blocRole: null,
  leads: false,
  awarded: false,
  ...more,
});
const around: RoundSurroundings = {
  rules,
  ranking: [row('hoi-khuyen-hoc', 1, 9_525), row('hoi-chu-thap-do', 2, 9_410), row('hoi-luat-gia', 3, 4_980), row('hoi-nha-bao', 4, 4_975)],
  earlierWaiting: 1,
  earlierTitles: 'Cờ thi đua',
  entrants: [
    entrant('hoi-luat-gia', { aim: { kind: 'title', code: 'certificate' } }),
    entrant('hoi-khuyen-hoc', { blocRole: 'deputy', leads: true }),
    entrant('hoi-chu-thap-do'),
    entrant('hoi-dong-y', { registration: 'withdrawn' }),
  ],
  recused: ['hoi-chu-thap-do'],
};
const draft: RoundContent = { state: 'draft', titleCode: 'flag', seats: 2, candidates: [], attendance: [] };

const candidate = (unitId: string, rank: number, more: Partial<Candidate> = {}): Candidate => ({
  unitId,
  rank,
  total: 9_600 - 100 * rank,
  aim: { kind: 'title', code: 'flag' },
  eligible: true,
  lower: false,
  reasons: [],
  conflicts: [],
  nominated: false,
  tied: false,
  reason: null,
  votes: null,
  ...more,
});

describe('before a round opens, its candidates are a preview of the published ranking', () => {
  it('the best first, each weighed for this title; who left the bloc or has no rank is none', () =>
    expect(roundFacts(draft, around).candidates).toEqual([
      candidate('hoi-khuyen-hoc', 1, { total: 9_525, conflicts: ['deputy', 'leader'] }),
      candidate('hoi-chu-thap-do', 2, { total: 9_410 }),
      candidate('hoi-luat-gia', 3, {
        total: 4_980,
        aim: { kind: 'title', code: 'certificate' },
        eligible: false,
        reasons: [
          { code: 'another', filling: { registered: 'Bằng khen', title: 'Cờ thi đua' } },
          { code: 'below', filling: { total: 4_980, minimum: 5_000 } },
        ],
      }),
    ]));

  it('weighed for a lower title, whoever registered for the higher one owes a reason', () =>
    expect(
      roundFacts({ ...draft, titleCode: 'certificate' }, around).candidates.map(({ unitId, eligible, lower }) => [unitId, eligible, lower]),
    ).toEqual([
      ['hoi-khuyen-hoc', true, true],
      ['hoi-chu-thap-do', true, true],
      ['hoi-luat-gia', false, false],
    ]));

  it('nobody while the ranking is not published', () =>
    expect(roundFacts(draft, { ...around, ranking: null })).toMatchObject({ rankingPublished: false, candidates: [], seatsOpen: 2 }));
});

describe('once a round is open, its candidates are frozen', () => {
  const frozen = [candidate('hoi-nha-bao', 1), candidate('hoi-nguoi-mu', 2)];
  it.each(['open', 'tied', 'decided'])('in the state %s, whatever the ranking says now', (state) =>
    expect(roundFacts({ ...draft, state, candidates: frozen }, around).candidates).toEqual(frozen),
  );

  it.each<[number, Candidate[]]>([
    [3, frozen],
    [2, [candidate('hoi-nha-bao', 1, { nominated: true }), candidate('hoi-nguoi-mu', 2, { tied: true })]],
    [1, frozen.map((one) => ({ ...one, nominated: true }))],
  ])('of three seats %i are open', (seatsOpen, candidates) =>
    expect(roundFacts({ ...draft, state: 'tied', seats: 3, candidates }, around)).toMatchObject({ seats: 3, seatsOpen }),
  );
});

describe('what a round weighs', () => {
  it('is who took part, once the meeting has decided something', () => {
    expect(roundFacts({ ...draft, state: 'tied', attendance: ['hoi-nguoi-mu'] }, around).attended).toEqual(['hoi-nguoi-mu']);
  });

  it('is its rules, the higher titles that wait, who decides, who declined, and the quorum of all members', () => {
    const { candidates, ...facts } = roundFacts(draft, around);
    expect(candidates).toHaveLength(3);
    expect(facts).toEqual({
      rankingPublished: true,
      attended: [],
      earlierWaiting: 1,
      earlierTitles: 'Cờ thi đua',
      seats: 2,
      seatsOpen: 2,
      method: 'show-of-hands',
      rules: nomination,
      members: ['hoi-luat-gia', 'hoi-khuyen-hoc', 'hoi-dong-y'],
      declined: ['hoi-chu-thap-do'],
      memberCount: 4,
      quorum: 3,
    });
  });
});

describe('the candidates after an event', () => {
  const candidates = ['hoi-khuyen-hoc', 'hoi-chu-thap-do', 'hoi-luat-gia', 'hoi-nha-bao'].map((unitId, at) => candidate(unitId, at + 1));
  const facts = { ...roundFacts({ ...draft, state: 'open', candidates }, around), members: candidates.map(({ unitId }) => unitId) };
  const reason = 'Thành tích đột xuất trong năm.';
  const attendance = facts.members;
  const after = (event: Record<string, unknown>, given = candidates) =>
    candidatesAfter({ ...facts, candidates: given }, { version: 1, ...event } as unknown as RoundEvent);

  it.each([{ type: 'open' }, { type: 'recuse', unitId: 'hoi-nha-bao', reason }, { type: 'readmit', unitId: 'hoi-nha-bao', reason }])(
    '$type leaves them as they are',
    (event) => expect(after(event)).toEqual(candidates),
  );

  it('consent nominates those on whom the meeting agrees, with the reason that it gave', () =>
    expect(after({ type: 'consent', attendance, nominees: [{ unitId: 'hoi-khuyen-hoc' }, { unitId: 'hoi-luat-gia', reason }] })).toEqual([
      { ...candidates[0], nominated: true },
      candidates[1],
      { ...candidates[2], nominated: true, reason },
      candidates[3],
    ]));

  it('consent on equals who do not all fit nominates none of them: they are tied', () => {
    const equals = [candidate('hoi-khuyen-hoc', 1), candidate('hoi-chu-thap-do', 2), candidate('hoi-luat-gia', 2)];
    expect(after({ type: 'consent', attendance, nominees: equals.map(({ unitId }) => ({ unitId })) }, equals)).toEqual([
      { ...equals[0], nominated: true },
      { ...equals[1], tied: true },
      { ...equals[2], tied: true },
    ]);
  });

  it('a show of hands nominates those past the threshold with most hands, and keeps the hands of every unit', () => {
    const hands = (unitId: string, yes: number, no = 0, abstain = 0) => ({ unitId, yes, no, abstain });
    const votes = [hands('hoi-khuyen-hoc', 2, 1, 1), hands('hoi-chu-thap-do', 3, 1), { ...hands('hoi-luat-gia', 4), reason }];
    expect(after({ type: 'count', attendance, votes })).toEqual([
      { ...candidates[0], votes: { yes: 2, no: 1, abstain: 1 } },
      { ...candidates[1], nominated: true, votes: { yes: 3, no: 1, abstain: 0 } },
      { ...candidates[2], nominated: true, reason, votes: { yes: 4, no: 0, abstain: 0 } },
      candidates[3],
    ]);
  });

  it.each([
    ['lot', ['hoi-luat-gia'], [true, false, true, false]],
    ['leave-open', [], [true, false, false, false]],
  ])('a tie that is settled by %s ties nobody any more; who had a seat keeps it, with hands and reason', (method, unitIds, nominated) => {
    const votes = { yes: 3, no: 1, abstain: 0 };
    const tied = candidates.map((one, at) => ({ ...one, nominated: at === 0, tied: at === 1 || at === 2, reason, votes }));
    expect(after({ type: 'settle', method, unitIds, reason: 'Bốc thăm.' }, tied)).toEqual(
      tied.map((one, at) => ({ ...one, nominated: nominated[at], tied: false })),
    );
  });
});
