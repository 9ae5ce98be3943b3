import fc from 'fast-check';
import { abilityFor, may } from '../ability.js';
import type { Role } from '../actor.js';
import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';
import { advance } from '../advance.js';
import { lintCriteria, lintCycle, lintDeadlines, lintTieChain } from './criteria-lint.js';
import { cycleMachine } from './cycle.machine.js';
import { CYCLE_STATES, type CycleFacts } from './cycle.schema.js';
import { judgesAfter, reviewerFor, verifierFor } from './reviewer.js';
import { NominationRules, type CycleRules } from './rules.schema.js';
import { fewNames } from '../wording.js';

const ready: CycleFacts = {
  members: 18,
  faults: 0,
  faultList: '',
  waitingRegistrations: 0,
  waitingUnits: fewNames([]),
  openDocuments: 0,
  issuedDocuments: 3,
  unsentDocuments: 0,
};
const item = (code: string, max: number) => ({ code, name: 'Tiêu chí', max, evidence: false });
const rules: CycleRules = {
  titles: [{ code: 'flag', name: 'Cờ thi đua', shortName: 'Cờ', authority: 'UBND tỉnh', seats: 1 }],
  completionLevels: [],
  criteria: {
    scale: 10_000,
    sections: [
      { code: 'I', name: 'Nhóm', max: 6_000, items: [item('I.1', 6_000)] },
      { code: 'II', name: 'Nhóm', max: 4_000, items: [item('II.1', 4_000)] },
    ],
    bonus: { cap: 0, items: [] },
    penalty: { cap: 0, items: [] },
  },
  aggregate: 'mean',
  peers: { mode: 'all' },
  tieChain: ['lower-penalty', 'higher-section:I', 'meeting'],
  nomination: {
    method: 'consent',
    quorum: { p: 2, q: 3 },
    threshold: { p: 1, q: 2, strict: true, base: 'present' },
    exclusive: true,
    lowerTitleWithReason: true,
    minimumTotal: 0,
  },
  deadlines: {
    registration: '2020-03-15',
    selfScore: '2020-11-15',
    peerScore: '2020-11-25',
    review: '2020-11-28',
    verification: '2020-12-05',
    meeting: '2020-12-10',
    sections: '2020-12-11',
    documents: '2020-12-15',
  },
  peerMarksInMinutes: false,
  reasonMinimum: 20,
  numberSeries: 'bloc',
};
const draft = {
  members: ['a', 'b', 'c', 'd'],
  head: 'a',
  deputy: 'c',
  groups: [
    { number: 1, name: 'Nhóm 1', leader: 'b', units: ['a', 'b'] },
    { number: 2, name: 'Nhóm 2', leader: 'c', units: ['c', 'd'] },
  ],
  rules,
};

describe('a year', () => {
  it.each([
    ['draft', 'open', 'open'],
    ['open', 'compile', 'compiled'],
    ['compiled', 'close', 'closed'],
    ['closed', 'reopen', 'compiled'],
  ])('%s, %s → %s', (state, type, to) => expect(advance(cycleMachine, state, ready, { type }).state).toBe(to));

  it.each([
    ['draft', 'open', { members: 2 }, 'needs-members'],
    ['draft', 'open', { faults: 1 }, 'needs-sound-rules'],
    ['open', 'compile', { waitingRegistrations: 1 }, 'needs-all-registrations'],
    ['compiled', 'close', { openDocuments: 1 }, 'needs-issued-papers'],
    ['compiled', 'close', { issuedDocuments: 0 }, 'needs-sent-papers'],
    ['compiled', 'close', { unsentDocuments: 1 }, 'needs-sent-papers'],
  ])('%s is refused %s with %o by %s', (state, type, facts, code) =>
    expect(() => advance(cycleMachine, state, { ...ready, ...facts }, { type })).toThrow(code),
  );

  it('has the states that its records may have', () => expect(Object.keys(cycleMachine.states).sort()).toEqual([...CYCLE_STATES].sort()));
});

const withNomination = (change: Partial<CycleRules['nomination']>): CycleRules => ({
  ...rules,
  nomination: { ...rules.nomination, ...change },
});

