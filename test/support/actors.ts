import type { Actor, HeldRole, Post, Recusal } from '@thidua/workflows/actor';
import { HELD_ROLES, Manner } from '@thidua/workflows/actor';
import { AREAS } from '@thidua/workflows/substitution/area';
import fc from 'fast-check';

const uuid = (kind: string, n: number) => `00000000-0000-4000-8000-0000000${kind}000${n}`;
const several = (kind: string, count: number) => Array.from({ length: count }, (_, at) => uuid(kind, at + 1));

/** The few scopes of a small made-up world, so that actors and records often meet. */
export const POOL = {
  units: several('a', 3),
  provinces: several('b', 2),
  blocs: several('c', 2),
  cycles: several('d', 2),
  groups: several('e', 2),
  people: several('f', 3),
  posts: several('9', 3),
  records: several('8', 3),
};

/** Where a unit stands in a year. */
interface Place {
  readonly cycle: number;
  readonly group: string | null;
  readonly heads: boolean;
  readonly deputises: boolean;
  readonly leads: readonly string[];
}

const one = (values: readonly string[]) => fc.constantFrom(...values);
const place: fc.Arbitrary<Place | null> = fc.option(
  fc.record({
    cycle: fc.nat(1),
    group: fc.option(one(POOL.groups)),
    heads: fc.boolean(),
    deputises: fc.boolean(),
    leads: fc.subarray(POOL.groups),
  }),
);

const NO_SCOPE = { unitId: null, blocId: null, cycleId: null, groupId: null };

/** A post with the scopes that the table `post` demands of its role. */
function held(role: HeldRole, number: number, unitId: string, cycle: number, provinceId: string): Post {
  const post = { id: uuid('9', number), role, title: '', provinceId, ...NO_SCOPE };
  if (role === 'unit-head' || role === 'unit-officer' || role === 'unit-deputy') return { ...post, unitId };
  if (role === 'bloc-secretary' || role === 'records-officer' || role === 'observer')
    return { ...post, blocId: POOL.blocs[cycle]!, cycleId: POOL.cycles[cycle]! };
  return role === 'administrator' ? { ...post, provinceId: null } : post;
}

/** The duties that follow from a post in a unit, as `posts_of` derives them in the database. */
function dutiesOf(post: Post, at: Place | null): Post[] {
  if (!post.unitId || !at) return [];
  const year = { ...post, blocId: POOL.blocs[at.cycle]!, cycleId: POOL.cycles[at.cycle]! };
  const member: Post = { ...year, role: 'bloc-member', groupId: at.group };
  if (post.role !== 'unit-head') return [member];
  return [
    member,
    ...(at.heads ? [{ ...year, role: 'bloc-head' as const }] : []),
    ...(at.deputises ? [{ ...year, role: 'deputy-head' as const }] : []),
    ...at.leads.map((groupId) => ({ ...year, role: 'group-leader' as const, groupId })),
  ];
}

/** In whose stead a person acts: a head's post with its duties or, for the head of a bloc, that duty alone; some areas, never the own person. */
const stead = fc.option(
  fc.record({
    personId: one(POOL.people),
    unit: fc.nat(2),
    areas: fc.subarray([...AREAS], { minLength: 1 }),
    manner: fc.constantFrom(...Manner.options),
    blocAlone: fc.boolean(),
  }),
);

function inStead(
  { personId, unit, areas, manner, blocAlone }: NonNullable<typeof stead extends fc.Arbitrary<infer T> ? T : never>,
  at: Place | null,
): Post[] {
  const real = held('unit-head', 1, POOL.units[unit]!, 0, POOL.provinces[0]!);
  const standsFor = {
    personId,
    name: '',
    manner,
    areas,
    postId: real.id,
    until: '',
    ownTitle: '',
    ownUnitId: POOL.units[0]!,
    bound: { persons: [personId], units: [POOL.units[unit]!] },
  };
  const duties = dutiesOf(real, at);
  const used = blocAlone ? duties.filter(({ role }) => role === 'bloc-head') : [real, ...duties];
  return used.map((post) => ({ ...post, id: uuid('8', 1), standsFor }));
}

/** From what a person is recused: a unit in a year, or a record. */
const recusal: fc.Arbitrary<Recusal> = fc.record({
  kind: fc.constantFrom('Scorecard', 'Document'),
  recordId: one(POOL.records),
  cycleId: one(POOL.cycles),
  aboutUnitId: fc.option(one(POOL.units)),
});

const person: fc.Arbitrary<Actor> = fc
  .record({
    places: fc.tuple(place, place, place),
    posts: fc.array(fc.tuple(fc.constantFrom(...HELD_ROLES), fc.nat(2), fc.nat(1), one(POOL.provinces)), { maxLength: 3 }),
    personId: one(POOL.people),
    instead: stead,
    acting: fc.option(fc.nat(3)),
    recusals: fc.array(recusal, { maxLength: 2 }),
  })
  .map(({ places, posts, personId, instead, acting, recusals }) => {
    const own = posts.flatMap(([role, unit, cycle, province], at) => {
      const post = held(role, at + 1, POOL.units[unit]!, cycle, province);
      return [post, ...dutiesOf(post, places[unit]!)];
    });
    const all = instead ? [...own, ...inStead(instead, places[instead.unit]!)] : own;
    const chosen = acting === null ? null : acting === 3 ? uuid('8', 1) : uuid('9', acting + 1);
    return { kind: 'person', personId, name: '', posts: all, actingAs: all.some(({ id }) => id === chosen) ? chosen : null, recusals };
  });

const nobody = { personId: null, name: '', posts: [], actingAs: null } as const;

/** Whoever may act: mostly people with 0 to 3 posts and the duties that follow, some in another's stead, now and then the program or the bearer of a link. */
export const someActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 10, arbitrary: person },
  { weight: 1, arbitrary: fc.constantFrom<Actor>({ kind: 'system', ...nobody }, { kind: 'recipient', ...nobody }) },
);
