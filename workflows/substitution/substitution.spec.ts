import { abilityFor, grantingPost, may, refusalOf } from '../ability.js';
import { personsOf, unitsOf, type Actor, type Post, type Role, type StandIn } from '../actor.js';
import { advance } from '../advance.js';
import { MARKERS, OWN_SCOPES } from '../law/probe.js';
import { permissions } from '../permissions.js';
import { grants } from '../law/probe.js';
import { AREAS, areaOf, reaches, type Area } from './area.js';
import { minuteInWords } from './minute.js';
import { unmetForNaming, type NamingFacts } from './naming.js';
import { substitutionMachine } from './substitution.machine.js';
import { SUBSTITUTION_STATES, SubstitutionDraft } from './substitution.schema.js';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const [SELF, PRINCIPAL, OWN_UNIT, THEIR_UNIT, OWN_POST, SUBSTITUTION, THEIR_POST] = [1, 2, 3, 4, 5, 6, 7].map(id) as [string, string, string, string, string, string, string]; // prettier-ignore
const [BLOC, YEAR] = [id(8), id(9)];
const standsFor = (areas: readonly Area[]): StandIn => ({
  personId: PRINCIPAL,
  name: 'Trưởng',
  manner: 'KT',
  areas: [...areas],
  postId: THEIR_POST,
  until: '2020-12-31T00:00:00Z',
  ownTitle: 'Phó Chủ tịch',
  ownUnitId: OWN_UNIT,
  bound: { persons: [PRINCIPAL], units: [THEIR_UNIT] },
});
const post = (role: Role, change: Partial<Post> = {}): Post => ({
  ...{ id: OWN_POST, role, title: '', provinceId: null, unitId: OWN_UNIT, blocId: BLOC, cycleId: YEAR, groupId: null },
  ...change,
});
const instead = (role: Role, areas: readonly Area[] = AREAS): Post =>
  post(role, { id: SUBSTITUTION, unitId: THEIR_UNIT, standsFor: standsFor(areas) });
const person = (...posts: Post[]): Actor => ({ kind: 'person', personId: SELF, name: 'Phó', posts, actingAs: null });
const deputy = (areas: readonly Area[] = AREAS, ...roles: Role[]): Actor =>
  person(post('unit-deputy'), ...(roles.length > 0 ? roles : (['unit-head'] as const)).map((role) => instead(role, areas)));

const theirs = { unitId: THEIR_UNIT, blocId: BLOC, cycleId: YEAR, state: 'draft', reviewerUnitId: null, verifierUnitId: null };

describe('what one may do in another’s stead', () => {
  it.each<[string, Actor, string, string, object, boolean]>([
    ['submits the other’s registration', deputy(['registrations']), 'submit', 'Registration', theirs, true],
    ['does not, without that area', deputy(['scores', 'report']), 'submit', 'Registration', theirs, false],
    ['judges what the other’s unit judges', deputy(['registrations']), 'accept', 'Registration', { ...theirs, unitId: id(0), reviewerUnitId: THEIR_UNIT }, true], // prettier-ignore
    ['signs for the head of the bloc', deputy(['documents'], 'bloc-head'), 'sign', 'Document', { ...theirs, proposedBy: null, checkedBy: null }, true], // prettier-ignore
    ['does not close the year with the documents', deputy(['documents'], 'bloc-head'), 'close', 'Cycle', { ...theirs, id: YEAR }, false],
    ['reads the year around the documents', deputy(['documents'], 'bloc-head'), 'read', 'Cycle', { ...theirs, id: YEAR }, true],
    ['closes it with the area of the year', deputy(['year'], 'bloc-head'), 'close', 'Cycle', { ...theirs, id: YEAR }, true],
    ['keeps the everyday rights of a deputy', deputy(['year']), 'edit', 'Registration', { ...theirs, unitId: OWN_UNIT }, true],
    ['names nobody for the other', deputy(), 'create', 'Substitution', { principalPostId: SUBSTITUTION }, false],
    ['nor for the other’s own post', deputy(), 'create', 'Substitution', { principalPostId: THEIR_POST }, false],
    ['ends nothing for the other', deputy(), 'end', 'Substitution', { principalPostId: THEIR_POST, substitutePostId: OWN_POST }, false],
    ['reads what was given to them', deputy(), 'read', 'Substitution', { principalPostId: THEIR_POST, substitutePostId: OWN_POST }, true],
  ])('%s', (_, actor, action, kind, record, allowed) => expect(may(abilityFor(actor), action, kind, record)).toBe(allowed));

  it('names the own post first, and the substitution where only that grants it', () => {
    expect(grantingPost(deputy(), 'edit', 'Registration', { ...theirs, unitId: OWN_UNIT })?.id).toBe(OWN_POST);
    expect(grantingPost(deputy(), 'submit', 'Registration', theirs)).toMatchObject({
      id: SUBSTITUTION,
      standsFor: { personId: PRINCIPAL },
    });
  });

  it('is used alone by whoever chose that capacity', () => {
    const acting = { ...deputy(), actingAs: SUBSTITUTION };
    expect(may(abilityFor(acting), 'edit', 'Registration', { ...theirs, unitId: OWN_UNIT })).toBe(false);
    expect(may(abilityFor(acting), 'submit', 'Registration', theirs)).toBe(true);
  });
});

