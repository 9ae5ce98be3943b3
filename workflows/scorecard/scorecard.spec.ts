import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';
import { abilityFor, may, refusalOf } from '../ability.js';
import type { Actor, Post, Role } from '../actor.js';
import { SYSTEM } from '../actor.js';
import { advance } from '../advance.js';
import { NO_REMINDER } from '../progress/reminder.js';
import { scorecardMachine } from './scorecard.machine.js';
import type { AnyScorecardEvent, ScorecardFacts } from './scorecard.schema.js';

const ready: ScorecardFacts = {
  lacking: 0,
  lackingItems: '',
  withoutEvidence: 0,
  evidenceItems: '',
  sheets: 3,
  pending: 0,
  deadlinePassed: false,
  gone: false,
  deadline: '25/11/2020',
  reasonMinimum: 20,
  unscored: [],
  before: { 'I.1': 900 },
  peers: [],
  ...NO_REMINDER,
};
const reason = 'Thiếu minh chứng cho hai chỉ tiêu.';
const review = (scores: { item: string; points: number; reason?: string }[]): AnyScorecardEvent => ({
  type: 'review',
  version: 1,
  scores,
  comment: '',
});

describe('a score card', () => {
  it.each<[string, string, Partial<ScorecardFacts>, AnyScorecardEvent, string]>([
    ['goes under seal when the unit submits', 'self', {}, { type: 'submit', version: 1 }, 'peer'],
    ['without peers goes to its reviewer at once', 'self', { sheets: 0 }, { type: 'submit', version: 1 }, 'open'],
    [
      'submitted after the last day of peer scoring goes to its reviewer',
      'self',
      { deadlinePassed: true, pending: 3 },
      { type: 'submit', version: 1 },
      'open',
    ],
    [
      'that no peer scored is agreed with a value and a reason for every item',
      'open',
      { unscored: ['I.1', 'I.2'], before: {} },
      review([
        { item: 'I.1', points: 900, reason },
        { item: 'I.2', points: 0, reason },
      ]),
      'reviewed',
    ],
    ['opens when the last sheet is in', 'peer', {}, { type: 'unseal', version: 1 }, 'open'],
    [
      'opens when the day is over, with the sheets that are in',
      'peer',
      { pending: 2, deadlinePassed: true },
      { type: 'unseal', version: 1 },
      'open',
    ],
    ['is agreed without a difference', 'open', {}, review([]), 'reviewed'],
    ['is agreed where the value is the same', 'open', {}, review([{ item: 'I.1', points: 900 }]), 'reviewed'],
    ['is agreed with a difference and its reason', 'open', {}, review([{ item: 'I.1', points: 800, reason }]), 'reviewed'],
    ['is verified', 'reviewed', {}, { type: 'verify', version: 1, scores: [], comment: '' }, 'verified'],
    ['is returned to the reviewer', 'reviewed', {}, { type: 'return', version: 1, reason }, 'open'],
    ['waits for the next reviewer when the reviewer declines', 'open', {}, { type: 'recuse', version: 1, reason }, 'open'],
    ['waits for the next verifier when the verifier declines', 'reviewed', {}, { type: 'recuse', version: 1, reason }, 'reviewed'],
    ...(['self', 'peer', 'open', 'reviewed'] as const).map((state): [string, string, object, AnyScorecardEvent, string] => [
      `whose unit has left is taken out of the ranking, from ${state}`,
      state,
      { gone: true },
      { type: 'exclude', version: 1, reason },
      'excluded',
    ]),
  ])('%s', (_, state, facts, event, target) => {
    expect(advance(scorecardMachine, state, { ...ready, ...facts }, event).state).toBe(target);
  });

  it.each<[string, string, Partial<ScorecardFacts>, AnyScorecardEvent, string]>([
    ['submitted with an unanswered item', 'self', { lacking: 1 }, { type: 'submit', version: 1 }, 'needs-all-items'],
    [
      'submitted with an unanswered item, though it has no peers',
      'self',
      { sheets: 0, lacking: 1 },
      { type: 'submit', version: 1 },
      'needs-all-items',
    ],
    [
      'submitted with points that need evidence, though it has no peers',
      'self',
      { sheets: 0, withoutEvidence: 1 },
      { type: 'submit', version: 1 },
      'needs-evidence',
    ],
    ['submitted with points that need evidence', 'self', { withoutEvidence: 1 }, { type: 'submit', version: 1 }, 'needs-evidence'],
    ['opened with 3 of 4 sheets in', 'peer', { pending: 1 }, { type: 'unseal', version: 1 }, 'needs-all-sheets'],
    ['agreed with a difference and no reason', 'open', {}, review([{ item: 'I.1', points: 800 }]), 'needs-reason-for-difference'],
    [
      'agreed with a difference and a short reason',
      'open',
      {},
      review([{ item: 'I.1', points: 800, reason: 'Ít' }]),
      'needs-reason-for-difference',
    ],
    [
      'agreed with an item left out that no peer scored',
      'open',
      { unscored: ['I.1', 'I.2'], before: {} },
      review([{ item: 'I.1', points: 900, reason }]),
      'needs-judged-items',
    ],
    [
      'agreed as the unit scored itself, without a reason, where no peer scored',
      'open',
      { unscored: ['I.1'], before: {} },
      review([{ item: 'I.1', points: 900 }]),
      'needs-reason-for-difference',
    ],
    [
      'verified with a difference and no reason',
      'reviewed',
      {},
      { type: 'verify', version: 1, scores: [{ item: 'I.1', points: 901 }], comment: '' },
      'needs-reason-for-difference',
    ],
    ['reviewed under seal', 'peer', {}, review([]), 'not-in-this-state'],
    ['changed once verified', 'verified', {}, review([]), 'not-in-this-state'],
    ...(['self', 'peer', 'open', 'reviewed'] as const).map((state): [string, string, object, AnyScorecardEvent, string] => [
      `taken out of the ranking while its unit takes part, from ${state}`,
      state,
      { gone: false },
      { type: 'exclude', version: 1, reason },
      'needs-unit-gone',
    ]),
    ['taken out of the ranking once verified', 'verified', { gone: true }, { type: 'exclude', version: 1, reason }, 'not-in-this-state'],
    ['judged once it is out of the ranking', 'excluded', {}, review([]), 'not-in-this-state'],
    ['declined under seal', 'peer', {}, { type: 'recuse', version: 1, reason }, 'not-in-this-state'],
  ])('is not %s', (_, state, facts, event, problem) => {
    expect(() => advance(scorecardMachine, state, { ...ready, ...facts }, event)).toThrow(problem);
  });
});

