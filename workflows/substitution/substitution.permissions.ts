import type { Post } from '../actor.js';
import type { Can, Permissions } from '../permission.js';

/** Whoever was named reads what they were given. */
const received = (post: Post, can: Can) => can('read', 'Substitution', { substitutePostId: post.id });

/**
 * The head of a unit names who stands in, for the own post alone, and ends it. Nobody names a substitute for another, no administrator
 * either; and no area of a substitution holds this right, so that what was given is not given on.
 */
export const substitutionPermissions: Permissions = {
  grants: {
    'unit-head': (post, can) => {
      can(['create', 'read', 'end'], 'Substitution', { principalPostId: post.id });
      received(post, can);
    },
    'unit-deputy': received,
    'unit-officer': received,
  },
};
