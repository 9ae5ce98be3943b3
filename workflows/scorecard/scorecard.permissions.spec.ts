import type { Actor, Post, Role } from '../actor.js';
import { SYSTEM } from '../actor.js';
import { abilityFor, may, refusalOf } from '../ability.js';
import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';

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
