import { abilityFor, grantingPost, may, reachesBloc, reachesProvince, refusalOf } from './ability.js';
import { SYSTEM, type Actor, type Post, type Role } from './actor.js';
import { scope } from './permission.js';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const post = (role: Role, scopes: Partial<Post> = {}): Post => ({
  id: id(9),
  role,
  title: '',
  provinceId: id(1),
  unitId: null,
  blocId: null,
  cycleId: null,
  groupId: null,
  ...scopes,
});
const person = (...posts: Post[]): Actor => ({ kind: 'person', personId: id(8), name: 'Người', posts, actingAs: null });

const mine = { blocId: id(2), cycleId: id(3), unitId: id(4), reviewerUnitId: id(5), groupId: id(6), provinceId: id(1), state: 'submitted' };

describe('a bloc is there', () => {
  const bloc = { blocId: id(2), provinceId: id(1) };
  it.each<[string, Post | null, boolean]>([
    ['for whoever has a post in it', post('observer', { blocId: id(2), cycleId: id(3) }), true],
    ['for the people of its member units', post('bloc-member', { unitId: id(4), blocId: id(2), cycleId: id(3) }), true],
    ['for the council of its province', post('council-member'), true],
    ['for an administrator of whatever province', post('administrator', { provinceId: id(7) }), true],
    ['not for whoever has a post in another bloc', post('bloc-secretary', { blocId: id(7), cycleId: id(3) }), false],
    ['not for units that are no members of it', post('unit-head', { unitId: id(4) }), false],
    ['not for the council of another province', post('council-secretary', { provinceId: id(7) }), false],
    ['not for whoever has no post', null, false],
  ])('%s', (_, held, there) => {
    const actor = person(...(held ? [held] : []));
    expect(reachesBloc(actor, abilityFor(actor), bloc)).toBe(there);
  });

  it('for the program itself', () => expect(reachesBloc(SYSTEM, abilityFor(SYSTEM), bloc)).toBe(true));
});

describe('a province is there', () => {
  it.each<[string, Post | null, boolean]>([
    ['for its council', post('council-member'), true],
    ['for the people of its units', post('unit-officer', { unitId: id(4) }), true],
    ['for whoever has a post in one of its blocs', post('observer', { blocId: id(2), cycleId: id(3) }), true],
    ['for an administrator of whatever province', post('administrator', { provinceId: id(7) }), true],
    ['not for the council of another province', post('council-secretary', { provinceId: id(7) }), false],
    ['not for the units of another province', post('unit-head', { unitId: id(4), provinceId: id(7) }), false],
    ['not for whoever has no post', null, false],
  ])('%s', (_, held, there) => {
    const actor = person(...(held ? [held] : []));
    expect(reachesProvince(actor, abilityFor(actor), id(1))).toBe(there);
  });

  it('for the program itself', () => expect(reachesProvince(SYSTEM, abilityFor(SYSTEM), id(1))).toBe(true));
});

