import { OWN_SCOPES, probing } from '../law/probe.js';
import { abilityFor, may, refusalOf } from '../ability.js';
import type { Actor, Post, Role } from '../actor.js';
import { advance, unmetNeeds } from '../advance.js';
import { NO_REMINDER } from '../progress/reminder.js';
import type { Indicator } from './content.schema.js';
import { countWords, sectionFacts } from './section.facts.js';
import { sectionMachine } from './section.machine.js';
import { SECTION_STATES, type SectionFacts } from './section.schema.js';

const ready: SectionFacts = { reportOpen: true, paragraphs: 2, repeatedKeys: '', ...NO_REMINDER };

describe('a section of the report', () => {
  it.each([
    ['draft', 'submit', 'submitted', ['section-submitted']],
    ['submitted', 'accept', 'accepted', ['section-accepted']],
    ['submitted', 'return', 'returned', ['section-returned']],
    ['submitted', 'recall', 'draft', []],
    ['returned', 'submit', 'submitted', ['section-submitted']],
    ['draft', 'remind', 'draft', ['section-reminded']],
    ['returned', 'remind', 'returned', ['section-reminded']],
    ['accepted', 'reopen', 'returned', ['section-returned']],
  ])('%s, %s → %s', (state, type, to, letters) => {
    expect(advance(sectionMachine, state, ready, { type })).toEqual({ state: to, letters: letters.map((name) => ({ name })) });
  });

  it.each([
    ['draft', 'submit', 'the report is frozen', { reportOpen: false }, 'needs-open-report'],
    ['draft', 'submit', 'it has no text', { paragraphs: 0 }, 'needs-text'],
    ['returned', 'submit', 'a figure stands twice', { repeatedKeys: 'Hội viên' }, 'needs-single-indicators'],
    ['submitted', 'accept', 'the report is frozen', { reportOpen: false }, 'needs-open-report'],
    ['submitted', 'return', 'the report is frozen', { reportOpen: false }, 'needs-open-report'],
    ['submitted', 'recall', 'the report is frozen', { reportOpen: false }, 'needs-open-report'],
    ['draft', 'remind', 'the report is frozen', { reportOpen: false }, 'needs-open-report'],
    ['returned', 'remind', 'the unit was reminded today', { remindedToday: true }, 'needs-day-since-reminder'],
    ['accepted', 'reopen', 'the report is frozen', { reportOpen: false }, 'needs-open-report'],
  ])('%s knows no %s while %s', (state, type, _, facts, code) => {
    expect(() => advance(sectionMachine, state, { ...ready, ...facts }, { type })).toThrow(code);
  });

  it('is accepted whatever its length and gaps: findings stop nobody', () => {
    expect(advance(sectionMachine, 'submitted', { ...ready, paragraphs: 0, repeatedKeys: 'Hội viên' }, { type: 'accept' }).state).toBe(
      'accepted',
    );
  });

  it.each([
    ['draft', 'accept'],
    ['returned', 'accept'],
    ['accepted', 'recall'],
    ['accepted', 'submit'],
    ['submitted', 'submit'],
    ['submitted', 'remind'],
    ['accepted', 'remind'],
  ])('%s knows no %s', (state, type) => {
    expect(() => advance(sectionMachine, state, ready, { type })).toThrow('not-in-this-state');
  });

  it('has the states that its records may have', () =>
    expect(Object.keys(sectionMachine.states).sort()).toEqual([...SECTION_STATES].sort()));
});

const figure = (key: string, label: string): Indicator => ({ key, label, value: 1, unit: 'người', qualifier: 'exact' });

describe('what a section is asked', () => {
  it.each([
    [['Một đoạn.', '  ', ''], 1],
    [[], 0],
  ])('of %j it counts %i paragraphs with text', (paragraphs, count) => {
    expect(sectionFacts({ paragraphs, indicators: [] }, 'draft').paragraphs).toBe(count);
  });

  it('is what its figures repeat, by the names that people read', () => {
    const indicators = [figure('a', 'Hội viên'), figure('b', 'Chi hội'), figure('a', 'Hội viên mới'), figure('a', 'Hội viên mới')];
    const facts = sectionFacts({ paragraphs: ['Đoạn.'], indicators }, 'draft');
    expect(facts.repeatedKeys).toBe('Hội viên mới');
    const [need] = unmetNeeds(sectionMachine, 'draft', facts, { type: 'submit' });
    expect(need).toMatchObject({ code: 'needs-single-indicators', filling: { repeatedKeys: 'Hội viên mới' } });
  });

  it.each([
    ['draft', true],
    ['frozen', false],
  ])('is open while the report is %s: %s', (state, open) =>
    expect(sectionFacts({ paragraphs: [], indicators: [] }, state).reportOpen).toBe(open),
  );
});