describe('what is forbidden in another’s stead', () => {
  const charged = { ...theirs, unitId: id(0), verifierUnitId: THEIR_UNIT, reviewedBy: null, reviewedFor: null };
  const signable = { ...theirs, proposedBy: null, checkedBy: null };
  it.each<[string, Actor, string, string, object, string]>([
    ['the record of the unit that one stands in for', person(post('unit-head'), instead('bloc-head')), 'accept', 'Registration', { ...theirs, reviewerUnitId: OWN_UNIT }, 'own-unit'], // prettier-ignore
    ['the record of the own unit, by the other’s right', deputy(), 'accept', 'Registration', { ...theirs, unitId: OWN_UNIT, reviewerUnitId: THEIR_UNIT }, 'own-unit'], // prettier-ignore
    ['a peer sheet on the own unit, by the other’s right', deputy(), 'submit', 'Sheet', { unitId: OWN_UNIT, raterUnitId: THEIR_UNIT }, 'own-unit'], // prettier-ignore
    ['verifying what the other reviewed', deputy(), 'verify', 'Scorecard', { ...charged, reviewedBy: PRINCIPAL }, 'own-entry'],
    ['verifying what one reviewed oneself', deputy(), 'verify', 'Scorecard', { ...charged, reviewedBy: SELF }, 'own-entry'],
    [
      'returning what somebody reviewed for the other',
      deputy(),
      'return',
      'Scorecard',
      { ...charged, reviewedFor: PRINCIPAL },
      'own-entry',
    ],
    ['signing what the other passed', deputy(AREAS, 'bloc-head'), 'sign', 'Document', { ...signable, checkedBy: PRINCIPAL }, 'own-entry'],
    ['opening what one passed oneself', deputy(AREAS, 'bloc-head'), 'prepare', 'Document', { ...signable, checkedBy: SELF }, 'own-entry'],
  ])('%s', (_, actor, action, kind, record, reason) => {
    expect(may(abilityFor(actor), action, kind, record)).toBe(false);
    expect(refusalOf(abilityFor(actor), action, kind, record)).toBe(reason);
  });

  it('what somebody did in one’s stead: it counts as the own', () => {
    const principal: Actor = { ...person(post('unit-head', { unitId: THEIR_UNIT })), personId: PRINCIPAL };
    const reviewed = { ...charged, reviewedBy: SELF, reviewedFor: PRINCIPAL };
    expect(refusalOf(abilityFor(principal), 'verify', 'Scorecard', reviewed)).toBe('own-entry');
    expect(may(abilityFor(principal), 'verify', 'Scorecard', charged)).toBe(true);
  });

  it('what the other could not do either, since that one belongs to the judged unit or stands in for somebody who does', () => {
    const far = { ...standsFor(AREAS), bound: { persons: [PRINCIPAL, id(0)], units: [THEIR_UNIT, id(0)] } };
    const bound = abilityFor(person(post('unit-deputy'), { ...instead('unit-head'), standsFor: far }));
    expect(refusalOf(bound, 'accept', 'Registration', { ...theirs, unitId: id(0), reviewerUnitId: THEIR_UNIT })).toBe('own-unit');
    expect(refusalOf(bound, 'verify', 'Scorecard', { ...charged, unitId: OWN_POST, reviewedBy: id(0) })).toBe('own-entry');
  });

  it('follows both persons and both units', () => {
    expect(personsOf(deputy())).toEqual([SELF, PRINCIPAL]);
    expect(unitsOf(deputy())).toEqual([OWN_UNIT, THEIR_UNIT]);
    expect(personsOf({ ...deputy(), personId: null, posts: [] })).toEqual([]);
  });
});

describe('what a substitution may reach', () => {
  const kinds = [...new Set(grants(permissions).map(({ kind }) => kind))];
  it.each(['Province', 'Unit', 'Person', 'Post', 'Bloc', 'Council', 'Substitution', 'MailSettings', 'SigningKey'])('is no %s', (kind) => {
    expect(kinds).toContain(kind);
    expect(reaches(AREAS, 'read', kind)).toBe(false);
    expect(areaOf(kind)).toBeNull();
  });
  it('is every record of a year, in one area each; keeping the installation is not handed on', () => {
    const others = kinds.filter(
      (kind) => !['Province', 'Unit', 'Person', 'Post', 'Bloc', 'Council', 'Substitution', 'MailSettings', 'SigningKey'].includes(kind),
    );
    expect(others.map((kind) => [kind, AREAS.filter((area) => reaches([area], 'submit', kind)).length])).toEqual(others.map((kind) => [kind, 1])); // prettier-ignore
  });
});

