import { scope, type Permissions } from '../permission.js';

const KEPT = ['create', 'read', 'rename', 'readdress', 'merge', 'split', 'divide', 'transfer', 'depart', 'dissolve', 'restore'];

/** Who keeps provinces, units and blocs. */
export const unitPermissions: Permissions = {
  grants: {
    administrator: (_post, can) => {
      can(['create', 'read', 'revise'], 'Province', {});
      can(KEPT, 'Unit', {});
      can(['create', 'read', 'revise'], 'Bloc', {});
    },
    'council-secretary': (post, can) => {
      const provinceId = scope(post, 'provinceId');
      can(['read', 'revise'], 'Province', { id: provinceId });
      can(KEPT, 'Unit', { provinceId });
      can(['create', 'read', 'revise'], 'Bloc', { provinceId });
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
