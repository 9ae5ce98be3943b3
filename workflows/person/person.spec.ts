import { abilityFor, may, refusalOf } from '../ability.js';
import { advance } from '../advance.js';
import { HELD_ROLES, type HeldRole } from '../actor.js';
import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';
import { personMachine } from './person.machine.js';
import { standingOf, termRefusal, type Term } from './terms.js';

const term = (role: HeldRole, from: string, to: string | null, unitId: string | null = 'u1'): Term => ({
  role,
  unitId,
  cycleId: null,
  from,
  to,
});

describe('a term', () => {
  it.each([
    ['before its first day', '2020-02-29', 'coming'],
    ['on its first day', '2020-03-01', 'held'],
    ['on its last day', '2020-03-31', 'held'],
    ['after its last day', '2020-04-01', 'ended'],
  ])('%s', (_, today, standing) => expect(standingOf({ from: '2020-03-01', to: '2020-03-31' }, today)).toBe(standing));

  it('without a last day goes on', () => expect(standingOf({ from: '2020-03-01', to: null }, '2045-01-01')).toBe('held'));

  it.each<[string, Term, Term[], string | null]>([
    ['alone', term('unit-officer', '2020-01-01', null), [], null],
    ['of one day', term('unit-officer', '2020-01-01', '2020-01-01'), [], null],
    ['that ends before it begins', term('unit-officer', '2020-01-02', '2020-01-01'), [], 'needs-later-end'],
    ['held already', term('unit-officer', '2020-06-01', null), [term('unit-officer', '2020-01-01', null)], 'post-held-already'],
    [
      'held till that day',
      term('unit-officer', '2020-06-01', null),
      [term('unit-officer', '2020-01-01', '2020-06-01')],
      'post-held-already',
    ],
    ['held till the day before', term('unit-officer', '2020-06-01', null), [term('unit-officer', '2020-01-01', '2020-05-31')], null],
    ['of another unit', term('unit-officer', '2020-06-01', null), [term('unit-officer', '2020-01-01', null, 'u2')], null],
    ['beside another post', term('unit-head', '2020-06-01', null), [term('unit-officer', '2020-01-01', null)], null],
    [
      'of a unit, for an administrator',
      term('unit-head', '2020-06-01', null),
      [term('administrator', '2020-01-01', null, null)],
      'administrator-alone',
    ],
    [
      'of an administrator, beside others',
      term('administrator', '2020-06-01', null, null),
      [term('observer', '2020-01-01', null, null)],
      'administrator-alone',
    ],
    [
      'of an administrator, after others',
      term('administrator', '2020-06-01', null, null),
      [term('observer', '2020-01-01', '2020-05-31', null)],
      null,
    ],
  ])('%s is given or refused', (_, given, others, refusal) => expect(termRefusal(given, others)).toBe(refusal));
});

describe('a person', () => {
  const ready = { postsAbove: 0, signedIn: false };
  it.each([
    ['rename', { ...ready, postsAbove: 1 }, 'needs-posts-of-yours'],
    ['readdress', { ...ready, postsAbove: 1 }, 'needs-posts-of-yours'],
    ['give-post', { ...ready, postsAbove: 1 }, 'needs-posts-of-yours'],
    ['end-post', { ...ready, postsAbove: 1 }, 'needs-posts-of-yours'],
    ['leave', { ...ready, postsAbove: 1 }, 'needs-posts-of-yours'],
    ['invite', { ...ready, postsAbove: 1 }, 'needs-posts-of-yours'],
    ['invite', { ...ready, signedIn: true }, 'needs-no-password-yet'],
  ])('is not changed by %s without what it needs', (type, facts, need) =>
    expect(() => advance(personMachine, 'active', facts, { type })).toThrow(need),
  );
  it('is not taken back by whoever could not have let them leave', () =>
    expect(() => advance(personMachine, 'left', { ...ready, postsAbove: 1 }, { type: 'rejoin' })).toThrow('needs-posts-of-yours'));
  it.each([
    ['active', 'leave', 'left'],
    ['active', 'invite', 'active'],
    ['left', 'rejoin', 'active'],
    ['left', 'erase', 'erased'],
  ])('%s becomes by %s %s', (from, type, to) => expect(advance(personMachine, from, ready, { type }).state).toBe(to));
  it.each(['rename', 'give-post', 'rejoin', 'erase'])('that was erased takes no %s', (type) =>
    expect(() => advance(personMachine, 'erased', ready, { type })).toThrow('not-in-this-state'),
  );
});

describe('who keeps people', () => {
  const person = { ...OWN_SCOPES, id: 'somebody' };
  const kept = ['create', 'read', 'rename', 'readdress', 'give-post', 'end-post', 'invite', 'leave', 'rejoin'];
  it('is the council secretary in the own province, and no further; nobody is erased there', () => {
    const rights = abilityFor(probing('council-secretary'));
    expect(kept.filter((action) => !may(rights, action, 'Person', person))).toEqual([]);
    expect(kept.filter((action) => may(rights, action, 'Person', { ...person, provinceId: 'other' }))).toEqual([]);
    expect(may(rights, 'erase', 'Person', person)).toBe(false);
  });
  it('is the administrator everywhere', () => {
    const rights = abilityFor(probing('administrator'));
    expect([...kept, 'erase'].filter((action) => !may(rights, action, 'Person', { ...person, provinceId: 'any' }))).toEqual([]);
  });
  it('is nobody else', () => {
    const others = ['unit-officer', 'unit-head', 'bloc-secretary', 'records-officer', 'council-member', 'observer', 'bloc-head'] as const;
    for (const role of others)
      expect([...kept, 'erase'].filter((action) => may(abilityFor(probing(role)), action, 'Person', person))).toEqual([]);
  });
  it('gives no post above the own, and none to themselves', () => {
    const rights = abilityFor(probing('council-secretary'));
    const given = HELD_ROLES.filter((role) => may(rights, 'give', 'Post', { ...OWN_SCOPES, role }));
    expect(HELD_ROLES.filter((role) => !given.includes(role))).toEqual(['council-secretary', 'administrator']);
    expect(given.filter((role) => may(rights, 'give', 'Post', { ...OWN_SCOPES, provinceId: 'other', role }))).toEqual([]);
    for (const role of ['council-secretary', 'administrator'] as const) {
      const own = { ...person, id: MARKERS.oneself };
      for (const action of ['give-post', 'end-post', 'readdress', 'leave', 'rejoin', 'erase'])
        expect(refusalOf(abilityFor(probing(role)), action, 'Person', own)).toBe('own-person');
    }
  });
});
