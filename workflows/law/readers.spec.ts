import { abilityFor, may } from '../ability.js';
import { HELD_ROLES, SYSTEM } from '../actor.js';
import { machines } from '../machines.js';
import { permissions } from '../permissions.js';
import { grants, OWN_SCOPES, probing, ROLES } from './probe.js';
import { standings } from './standing.model.js';

const KEEPERS = 'administrator council-secretary';
const COUNCIL = 'council-secretary council-member';
const LEADERS = 'bloc-head deputy-head';
const UNIT_PEOPLE = 'unit-head unit-deputy unit-officer';
/** Each of the posts, in these states alone. */
const once = (states: string, posts: string): string =>
  posts
    .split(' ')
    .flatMap((post) => states.split(' ').map((state) => `${post}@${state}`))
    .join(' ');

/** Who may do what that is no event, written by hand from the house's documents; `role@state`: in that state alone. */
const WHO: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Province: { read: KEEPERS, create: 'administrator' },
  Bloc: { read: `${KEEPERS} council-member bloc-secretary`, create: KEEPERS },
  Unit: { read: `${KEEPERS} council-member ${UNIT_PEOPLE}`, create: KEEPERS },
  Person: { read: KEEPERS, create: KEEPERS },
  Substitution: { read: UNIT_PEOPLE, create: 'unit-head' },
  Cycle: {
    read: `${COUNCIL} ${LEADERS} bloc-secretary records-officer observer bloc-member`,
    edit: 'council-secretary bloc-secretary',
    create: 'council-secretary',
  },
  Registration: { read: `${UNIT_PEOPLE} group-leader bloc-secretary ${LEADERS} ${once('accepted', COUNCIL)}`, edit: UNIT_PEOPLE },
  Scorecard: {
    read: `${UNIT_PEOPLE} bloc-member bloc-secretary ${LEADERS} ${once('reviewed verified', 'group-leader council-secretary')} council-member@verified`,
    edit: UNIT_PEOPLE,
  },
  Sheet: { read: UNIT_PEOPLE, edit: UNIT_PEOPLE },
  Ranking: { read: `bloc-secretary ${LEADERS} ${once('published', `bloc-member records-officer observer ${COUNCIL}`)}` },
  Round: {
    read: `bloc-secretary ${LEADERS} ${once('open tied decided', 'bloc-member')} ${once('decided', `records-officer observer ${COUNCIL}`)}`,
  },
  Section: { read: `${UNIT_PEOPLE} bloc-secretary ${LEADERS} bloc-member@accepted`, edit: UNIT_PEOPLE },
  Report: { read: `bloc-secretary ${LEADERS} ${once('frozen', 'records-officer bloc-member')}`, edit: 'bloc-secretary bloc-head' },
  Document: {
    read: `bloc-secretary records-officer ${LEADERS} ${once('issued', `bloc-member observer ${COUNCIL}`)}`,
    create: 'bloc-secretary',
  },
  Dispatch: { read: `bloc-secretary records-officer ${LEADERS} ${once('sent', COUNCIL)}`, create: 'records-officer' },
  Receipt: { read: `bloc-secretary records-officer ${LEADERS} ${UNIT_PEOPLE} ${COUNCIL}` },
  Council: { read: COUNCIL },
  MailSettings: { read: 'administrator', test: 'administrator' },
  SigningKey: { read: 'administrator' },
};
const ACTIONS = ['read', 'edit', 'create', 'test'];

const machineOf = (kind: string) => Object.entries(machines).find(([, { id }]) => id === kind);

describe.each(Object.keys(WHO))('a %s', (kind) => {
  it('is read, written and made by nobody whom the table does not name, however the record stands to them', () => {
    const [name, machine] = machineOf(kind) ?? [kind, null];
    const states = machine ? Object.keys(machine.states) : [''];
    const wrong: string[] = [];
    for (const role of ROLES) {
      const rights = abilityFor(probing(role), kind);
      for (const action of ACTIONS) {
        const named = (WHO[kind]![action] ?? '').split(' ');
        for (const state of states) {
          const passes = standings(name).some((standing) => may(rights, action, kind, { ...standing, state }));
          if (passes !== (named.includes(role) || named.includes(`${role}@${state}`)))
            wrong.push(`${role} ${action} in ${state}: ${passes ? 'passes' : 'is refused'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('every kind of record that anybody reads has its table', () =>
  expect([...new Set(grants(permissions).flatMap(({ kind, actions }) => (actions.includes('read') ? [kind] : [])))].sort()).toEqual(
    Object.keys(WHO).sort(),
  ));

describe('a post is given', () => {
  const given = (role: (typeof ROLES)[number], change: object = {}) =>
    HELD_ROLES.filter((post) => may(abilityFor(probing(role)), 'give', 'Post', { ...OWN_SCOPES, role: post, ...change }));

  it('whatever it is by an administrator, in every province', () =>
    expect(given('administrator', { provinceId: 'elsewhere' })).toEqual(HELD_ROLES));

  it('by a council secretary below the own height, in the own province alone', () => {
    expect(given('council-secretary')).toEqual(HELD_ROLES.filter((post) => !['council-secretary', 'administrator'].includes(post)));
    expect(given('council-secretary', { provinceId: 'elsewhere' })).toEqual([]);
  });

  it.each(ROLES.filter((role) => !KEEPERS.split(' ').includes(role)))('by no %s', (role) => expect(given(role)).toEqual([]));
});

it('the program reads the papers and cards that wait for it, and nothing else', () =>
  expect(Object.keys(WHO).filter((kind) => may(abilityFor(SYSTEM), 'read', kind, OWN_SCOPES))).toEqual(['Scorecard', 'Document']));