describe('who may do what with scores', () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const post = (role: Role, unit: number | null, group: number | null = null): Post => ({
    id: id(9),
    role,
    title: '',
    provinceId: id(8),
    unitId: unit === null ? null : id(unit),
    blocId: id(7),
    cycleId: id(6),
    groupId: group === null ? null : id(group),
  });
  const person = (...posts: Post[]): Actor => ({ kind: 'person', personId: id(5), name: 'Người thử', posts, actingAs: null });
  const card = {
    blocId: id(7),
    cycleId: id(6),
    provinceId: id(8),
    unitId: id(1),
    groupId: id(4),
    reviewerUnitId: id(2),
    verifierUnitId: id(3),
    reviewedBy: null as string | null,
    state: 'open',
  };
  const sheet = { blocId: id(7), cycleId: id(6), raterUnitId: id(2), unitId: id(1) };

  it.each<[string, Actor, string, object, boolean]>([
    ['the unit’s head submits its own card', person(post('unit-head', 1)), 'submit', card, true],
    ['the unit’s officer does not', person(post('unit-officer', 1)), 'submit', card, false],
    ['the leading unit reviews', person(post('unit-head', 2)), 'review', card, true],
    ['the leading unit of another group does not', person(post('unit-head', 4)), 'review', card, false],
    ['a leader who also holds a post in the unit does not', person(post('unit-head', 2), post('unit-officer', 1)), 'review', card, false],
    ['the verifying unit verifies', person(post('unit-head', 3)), 'verify', { ...card, state: 'reviewed' }, true],
    ['nobody verifies what they reviewed', person(post('unit-head', 3)), 'verify', { ...card, reviewedBy: id(5) }, false],
    ['the secretary reviews where no unit can', person(post('bloc-secretary', null)), 'review', { ...card, reviewerUnitId: null }, true],
    ['the secretary does not where a unit can', person(post('bloc-secretary', null)), 'review', card, false],
    ['a unit of the group compares', person(post('bloc-member', 3, 4)), 'read', card, true],
    ['a unit of another group does not', person(post('bloc-member', 3, 2)), 'read', card, false],
    ['no person opens the seal', person(post('unit-head', 2), post('bloc-secretary', null), post('bloc-head', 3)), 'unseal', card, false],
    ['the program opens the seal', SYSTEM, 'unseal', card, true],
  ])('%s', (_, actor, action, record, allowed) => {
    expect(may(abilityFor(actor), action, 'Scorecard', record)).toBe(allowed);
  });

  it('tells the reason when the own unit forbids it', () => {
    expect(refusalOf(abilityFor(person(post('unit-head', 2), post('unit-officer', 1))), 'review', 'Scorecard', card)).toBe('own-unit');
  });

  it.each<[string, Actor, boolean]>([
    ['the rater', person(post('unit-head', 2)), true],
    ['the rated unit', person(post('unit-head', 1)), false],
    ['a rater who also holds a post in the rated unit', person(post('unit-head', 2), post('unit-officer', 1)), false],
    ['another peer', person(post('unit-head', 3)), false],
    ['secretary, head, council', person(post('bloc-secretary', null), post('bloc-head', 3), post('council-secretary', null)), false],
  ])('a sheet is read by its rater only: %s', (_, actor, allowed) => {
    expect(may(abilityFor(actor), 'read', 'Sheet', sheet)).toBe(allowed);
  });
});

