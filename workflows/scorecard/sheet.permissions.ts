import { unitsOf, type Post } from '../actor.js';
import { scope, type Can, type Permissions } from '../permission.js';

const writing = (post: Post, can: Can) => can(['read', 'edit'], 'Sheet', { raterUnitId: scope(post, 'unitId') });

/** Only the rater knows a sheet. When the seal opens, its values stand on the score card, for everybody at one moment. */
export const sheetPermissions: Permissions = {
  grants: {
    'unit-officer': writing,
    'unit-deputy': writing,
    'unit-head': (post, can) => can(['read', 'edit', 'submit'], 'Sheet', { raterUnitId: scope(post, 'unitId') }),
  },
  // Whoever belongs to the rated unit in any capacity neither scores it nor looks under the seal.
  prohibitions: (actor, cannot) => cannot(['read', 'edit', 'submit'], 'Sheet', { unitId: { $in: unitsOf(actor) } }).because('own-unit'),
};
