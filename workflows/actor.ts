import { z } from 'zod';
import { Area } from './substitution/area.js';

/** Posts that people hold. Head, deputy head and group leader of a cycle are units: those duties are derived (design.md, "Who may do what"). */
export const HELD_ROLES = [
  'unit-officer',
  'unit-head',
  'unit-deputy',
  'bloc-secretary',
  'records-officer',
  'council-secretary',
  'council-member',
  'observer',
  'administrator',
] as const;
/** What each post is held for: a unit, a bloc in a year, a province, or the whole installation. */
export const POST_SCOPES: Readonly<Record<(typeof HELD_ROLES)[number], 'unit' | 'year' | 'province' | 'installation'>> = {
  'unit-officer': 'unit',
  'unit-head': 'unit',
  'unit-deputy': 'unit',
  'bloc-secretary': 'year',
  'records-officer': 'year',
  'council-secretary': 'province',
  'council-member': 'province',
  observer: 'year',
  administrator: 'installation',
};
/**
 * Duties that follow from a unit's place in a year: its head leads the bloc, stands in for its head or leads a group;
 * its head and its officer are of a member unit.
 */
export const DUTIES = ['bloc-head', 'deputy-head', 'group-leader', 'bloc-member'] as const;
export const Role = z.enum([...HELD_ROLES, ...DUTIES]);
export type Role = z.infer<typeof Role>;
export const HeldRole = z.enum(HELD_ROLES);
export type HeldRole = z.infer<typeof HeldRole>;
/** Duties that may lack a group: a bloc need not be divided into groups. */
export const GROUPLESS: readonly Role[] = ['bloc-member'];

/** How somebody acts in another's stead: KT. (ký thay, a deputy for the head) or TUQ. (thừa ủy quyền, by a written authorisation). */
export const Manner = z.enum(['KT', 'TUQ']);
export type Manner = z.infer<typeof Manner>;

/** For whom a post is used that is not the own one: whose it is, how, in which areas, until when, and by which own post. */
export const StandIn = z.object({
  personId: z.uuid(),
  name: z.string(),
  manner: Manner,
  areas: z.array(Area),
  /** The post of the one who is stood in for. */
  postId: z.uuid(),
  until: z.iso.datetime({ offset: true }),
  /** The own post that makes the substitute fit: its title and unit. */
  ownTitle: z.string(),
  ownUnitId: z.uuid(),
  /** Everybody whom the substitute stands in for, directly or through these, and the units of all of them: one may do no more than they could. */
  bound: z.object({ persons: z.array(z.uuid()), units: z.array(z.uuid()) }),
});
export type StandIn = z.infer<typeof StandIn>;

/**
 * A post or a derived duty of a person today. `id` is the post held; a duty carries the id of the post that it follows from. What one
 * does in another's stead carries the id of the substitution.
 */
export const Post = z.object({
  id: z.uuid(),
  role: Role,
  title: z.string(),
  provinceId: z.uuid().nullable(),
  unitId: z.uuid().nullable(),
  blocId: z.uuid().nullable(),
  cycleId: z.uuid().nullable(),
  groupId: z.uuid().nullable(),
  /** Whose post it is where it is used in another's stead; without it the own one. */
  standsFor: StandIn.nullable().optional(),
});
export type Post = z.infer<typeof Post>;

/** A recusal in force as rights depend on it: of the person, or of a unit that the person belongs to in any capacity. */
export interface Recusal {
  readonly kind: string;
  readonly recordId: string;
  readonly cycleId: string;
  /** The unit that is not judged; null where no single unit is (a round, a document). */
  readonly aboutUnitId: string | null;
}

/** Who acts: a person with the posts in force today, the program itself at a deadline, or the bearer of a letter's link. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'recipient';
  /** The person's id; null for the program and for the bearer of a link. */
  readonly personId: string | null;
  readonly name: string;
  /** All posts in force: conflicts of interest follow every one of them. */
  readonly posts: readonly Post[];
  /** The post chosen by `Acting-As`, or null when the person did not choose. */
  readonly actingAs: string | null;
  /** From what the person, or a unit of theirs, is recused; without it, from nothing. It follows the person in every capacity. */
  readonly recusals?: readonly Recusal[];
}

/** The program itself, when a deadline passes or a signature is finished. */
export const SYSTEM: Actor = { kind: 'system', personId: null, name: 'Hệ thống', posts: [], actingAs: null };

/** Whoever opens the link of a letter: the link itself says for which recipient. */
export const BEARER: Actor = { kind: 'recipient', personId: null, name: 'Nơi nhận', posts: [], actingAs: null };

const units = new WeakMap<Actor, readonly string[]>();

/** The units that a person belongs to in any capacity, and those of whoever they stand in for: nobody judges these. */
export function unitsOf(actor: Actor): readonly string[] {
  // Every prohibition asks.
  const known = units.get(actor) ?? [
    ...new Set(actor.posts.flatMap(({ unitId, standsFor }) => [...(unitId ? [unitId] : []), ...(standsFor?.bound.units ?? [])])),
  ];
  units.set(actor, known);
  return known;
}

/** The person and whoever they stand in for: what one of them did counts as the other's. */
export const personsOf = (actor: Actor): string[] => [
  ...new Set([...(actor.personId ? [actor.personId] : []), ...actor.posts.flatMap(({ standsFor }) => standsFor?.bound.persons ?? [])]),
];

/** The posts that may grant something: the chosen one with its duties, or all. */
export const postsInUse = (actor: Actor): readonly Post[] =>
  actor.actingAs ? actor.posts.filter((post) => post.id === actor.actingAs) : actor.posts;
