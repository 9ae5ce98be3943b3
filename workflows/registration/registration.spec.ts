import { advance, unmetNeeds } from '../advance.js';
import { registrationMachine } from './registration.machine.js';
import { REGISTRATION_STATES, type RegistrationFacts } from './registration.schema.js';

const ready: RegistrationFacts = {
  cycleOpen: true,
  deadlinePassed: false,
  deadline: '15/03/2020',
  aimKnown: true,
  targets: 2,
  targetsWithoutEvidence: 0,
};

describe('a registration', () => {
  it.each([
    ['draft', 'submit', 'submitted', ['registration-submitted']],
    ['submitted', 'accept', 'accepted', ['registration-accepted']],
    ['submitted', 'return', 'returned', ['registration-returned']],
    ['submitted', 'recall', 'draft', []],
    ['returned', 'submit', 'submitted', ['registration-submitted']],
    ['draft', 'withdraw', 'withdrawn', []],
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

  it('that was returned may be sent again after the deadline', () => {
    expect(advance(registrationMachine, 'returned', { ...ready, deadlinePassed: true }, { type: 'submit' }).state).toBe('submitted');
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
  ])('%s knows no %s', (state, type) => {
    expect(() => advance(registrationMachine, state, ready, { type })).toThrow('not-in-this-state');
  });

  it('has the states that its records may have', () =>
    expect(Object.keys(registrationMachine.states).sort()).toEqual([...REGISTRATION_STATES].sort()));
});