describe('the rules of a year are checked before they are frozen', () => {
  it('sound ones have no fault', () => expect(lintCycle(draft)).toEqual([]));

  it('names the missing half point', () => {
    const criteria = {
      ...rules.criteria,
      sections: [{ ...rules.criteria.sections[0]!, max: 5_950, items: [item('I.1', 5_950)] }, rules.criteria.sections[1]!],
    };
    expect(lintCriteria(criteria)[0]!.text.vi).toContain('thiếu 0,50');
  });

  it.each([
    [
      'items that exceed their section',
      {
        criteria: {
          ...rules.criteria,
          sections: [{ ...rules.criteria.sections[0]!, items: [item('I.1', 6_000), item('I.2', 1)] }, rules.criteria.sections[1]!],
        },
      },
      'thừa 0,01',
    ],
    ['a code that occurs twice', { criteria: { ...rules.criteria, bonus: { cap: 1, items: [item('I.1', 1)] } } }, 'I.1 bị trùng'],
  ])('%s', (_, change, words) =>
    expect(
      lintCriteria({ ...rules, ...change }.criteria)
        .map((fault) => fault.text.vi)
        .join(),
    ).toContain(words),
  );

  it('a tie chain ends in the meeting and names sections that exist', () => {
    expect(lintTieChain({ ...rules, tieChain: ['lower-penalty'] })).toHaveLength(1);
    expect(lintTieChain({ ...rules, tieChain: ['higher-section:IX', 'meeting'] })[0]!.text.vi).toContain('higher-section:IX');
  });

  it('deadlines stand in the order of the steps, however the row spells them', () => {
    const { registration, ...rest } = rules.deadlines;
    expect(lintDeadlines({ ...rules, deadlines: { ...rest, registration } })).toEqual([]);
    expect(lintDeadlines({ ...rules, deadlines: { ...rules.deadlines, review: '2020-11-24' } })[0]!.pointer).toBe(
      '/rules/deadlines/review',
    );
  });

  it.each([
    ['a unit twice', { members: ['a', 'b', 'c', 'd', 'a'] }, '/members'],
    ['a unit in two groups', { groups: [draft.groups[0]!, { ...draft.groups[1]!, units: ['c', 'd', 'a'] }] }, '/groups'],
    ['a unit in no group', { members: ['a', 'b', 'c', 'd', 'e'] }, '/groups'],
    ['a leader from elsewhere', { groups: [{ ...draft.groups[0]!, leader: 'c' }, draft.groups[1]!] }, '/groups/0/leader'],
    ['the head as its own deputy', { deputy: 'a' }, '/deputy'],
    ['a head that is no member', { head: 'x' }, '/head'],
    ['a group of strangers', { groups: [draft.groups[0]!, { ...draft.groups[1]!, units: ['c', 'd', 'x'] }] }, '/groups/1/units/2'],
    ['a title twice', { rules: { ...rules, titles: [rules.titles[0]!, rules.titles[0]!] } }, '/rules/titles'],
    ['a quorum above the whole', { rules: withNomination({ quorum: { p: 3, q: 2 } }) }, '/rules/nomination/quorum'],
    ['a minimum that nobody reaches', { rules: withNomination({ minimumTotal: 10_001 }) }, '/rules/nomination/minimumTotal'],
    ['too few raters', { rules: { ...rules, peers: { mode: 'assigned' as const, k: 2 } } }, '/groups/0/units'],
  ])('%s', (_, change, pointer) => expect(lintCycle({ ...draft, ...change }).map((fault) => fault.pointer)).toContain(pointer));

  it('a meeting of nobody is no meeting', () => {
    expect(NominationRules.safeParse({ ...rules.nomination, quorum: { p: 1, q: 2 } }).success).toBe(true);
    expect(NominationRules.safeParse({ ...rules.nomination, quorum: { p: 0, q: 1 } }).success).toBe(false);
  });

  it('all score all only up to 12 units', () => {
    const members = Array.from({ length: 13 }, (_, at) => `u${at}`);
    const groups = [{ number: 1, name: 'Nhóm 1', leader: 'u0', units: members }];
    expect(lintCycle({ ...draft, members, head: 'u0', deputy: 'u1', groups }).map((fault) => fault.pointer)).toContain('/groups/0/units');
    expect(lintCycle({ ...draft, members, head: 'u0', deputy: 'u1', groups: [] }).map((fault) => fault.pointer)).toContain('/rules/peers');
  });
});