describe('the words of a section', () => {
  it.each([
    [['Hội có 10 hội cấp huyện và 4 chi hội.'], 10],
    [['Hội   Đông y\ntỉnh', 'Bắc Giang'], 6],
    [['Quỹ – 3,2 tỷ đồng; tăng 5 %'], 6],
    [['', '  '], 0],
    [[], 0],
  ])('of %j are %i', (paragraphs, words) => expect(countWords(paragraphs)).toBe(words));
});

describe('who may do what with a section', () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const post = (role: Role, unit: number | null): Post => ({
    id: id(9),
    role,
    title: '',
    provinceId: id(8),
    unitId: unit === null ? null : id(unit),
    blocId: id(7),
    cycleId: id(6),
    groupId: null,
  });
  const person = (...posts: Post[]): Actor => ({ kind: 'person', personId: id(5), name: 'Người thử', posts, actingAs: null });
  const section = { blocId: id(7), cycleId: id(6), unitId: id(1), state: 'submitted' };

  it.each<[string, Actor, string, object, boolean]>([
    ['the officer writes', person(post('unit-officer', 1)), 'edit', section, true],
    ['the officer does not submit', person(post('unit-officer', 1)), 'submit', section, false],
    ['the head submits', person(post('unit-head', 1)), 'submit', section, true],
    ['the head takes it back', person(post('unit-head', 1)), 'recall', section, true],
    ['another unit’s head does not', person(post('unit-head', 2)), 'submit', section, false],
    ['the secretary accepts', person(post('bloc-secretary', null)), 'accept', section, true],
    ['the secretary does not write it', person(post('bloc-secretary', null)), 'edit', section, false],
    ['the bloc’s head reads it', person(post('bloc-head', 2)), 'read', section, true],
    ['a member does not read it before it is accepted', person(post('bloc-member', 2)), 'read', section, false],
    ['a member reads it once it is', person(post('bloc-member', 2)), 'read', { ...section, state: 'accepted' }, true],
    ['an observer does not', person(post('observer', null)), 'read', { ...section, state: 'accepted' }, false],
    ['a secretary of that unit does not accept', person(post('bloc-secretary', null), post('unit-officer', 1)), 'accept', section, false],
  ])('%s', (_, actor, action, record, allowed) => expect(may(abilityFor(actor), action, 'Section', record)).toBe(allowed));

  it('tells a secretary of that unit who does instead', () =>
    expect(refusalOf(abilityFor(person(post('bloc-secretary', null), post('unit-officer', 1))), 'accept', 'Section', section)).toBe(
      'needs-other-secretary',
    ));
});

describe('how far a right on a section reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the officer writes that of the own unit', 'unit-officer', 'edit', {}, ['unitId']],
    ['the deputy writes that of the own unit', 'unit-deputy', 'edit', {}, ['unitId']],
    ['the head submits that of the own unit', 'unit-head', 'submit', {}, ['unitId']],
    ['the secretary accepts those of the year', 'bloc-secretary', 'accept', { unitId: 'member' }, ['blocId', 'cycleId']],
    ['the secretary reminds those of the year', 'bloc-secretary', 'remind', {}, ['blocId', 'cycleId']],
    ['the head of the bloc reads those of the year', 'bloc-head', 'read', {}, ['blocId', 'cycleId']],
    ['the deputy head reads those of the year', 'deputy-head', 'read', {}, ['blocId', 'cycleId']],
    ['a member reads an accepted one', 'bloc-member', 'read', { state: 'accepted' }, ['blocId', 'cycleId', 'state']],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Section', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});

describe('a secretary leaves the section of their own unit to another', () => {
  it.each(['accept', 'return', 'reopen'])('%s', (action) =>
    expect(refusalOf(abilityFor(probing('bloc-secretary')), action, 'Section', OWN_SCOPES)).toBe('needs-other-secretary'),
  );
});
