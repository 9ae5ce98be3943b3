import { AbilityBuilder, createMongoAbility, subject, type MongoAbility } from '@casl/ability';
import { postsInUse, type Actor, type Post } from './actor.js';
import type { Can, Cannot, Conditions } from './permission.js';
import { permissions } from './permissions.js';
import { within } from './substitution/within.js';
import type { ProblemCode } from './problem.js';

export type Rights = MongoAbility;

/** Refuses conditions that hold `undefined`: they would match rows that lack the field. */
function complete(conditions: Conditions): Conditions {
  for (const [field, value] of Object.entries(conditions)) {
    if (value === undefined) throw new Error(`The condition on ${field} is undefined`);
  }
  return conditions;
}

/**
 * What the actor may do: the grants of all posts in use first, all prohibitions last (in CASL a later rule wins).
 * @param about only what concerns records of this kind: whoever judges one record asks no more, and a door is passed in a third of the time
 */
export function abilityFor(actor: Actor, about?: string): Rights {
  return build(actor, postsInUse(actor), about);
}

/** What a prohibition of another kind is answered by. */
const UNASKED = { because: () => undefined };

function build(actor: Actor, posts: readonly Post[], about?: string): Rights {
  const builder = new AbilityBuilder<Rights>(createMongoAbility);
  const can: Can = (actions, kind, conditions) => {
    if (about === undefined || kind === about) builder.can([actions].flat(), kind, complete(conditions));
  };
  const cannot: Cannot = (actions, kind, conditions) => {
    if (about !== undefined && kind !== about) return UNASKED;
    const rule = builder.cannot([actions].flat(), kind, complete(conditions));
    return { because: (reason) => void rule.because(reason) };
  };
  for (const feature of permissions) {
    for (const post of posts) feature.grants[post.role]?.(post, post.standsFor ? within(post.standsFor.areas, can) : can);
    if (actor.kind === 'system') feature.system?.(can);
    if (actor.kind === 'recipient') feature.recipient?.(can);
  }
  if (actor.kind === 'person') for (const feature of permissions) feature.prohibitions?.(actor, cannot);
  return builder.build();
}

/** Whether the actor may do this to this record (its columns in camel case). */
export const may = (rights: Rights, action: string, kind: string, record: object): boolean =>
  rights.can(action, subject(kind, { ...record }));

/**
 * Whether a bloc is there for the actor: by a post or a duty in it, or because the bloc itself may be read (its province's council, the
 * administrator). To everybody else it is answered like one that was never made.
 */
export const reachesBloc = (actor: Actor, rights: Rights, { blocId, provinceId }: { blocId: string; provinceId: string | null }): boolean =>
  actor.kind !== 'person' || actor.posts.some((post) => post.blocId === blocId) || may(rights, 'read', 'Bloc', { id: blocId, provinceId });

/**
 * Whether a province is there for the actor: by a post or a duty in it, or because the province itself may be read. To everybody else it is
 * answered like one that was never made, its empty lists too.
 */
export const reachesProvince = (actor: Actor, rights: Rights, provinceId: string): boolean =>
  actor.kind !== 'person' ||
  actor.posts.some((post) => post.provinceId === provinceId) ||
  may(rights, 'read', 'Province', { id: provinceId, provinceId });

/** Why not: the code of the prohibition that speaks, or `forbidden`. */
export function refusalOf(rights: Rights, action: string, kind: string, record: object): ProblemCode {
  const rule = rights.relevantRuleFor(action, subject(kind, { ...record }));
  return (rule?.inverted && rule.reason ? rule.reason : 'forbidden') as ProblemCode;
}

/** The post by whose right the actor acts: it stands in the journal. Null for the program and the bearer of a link. */
export function grantingPost(actor: Actor, action: string, kind: string, record: object): Post | null {
  return postsInUse(actor).find((post) => grants(post, action, kind) && may(build(actor, [post], kind), action, kind, record)) ?? null;
}

/** Whether a post grants this to anybody at all: one that does not need not be asked about a record. */
function grants(post: Post, action: string, kind: string): boolean {
  let granted = false;
  const can: Can = (actions, of) => {
    granted ||= of === kind && [actions].flat().includes(action);
  };
  for (const feature of permissions) feature.grants[post.role]?.(post, can);
  return granted;
}
