import { abilityFor, may } from '../ability.js';
import type { Role } from '../actor.js';
import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';
import { advance, unmetNeeds } from '../advance.js';
import { NO_REMINDER } from '../progress/reminder.js';
import { registrationMachine } from './registration.machine.js';
import { REGISTRATION_STATES, type RegistrationFacts } from './registration.schema.js';

const ready: RegistrationFacts = {
  cycleOpen: true,
  deadlinePassed: false,
  deadline: '15/03/2020',
  aimKnown: true,
  targets: 2,
  targetsWithoutEvidence: 0,
  ...NO_REMINDER,
};

describe('a registration', () => {
  it.each([
    ['draft', 'submit', 'submitted', ['registration-submitted']],
    ['submitted', 'accept', 'accepted', ['registration-accepted']],
    ['submitted', 'return', 'returned', ['registration-returned']],
    ['submitted', 'recall', 'draft', []],
    ['returned', 'submit', 'submitted', ['registration-submitted']],
    ['draft', 'withdraw', 'withdrawn', []],
    ['draft', 'remind', 'draft', ['registration-reminded']],
    ['returned', 'remind', 'returned', ['registration-reminded']],
  ])('%s, %s → %s', (state, type, to, letters) => {
    expect(advance(registrationMachine, state, ready, { type })).toEqual({ state: to, letters: letters.map((name) => ({ name })) });
  });

  it.each([
    ['the year is not open', { cycleOpen: false }, 'needs-open-registration'],
    ['the deadline has passed', { deadlinePassed: true }, 'needs-time'],
    ['no title or level is chosen', { aimKnown: false }, 'needs-aim'],
    ['there is no target', { targets: 0 }, 'needs-targets'],
    ['a target has no planned evidence', { targetsWithoutEvidence: 1 }, 'needs-planned-evidence'],
  ])('is not submitted while %s', (_, facts, code) => {
    expect(() => advance(registrationMachine, 'draft', { ...ready, ...facts }, { type: 'submit' })).toThrow(code);
  });

  it.each([
    ['returned', 'submit', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['returned', 'submit', 'no title or level is chosen', { aimKnown: false }, 'needs-aim'],
    ['returned', 'submit', 'there is no target', { targets: 0 }, 'needs-targets'],
    ['returned', 'submit', 'a target has no planned evidence', { targetsWithoutEvidence: 1 }, 'needs-planned-evidence'],
    ['submitted', 'accept', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['submitted', 'return', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['submitted', 'recall', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['draft', 'withdraw', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['submitted', 'withdraw', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['returned', 'withdraw', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['draft', 'remind', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['draft', 'remind', 'it can no longer be sent', { deadlinePassed: true }, 'needs-time'],
    ['draft', 'remind', 'the unit was reminded today', { remindedToday: true }, 'needs-day-since-reminder'],
    ['returned', 'remind', 'the list is compiled', { cycleOpen: false }, 'needs-open-registration'],
    ['returned', 'remind', 'the unit was reminded today', { remindedToday: true }, 'needs-day-since-reminder'],
  ])('%s knows no %s while %s', (state, type, _, facts, code) => {
    expect(() => advance(registrationMachine, state, { ...ready, ...facts }, { type })).toThrow(code);
  });

  it('that was returned may be sent again after the deadline', () => {
    expect(advance(registrationMachine, 'returned', { ...ready, deadlinePassed: true }, { type: 'submit' }).state).toBe('submitted');
  });

  it('that was returned has time beyond the deadline, and so its unit can be reminded of it', () => {
    expect(advance(registrationMachine, 'returned', { ...ready, deadlinePassed: true }, { type: 'remind' }).state).toBe('returned');
  });

  it('says everything that is missing at once, with the figures that fill the sentence', () => {
    const needs = unmetNeeds(registrationMachine, 'draft', { ...ready, aimKnown: false, targetsWithoutEvidence: 2 }, { type: 'submit' });
    expect(needs.map(({ code }) => code)).toEqual(['needs-aim', 'needs-planned-evidence']);
    expect(needs[1]!.filling).toMatchObject({ targetsWithoutEvidence: 2 });
  });

  it.each([
    ['accepted', 'recall'],
    ['accepted', 'submit'],
    ['returned', 'accept'],
    ['withdrawn', 'submit'],
    ['draft', 'accept'],
    ['submitted', 'remind'],
    ['accepted', 'remind'],
    ['withdrawn', 'remind'],
  ])('%s knows no %s', (state, type) => {
    expect(() => advance(registrationMachine, state, ready, { type })).toThrow('not-in-this-state');
  });

  it('has the states that its records may have', () =>
    expect(Object.keys(registrationMachine.states).sort()).toEqual([...REGISTRATION_STATES].sort()));
});

describe('how far a right on a registration reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the officer drafts for the own unit', 'unit-officer', 'edit', {}, ['unitId']],
    ['the deputy drafts for the own unit', 'unit-deputy', 'edit', {}, ['unitId']],
    ['the head submits for the own unit', 'unit-head', 'submit', {}, ['unitId']],
    [
      'the head of the unit that is charged with it accepts',
      'unit-head',
      'accept',
      { unitId: 'peer', reviewerUnitId: MARKERS['own-unit'] },
      ['reviewerUnitId'],
    ],
    ['the group leader reads those of the group', 'group-leader', 'read', {}, ['blocId', 'cycleId', 'groupId']],
    ['the secretary reads those of the year', 'bloc-secretary', 'read', {}, ['blocId', 'cycleId']],
    [
      'the secretary accepts where no unit can judge',
      'bloc-secretary',
      'accept',
      { unitId: 'peer', reviewerUnitId: null },
      ['blocId', 'cycleId', 'reviewerUnitId'],
    ],
    ['the group leader reminds those of the group', 'group-leader', 'remind', {}, ['blocId', 'cycleId', 'groupId']],
    ['the secretary reminds those of the year', 'bloc-secretary', 'remind', {}, ['blocId', 'cycleId']],
    ['the head of the bloc reads those of the year', 'bloc-head', 'read', {}, ['blocId', 'cycleId']],
    ['the deputy head reads those of the year', 'deputy-head', 'read', {}, ['blocId', 'cycleId']],
    [
      'the council secretary reads what was accepted in the province',
      'council-secretary',
      'read',
      { state: 'accepted' },
      ['provinceId', 'state'],
    ],
    ['a council member reads what was accepted in the province', 'council-member', 'read', { state: 'accepted' }, ['provinceId', 'state']],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Registration', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});

describe('nobody judges the registration of their own unit', () => {
  it.each(['accept', 'return'])('not even where no unit can: %s', (action) =>
    expect(may(abilityFor(probing('bloc-secretary')), action, 'Registration', { ...OWN_SCOPES, reviewerUnitId: null })).toBe(false),
  );
});
