import type { Actor, Post, Role } from './actor.js';

/** Conditions on a record's columns: equalities, `null`, or membership in a list. */
export type Conditions = Readonly<
  Record<string, string | number | boolean | null | { readonly $in: readonly string[] } | { readonly $ne: string }>
>;

/** Allows actions on the records that meet the conditions. */
export type Can = (actions: string | readonly string[], kind: string, conditions: Conditions) => void;

/** Forbids actions on the records that meet the conditions; the reason is a problem code. */
export type Cannot = (actions: string | readonly string[], kind: string, conditions: Conditions) => { because(reason: string): void };

/** One feature's permissions: what each role is granted, and what is forbidden to all. Written once, used by API and web. */
export interface Permissions {
  readonly grants: Partial<Record<Role, (post: Post, can: Can) => void>>;
  readonly system?: (can: Can) => void;
  readonly recipient?: (can: Can) => void;
  readonly prohibitions?: (actor: Actor, cannot: Cannot) => void;
}

/** A scope of a post that must be there. @throws Error when the post lacks it: an undefined condition would match every row without the field. */
export function scope(post: Post, field: 'unitId' | 'blocId' | 'cycleId' | 'groupId' | 'provinceId'): string {
  const value = post[field];
  if (!value) throw new Error(`A ${post.role} post without ${field} (${post.id})`);
  return value;
}

/** The bloc and year of a post, as conditions. */
export const cycleOf = (post: Post) => ({ blocId: scope(post, 'blocId'), cycleId: scope(post, 'cycleId') });
