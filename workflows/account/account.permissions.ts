import type { HeldRole } from '../actor.js';
import { scope, type Permissions } from '../permission.js';

/** The posts that a council secretary gives in the own province; the others are the administrator's to give. */
const GIVEN_BY_COUNCIL: readonly HeldRole[] = [
  'unit-officer',
  'unit-head',
  'unit-deputy',
  'bloc-secretary',
  'records-officer',
  'council-member',
  'observer',
];

/** Set-up of provinces, units, people and blocs. An administrator cannot score, vote or sign: nothing else is granted to the post. */
export const accountPermissions: Permissions = {
  grants: {
    administrator: (_post, can) => {
      can(['create', 'read'], 'Province', {});
      can(['create', 'read'], 'Unit', {});
      can(['create', 'read'], 'Person', {});
      can('give', 'Post', {});
      can(['create', 'read'], 'Bloc', {});
    },
    'council-secretary': (post, can) => {
      const provinceId = scope(post, 'provinceId');
      can('read', 'Province', { id: provinceId });
      can(['create', 'read'], 'Unit', { provinceId });
      can(['create', 'read'], 'Person', { provinceId });
      // Nobody raises a person to their own height or above it.
      can('give', 'Post', { provinceId, role: { $in: GIVEN_BY_COUNCIL } });
      can(['create', 'read'], 'Bloc', { provinceId });
    },
    'council-member': (post, can) => {
      can('read', 'Bloc', { provinceId: scope(post, 'provinceId') });
      can('read', 'Unit', { provinceId: scope(post, 'provinceId') });
    },
    'unit-head': (post, can) => can('read', 'Unit', { id: scope(post, 'unitId') }),
    'unit-deputy': (post, can) => can('read', 'Unit', { id: scope(post, 'unitId') }),
    'unit-officer': (post, can) => can('read', 'Unit', { id: scope(post, 'unitId') }),
  },
};