describe('who reviews and who verifies a unit', () => {
  const duties = { headUnitId: 'head', deputyUnitId: 'deputy' };
  it.each([
    ['u', 'leader', 'leader', 'head'],
    ['leader', 'leader', 'deputy', 'head'],
    ['head', 'leader', 'leader', 'deputy'],
    ['deputy', 'deputy', 'head', 'leader'],
    ['deputy', 'leader', 'leader', 'head'],
    ['u', 'head', 'head', 'deputy'],
    ['u', null, null, 'head'],
  ])('%s in the group of %s: reviewed by %s, verified by %s', (unit, leader, reviewer, verifier) => {
    expect(reviewerFor(unit, leader, duties)).toBe(reviewer);
    expect(verifierFor(unit, reviewer, duties, ['leader', 'other'])).toBe(verifier);
  });

  it('is a named person where nobody is left', () => expect(reviewerFor('a', 'a', { headUnitId: 'a', deputyUnitId: null })).toBeNull());

  const bench = { unitId: 'u', leaderUnitId: 'leader', leaderUnitIds: ['leader', 'other'], duties };
  const judges = (reviewerUnitId: string | null, verifierUnitId: string | null) => ({ reviewerUnitId, verifierUnitId });
  it.each<[string, string[], ReturnType<typeof judges>, ReturnType<typeof judges>]>([
    ['nobody', [], judges('leader', 'head'), judges('leader', 'head')],
    ['the leader', ['leader'], judges('leader', 'head'), judges('deputy', 'head')],
    ['leader and deputy: the head agrees, so another verifies', ['leader', 'deputy'], judges('deputy', 'head'), judges('head', 'other')],
    ['leader, deputy and head: a person agrees', ['leader', 'deputy', 'head'], judges('head', 'other'), judges(null, 'other')],
    ['the verifier', ['head'], judges('leader', 'head'), judges('leader', 'deputy')],
    ['all but the reviewer: a person verifies', ['head', 'deputy', 'other'], judges('leader', 'other'), judges('leader', null)],
    ['somebody else', ['stranger'], judges('leader', 'head'), judges('leader', 'head')],
    ['somebody else: what one has begun another need not redo', ['stranger'], judges('deputy', 'other'), judges('deputy', 'other')],
    ['somebody else: the persons that were named stay', ['stranger'], judges(null, null), judges(null, null)],
    ['the verifier, while a person agrees', ['head'], judges(null, 'head'), judges(null, 'deputy')],
  ])('after the recusal of %s', (_, recused, before, after) => expect(judgesAfter({ ...bench, recused }, before)).toEqual(after));

  it('is never the unit itself, never one that declined, never one unit for both, and whoever can stay stays', () => {
    const units = ['u', 'leader', 'other', 'head', 'deputy'];
    const someUnit = fc.constantFrom(...units);
    const order = fc.record({
      leaderUnitId: fc.option(someUnit),
      head: someUnit,
      deputy: fc.option(someUnit),
      recused: fc.subarray(units),
    });
    fc.assert(
      fc.property(order, ({ leaderUnitId, head, deputy, recused }) => {
        const own = { headUnitId: head, deputyUnitId: deputy };
        const reviewer = reviewerFor('u', leaderUnitId, own);
        const before = judges(reviewer, verifierFor('u', reviewer, own, ['leader', 'other']));
        const after = judgesAfter({ ...bench, leaderUnitId, duties: own, recused }, before);
        for (const judge of [after.reviewerUnitId, after.verifierUnitId]) expect(['u', ...recused]).not.toContain(judge);
        if (after.verifierUnitId) expect(after.verifierUnitId).not.toBe(after.reviewerUnitId);
        if (reviewer && !recused.includes(reviewer)) expect(after.reviewerUnitId).toBe(reviewer);
        const fits = [leaderUnitId, deputy, head].some((unit) => unit && unit !== 'u' && !recused.includes(unit));
        expect(after.reviewerUnitId !== null).toBe(leaderUnitId !== null && fits);
      }),
    );
  });
});

describe('how far a right on a year reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the council secretary sets up years of blocs in the province', 'council-secretary', 'create', {}, ['provinceId']],
    ['a council member reads years of blocs in the province', 'council-member', 'read', {}, ['provinceId']],
    ['the head of the bloc opens its year', 'bloc-head', 'open', { id: MARKERS['own-year'] }, ['blocId', 'id']],
    ['the deputy head reads the year', 'deputy-head', 'read', { id: MARKERS['own-year'] }, ['blocId', 'id']],
    ['the secretary compiles the year', 'bloc-secretary', 'compile', { id: MARKERS['own-year'] }, ['blocId', 'id']],
    ['the records officer reads the year', 'records-officer', 'read', { id: MARKERS['own-year'] }, ['blocId', 'id']],
    ['an observer reads the year', 'observer', 'read', { id: MARKERS['own-year'] }, ['blocId', 'id']],
    ['a member reads the year', 'bloc-member', 'read', { id: MARKERS['own-year'] }, ['blocId', 'id']],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Cycle', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});
