import { unitsOf } from '../actor.js';
import { scope, type Permissions } from '../permission.js';

/** Only the rater knows a sheet. When the seal opens, its values stand on the score card, for everybody at one moment. */
export const sheetPermissions: Permissions = {
  grants: {
    'unit-officer': (post, can) => can(['read', 'edit'], 'Sheet', { raterUnitId: scope(post, 'unitId') }),
    'unit-deputy': (post, can) => can(['read', 'edit'], 'Sheet', { raterUnitId: scope(post, 'unitId') }),
    'unit-head': (post, can) => can(['read', 'edit', 'submit', 'recuse', 'reopen'], 'Sheet', { raterUnitId: scope(post, 'unitId') }),
  },
  // Whoever belongs to the rated unit in any capacity neither scores it nor looks under the seal.
  prohibitions: (actor, cannot) =>
    cannot(['read', 'edit', 'submit', 'recuse', 'reopen'], 'Sheet', { unitId: { $in: unitsOf(actor) } }).because('own-unit'),
};