describe('who may do what with a registration', () => {
  it.each<[Role, Partial<Post>, string, boolean]>([
    ['unit-officer', { unitId: id(4) }, 'edit', true],
    ['unit-officer', { unitId: id(4) }, 'submit', false],
    ['unit-head', { unitId: id(4) }, 'submit', true],
    ['unit-head', { unitId: id(4) }, 'accept', false],
    ['unit-head', { unitId: id(5) }, 'accept', true],
    ['unit-head', { unitId: id(7) }, 'read', false],
    ['group-leader', { unitId: id(5), blocId: id(2), cycleId: id(3), groupId: id(6) }, 'read', true],
    ['bloc-secretary', { blocId: id(2), cycleId: id(3) }, 'read', true],
    ['bloc-secretary', { blocId: id(2), cycleId: id(3) }, 'accept', false],
    ['bloc-secretary', { blocId: id(2), cycleId: id(9) }, 'read', false],
    ['administrator', {}, 'accept', false],
    ['administrator', {}, 'read', false],
    ['observer', { blocId: id(2), cycleId: id(3) }, 'read', false],
  ])('%s %o: %s is %s', (role, scopes, action, allowed) => {
    expect(may(abilityFor(person(post(role, scopes))), action, 'Registration', mine)).toBe(allowed);
  });

  it('nobody judges the record of their own unit, whatever other post they hold', () => {
    const both = person(post('unit-head', { unitId: id(5) }), post('unit-officer', { id: id(7), unitId: id(4) }));
    expect(may(abilityFor(both), 'accept', 'Registration', mine)).toBe(false);
    expect(refusalOf(abilityFor(both), 'accept', 'Registration', mine)).toBe('own-unit');
    const acting = { ...both, actingAs: id(9) };
    expect(may(abilityFor(acting), 'accept', 'Registration', mine)).toBe(false);
  });

  it('a secretary judges where no unit reviews', () => {
    const secretary = person(post('bloc-secretary', { blocId: id(2), cycleId: id(3) }));
    expect(may(abilityFor(secretary), 'accept', 'Registration', { ...mine, reviewerUnitId: null })).toBe(true);
  });

  it('asked about one kind, knows what is granted and forbidden there, and of no other kind', () => {
    const judge = person(post('unit-head', { unitId: id(5) }));
    const rights = abilityFor(judge, 'Registration');
    expect(new Set(rights.rules.map(({ subject }) => subject))).toEqual(new Set(['Registration']));
    for (const action of ['read', 'accept', 'submit'])
      expect(may(rights, action, 'Registration', mine)).toBe(may(abilityFor(judge), action, 'Registration', mine));
    expect(refusalOf(rights, 'accept', 'Registration', { ...mine, unitId: id(5) })).toBe('own-unit');
  });

  it('without a right to it, no reason but that speaks', () =>
    expect(refusalOf(abilityFor(person()), 'accept', 'Registration', mine)).toBe('forbidden'));

  it('nothing is forbidden to the program but what it was not granted', () =>
    expect(abilityFor(SYSTEM).rules.filter(({ inverted }) => inverted)).toEqual([]));

  it('names the post by whose right one acts', () => {
    const head = post('unit-head', { id: id(7), unitId: id(5) });
    expect(grantingPost(person(post('unit-officer', { unitId: id(6) }), head), 'accept', 'Registration', mine)).toEqual(head);
    expect(grantingPost(SYSTEM, 'accept', 'Registration', mine)).toBeNull();
  });

  it.each([
    ['opens a seal, which the program does', 'unseal', 'Scorecard', {}],
    ['voids a number, which the program does', 'expire', 'Document', {}],
    ['confirms what others got, which the bearer of a link does', 'confirm', 'Receipt', { kind: 'unit', unitId: id(6) }],
  ])('no person %s', (_, action, kind, record) => {
    const busy = person(
      post('administrator'),
      post('unit-head', { unitId: id(4) }),
      post('bloc-secretary', { blocId: id(2), cycleId: id(3) }),
    );
    expect(may(abilityFor(busy), action, kind, { blocId: id(2), cycleId: id(3), provinceId: id(1), ...record })).toBe(false);
  });

  it('who acts in one capacity has the rights of that post alone', () => {
    const both = person(post('unit-head', { unitId: id(4) }), post('unit-officer', { id: id(7), unitId: id(6) }));
    const as = (actingAs: string | null) => may(abilityFor({ ...both, actingAs }), 'submit', 'Registration', mine);
    expect([as(null), as(id(9)), as(id(7))]).toEqual([true, true, false]);
  });

  it('a post without its scope is an error, never a wider right', () => {
    expect(() => abilityFor(person(post('unit-head')))).toThrow('without unitId');
    expect(() => scope(post('observer'), 'blocId')).toThrow('without blocId');
    const groupless = { ...post('bloc-member', { blocId: id(2), cycleId: id(3) }), groupId: undefined as never };
    expect(() => abilityFor(person(groupless))).toThrow('groupId is undefined');
  });
});
