import type { Permissions } from '../permission.js';

/**
 * The head of a unit names who stands in, for the own post alone, and ends it; whoever was named reads it. Nobody names a substitute for
 * another, no administrator either; and no area of a substitution holds this right, so that what was given is not given on.
 */
export const substitutionPermissions: Permissions = {
  grants: {
    'unit-head': (post, can) => {
      can(['create', 'read', 'end'], 'Substitution', { principalPostId: post.id });
      can('read', 'Substitution', { substitutePostId: post.id });
    },
    'unit-deputy': (post, can) => can('read', 'Substitution', { substitutePostId: post.id }),
    'unit-officer': (post, can) => can('read', 'Substitution', { substitutePostId: post.id }),
  },
};