describe('naming somebody', () => {
  const now = new Date('2020-12-01T02:00:30Z');
  const facts: NamingFacts = { ownPost: true, fits: true, loops: false, other: '', from: now, to: new Date('2020-12-10T10:00:00Z'), now };
  it.each<[string, Partial<NamingFacts>, string[]]>([
    ['with all in order', {}, []],
    ['who fits for a post that is not one’s own', { ownPost: false, fits: false }, ['needs-own-post']],
    ['who does not fit', { fits: false }, ['needs-fitting-post']],
    ['by whom one was named', { loops: true }, ['needs-no-loop']],
    ['beside another', { other: 'Người khác' }, ['needs-no-other-substitute']],
    ['from this very minute on', { from: new Date('2020-12-01T02:00:00Z') }, []],
    ['from an hour ago on', { from: new Date('2020-12-01T01:00:00Z') }, ['needs-sound-period']],
    ['until now', { to: now }, ['needs-sound-period']],
    ['for half a minute that is over', { from: new Date('2020-12-01T02:00:00Z'), to: now }, ['needs-sound-period']],
    ['until before it begins', { from: new Date('2020-12-11T00:00:00Z') }, ['needs-sound-period']],
    ['for a year', { to: new Date('2021-12-01T02:00:30Z') }, []],
    ['for longer', { to: new Date('2021-12-03T00:00:00Z') }, ['needs-sound-period']],
    ['with several things wrong', { fits: false, loops: true }, ['needs-fitting-post', 'needs-no-loop']],
  ])('%s', (_, change, codes) => expect(unmetForNaming({ ...facts, ...change }).map(({ code }) => code)).toEqual(codes));

  const draft = { principalPostId: OWN_POST, substitutePostId: THEIR_POST, areas: ['documents'], to: '2020-12-10T17:00:00+07:00' };
  const paper = { number: '05/GUQ', day: '2020-12-01' };
  it.each<[string, object, boolean]>([
    ['KT. needs no paper', { manner: 'KT' }, true],
    ['KT. may be for the head of a bloc alone', { manner: 'KT', cycleId: YEAR }, true],
    ['TUQ. rests on a paper', { manner: 'TUQ', paper }, true],
    ['TUQ. without it is none', { manner: 'TUQ' }, false],
    ['TUQ. is never for the head of a bloc alone', { manner: 'TUQ', paper, cycleId: YEAR }, false],
    ['an area stands once', { manner: 'KT', areas: ['documents', 'documents'] }, false],
    ['nothing of it comes from outside', { manner: 'KT', state: 'ended' }, false],
  ])('%s', (_, change, sound) => expect(SubstitutionDraft.safeParse({ ...draft, ...change }).success).toBe(sound));
});

describe('a substitution', () => {
  it('is ended while it runs', () =>
    expect(advance(substitutionMachine, 'given', { over: false }, { type: 'end' })).toEqual({ state: 'ended', letters: [] }));
  it('is not ended when its time is over', () =>
    expect(() => advance(substitutionMachine, 'given', { over: true }, { type: 'end' })).toThrow('needs-running-substitution'));
  it('has the states that its records may have', () =>
    expect(Object.keys(substitutionMachine.states).sort()).toEqual([...SUBSTITUTION_STATES].sort()));
  it('tells its minutes as they are read in Vietnam', () =>
    expect(minuteInWords(new Date('2020-12-31T17:05:00Z'))).toEqual({ vi: '00 giờ 05 ngày 01/01/2021', en: '00:05 on 1 January 2021' }));
});

describe('how far a right on a substitution reaches', () => {
  it.each<[string, Role, string, string]>([
    ['a head names for the own post', 'unit-head', 'create', 'principalPostId'],
    ['a head ends for the own post', 'unit-head', 'end', 'principalPostId'],
    ['a head reads what was given', 'unit-head', 'read', 'principalPostId'],
    ['a head reads what was got', 'unit-head', 'read', 'substitutePostId'],
    ['a deputy reads what was got', 'unit-deputy', 'read', 'substitutePostId'],
    ['an officer reads what was got', 'unit-officer', 'read', 'substitutePostId'],
  ])('%s, and no further', (_, role, action, column) => {
    const own = person({ ...post(role), ...OWN_SCOPES, id: MARKERS['own-post'] });
    expect(may(abilityFor(own), action, 'Substitution', { [column]: MARKERS['own-post'] })).toBe(true);
    expect(may(abilityFor(own), action, 'Substitution', { [column]: 'other' })).toBe(false);
  });
  it.each<Role>(['administrator', 'council-secretary', 'bloc-secretary', 'unit-deputy', 'unit-officer', 'bloc-head'])(
    '%s names nobody',
    (role) =>
    expect(may(abilityFor(person({ ...post(role), ...OWN_SCOPES, id: MARKERS['own-post'] })), 'create', 'Substitution', { principalPostId: MARKERS['own-post'] })).toBe(false), // prettier-ignore
  );
});
