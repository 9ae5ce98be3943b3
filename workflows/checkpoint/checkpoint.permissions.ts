import { scope, type Permissions } from '../permission.js';

/** Who may say where a bloc's checkpoints are written to: its secretary, or the secretary of the council above it. */
export const checkpointPermissions: Permissions = {
  grants: {
    'bloc-secretary': (post, can) => can(['read', 'address-checkpoints'], 'Bloc', { id: scope(post, 'blocId') }),
    'council-secretary': (post, can) => can('address-checkpoints', 'Bloc', { provinceId: scope(post, 'provinceId') }),
  },
};
