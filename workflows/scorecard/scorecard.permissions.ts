import { unitsOf } from '../actor.js';
import { cycleOf, scope, type Permissions } from '../permission.js';

const LATER = { $in: ['verified'] } as const;
/** Once the leader has reviewed: before that nothing is there for the council to verify, and points that are not sent are the unit's own. */
const JUDGED = { $in: ['reviewed', 'verified'] } as const;

/**
 * The unit scores itself, the unit that leads its group reviews, another unit verifies for the bloc. Who stands in for a unit that
 * cannot judge is written on the card; where none is left, the bloc's secretary reviews and a secretary (bloc or council) verifies.
 */
export const scorecardPermissions: Permissions = {
  grants: {
    'unit-officer': (post, can) => can(['read', 'edit'], 'Scorecard', { unitId: scope(post, 'unitId') }),
    'unit-head': (post, can) => {
      can(['read', 'edit', 'submit'], 'Scorecard', { unitId: scope(post, 'unitId') });
      can(['read', 'review'], 'Scorecard', { reviewerUnitId: scope(post, 'unitId') });
      can(['read', 'verify', 'return'], 'Scorecard', { verifierUnitId: scope(post, 'unitId') });
    },
    // The units of a group compare their cards; in a bloc without groups all units do.
    'bloc-member': (post, can) => can('read', 'Scorecard', { ...cycleOf(post), groupId: post.groupId }),
    'bloc-secretary': (post, can) => {
      can('read', 'Scorecard', cycleOf(post));
      can('review', 'Scorecard', { ...cycleOf(post), reviewerUnitId: null });
      can(['verify', 'return'], 'Scorecard', { ...cycleOf(post), verifierUnitId: null });
    },
    'bloc-head': (post, can) => can('read', 'Scorecard', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Scorecard', cycleOf(post)),
    'council-secretary': (post, can) => {
      can(['read', 'verify', 'return'], 'Scorecard', { provinceId: scope(post, 'provinceId'), verifierUnitId: null, state: JUDGED });
      can('read', 'Scorecard', { provinceId: scope(post, 'provinceId'), state: LATER });
    },
    'council-member': (post, can) => can('read', 'Scorecard', { provinceId: scope(post, 'provinceId'), state: LATER }),
  },
  system: (can) => can(['read', 'unseal'], 'Scorecard', {}),
  prohibitions: (actor, cannot) => {
    // Nobody judges the scores of their own unit, in whatever capacity; nobody verifies what they reviewed.
    cannot(['review', 'verify', 'return'], 'Scorecard', { unitId: { $in: unitsOf(actor) } }).because('own-unit');
    if (actor.personId) cannot(['verify', 'return'], 'Scorecard', { reviewedBy: actor.personId }).because('own-entry');
  },
};
