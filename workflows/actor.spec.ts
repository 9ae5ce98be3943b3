import { personsOf, postsInUse, unitsOf, type Actor, type Post, type StandIn } from './actor.js';

const LAN = '00000000-0000-4000-8000-000000000001';
const MINH = '00000000-0000-4000-8000-000000000002';
const HOA = '00000000-0000-4000-8000-000000000003';

const standIn = (persons: string[], units: string[]) => ({ personId: persons[0], bound: { persons, units } }) as unknown as StandIn;
const post = (id: string, unitId: string | null, standsFor?: StandIn | null): Post => ({
  id,
  role: unitId ? 'unit-head' : 'council-member',
  title: '',
  provinceId: 'bac-giang',
  unitId,
  blocId: null,
  cycleId: null,
  groupId: null,
  ...(standsFor === undefined ? {} : { standsFor }),
});
const person = (posts: Post[], more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId: LAN,
  name: 'Nguyễn Thị Lan',
  posts,
  actingAs: null,
  ...more,
});

const own = post('own', 'hoi-luat-gia');
const council = post('council', null);
const substitute = post('substitute', 'hoi-nha-bao', standIn([MINH, HOA], ['hoi-nha-bao', 'hoi-dong-y']));

describe('a person belongs to', () => {
  it.each<[string, Post[], string[]]>([
    ['no unit without a post', [], []],
    ['no unit by a post of the province', [council], []],
    ['the unit of a post', [own, council], ['hoi-luat-gia']],
    ['every unit of several posts, each once', [own, post('officer', 'hoi-dong-y'), own], ['hoi-luat-gia', 'hoi-dong-y']],
    ['the units of all whom they stand in for', [own, substitute], ['hoi-luat-gia', 'hoi-nha-bao', 'hoi-dong-y']],
    ['no other unit where nobody is stood in for', [post('own', 'hoi-luat-gia', null)], ['hoi-luat-gia']],
  ])('%s', (_, posts, units) => {
    const actor = person(posts);
    expect(unitsOf(actor)).toEqual(units);
    expect(unitsOf(actor)).toEqual(units);
  });

  it('the units of every post, whichever is in use', () =>
    expect(unitsOf(person([own, substitute], { actingAs: 'own' }))).toEqual(['hoi-luat-gia', 'hoi-nha-bao', 'hoi-dong-y']));
});

describe('what counts as done by a person is done', () => {
  it.each<[string, Actor, string[]]>([
    ['by that person', person([own, council]), [LAN]],
    ['by whomever they stand in for, too', person([own, substitute]), [LAN, MINH, HOA]],
    ['by each of them once', person([post('a', null, standIn([LAN, MINH], [])), substitute]), [LAN, MINH, HOA]],
    ['by nobody, where the program acts', person([], { kind: 'system', personId: null }), []],
  ])('%s', (_, actor, persons) => expect(personsOf(actor)).toEqual(persons));
});

describe('a person acts', () => {
  it('by all posts where none was chosen', () => expect(postsInUse(person([own, council]))).toEqual([own, council]));

  it('by the chosen post with its duties, and no other', () => {
    const duty: Post = { ...own, role: 'group-leader', blocId: 'bloc', cycleId: 'year', groupId: 'group' };
    expect(postsInUse(person([own, council, duty], { actingAs: 'own' }))).toEqual([own, duty]);
  });

  it('by no post where the chosen one is no longer held', () =>
    expect(postsInUse(person([own, council], { actingAs: 'ended' }))).toEqual([]));
});