describe('how far a right on scores reaches', () => {
  it.each<[string, Role, string, string, object, string[]]>([
    ['the officer scores the own unit', 'unit-officer', 'edit', 'Scorecard', {}, ['unitId']],
    ['the deputy scores the own unit', 'unit-deputy', 'edit', 'Scorecard', {}, ['unitId']],
    ['the deputy of a rater scores another', 'unit-deputy', 'edit', 'Sheet', { unitId: 'peer', raterUnitId: MARKERS['own-unit'] }, ['raterUnitId']], // prettier-ignore
    ['the head submits the own unit’s card', 'unit-head', 'submit', 'Scorecard', {}, ['unitId']],
    [
      'the unit that is charged with it agrees the scores',
      'unit-head',
      'review',
      'Scorecard',
      { unitId: 'peer', reviewerUnitId: MARKERS['own-unit'] },
      ['reviewerUnitId'],
    ],
    [
      'the unit that is charged with it verifies',
      'unit-head',
      'verify',
      'Scorecard',
      { unitId: 'peer', verifierUnitId: MARKERS['own-unit'] },
      ['verifierUnitId'],
    ],
    ['a member compares the cards of its group', 'bloc-member', 'read', 'Scorecard', {}, ['blocId', 'cycleId', 'groupId']],
    ['the secretary reads those of the year', 'bloc-secretary', 'read', 'Scorecard', {}, ['blocId', 'cycleId']],
    [
      'the secretary agrees scores where no unit can',
      'bloc-secretary',
      'review',
      'Scorecard',
      { unitId: 'peer', reviewerUnitId: null },
      ['blocId', 'cycleId', 'reviewerUnitId'],
    ],
    [
      'the secretary verifies where no unit can',
      'bloc-secretary',
      'verify',
      'Scorecard',
      { unitId: 'peer', verifierUnitId: null },
      ['blocId', 'cycleId', 'verifierUnitId'],
    ],
    ['the head of the bloc reads those of the year', 'bloc-head', 'read', 'Scorecard', {}, ['blocId', 'cycleId']],
    ['the deputy head reads those of the year', 'deputy-head', 'read', 'Scorecard', {}, ['blocId', 'cycleId']],
    [
      'the council secretary verifies in the province where no unit can',
      'council-secretary',
      'verify',
      'Scorecard',
      { unitId: 'peer', verifierUnitId: null, state: 'reviewed' },
      ['provinceId', 'verifierUnitId', 'state'],
    ],
    [
      'the council secretary reads what was verified in the province',
      'council-secretary',
      'read',
      'Scorecard',
      { state: 'verified', verifierUnitId: 'peer' },
      ['provinceId', 'state'],
    ],
    [
      'a council member reads what was verified in the province',
      'council-member',
      'read',
      'Scorecard',
      { state: 'verified' },
      ['provinceId', 'state'],
    ],
    [
      'the officer scores on the own unit’s sheets',
      'unit-officer',
      'edit',
      'Sheet',
      { unitId: 'peer', raterUnitId: MARKERS['own-unit'] },
      ['raterUnitId'],
    ],
    [
      'the head submits the own unit’s sheets',
      'unit-head',
      'submit',
      'Sheet',
      { unitId: 'peer', raterUnitId: MARKERS['own-unit'] },
      ['raterUnitId'],
    ],
  ])('%s, and no further', (_, role, action, kind, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, kind, { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});

describe('nobody judges the own unit, nor what they judged before', () => {
  const charged = { ...OWN_SCOPES, reviewerUnitId: MARKERS['own-unit'], verifierUnitId: MARKERS['own-unit'] };
  const peers = { ...charged, unitId: 'peer', reviewedBy: MARKERS.oneself };
  const inStead = { ...charged, unitId: 'peer', reviewedBy: 'substitute', reviewedFor: MARKERS.oneself };
  it.each<[string, string, string, object, string]>([
    ['the own unit’s scores are not agreed', 'review', 'Scorecard', charged, 'own-unit'],
    ['the own unit’s scores are not verified', 'verify', 'Scorecard', charged, 'own-unit'],
    ['the own unit’s scores are not returned', 'return', 'Scorecard', charged, 'own-unit'],
    ['scores that one agreed are not verified', 'verify', 'Scorecard', peers, 'own-entry'],
    ['scores that one agreed are not returned', 'return', 'Scorecard', peers, 'own-entry'],
    ['scores that were agreed in one’s stead are not verified', 'verify', 'Scorecard', inStead, 'own-entry'],
    ['scores that were agreed in one’s stead are not returned', 'return', 'Scorecard', inStead, 'own-entry'],
    ['a sheet on the own unit is not read', 'read', 'Sheet', { ...OWN_SCOPES, raterUnitId: MARKERS['own-unit'] }, 'own-unit'],
    ['a sheet on the own unit is not written', 'edit', 'Sheet', { ...OWN_SCOPES, raterUnitId: MARKERS['own-unit'] }, 'own-unit'],
    ['a sheet on the own unit is not submitted', 'submit', 'Sheet', { ...OWN_SCOPES, raterUnitId: MARKERS['own-unit'] }, 'own-unit'],
  ])('%s', (_, action, kind, record, reason) => expect(refusalOf(abilityFor(probing('unit-head')), action, kind, record)).toBe(reason));
});
