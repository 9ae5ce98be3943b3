import { personsOf, unitsOf } from '../actor.js';
import { unitsRecusedFrom } from '../cycle/recusal.js';
import { cycleOf, scope, type Permissions } from '../permission.js';

const LATER = { $in: ['verified'] } as const;
/**
 * What the leaders of the bloc verify together, once the leader of the group has reviewed: before that nothing is there for the council to
 * verify, and points that are not sent are the unit's own.
 */
const JUDGED = { $in: ['reviewed', 'verified'] } as const;
/** At which step who is to judge may decline. */
const REVIEWING = { state: 'open' } as const;
const VERIFYING = { state: 'reviewed' } as const;

/**
 * The unit scores itself, the unit that leads its group reviews, another unit verifies for the bloc. Who stands in for a unit that
 * cannot judge is written on the card; where none is left, the bloc's secretary reviews and a secretary (bloc or council) verifies.
 * The head of the bloc, or its deputy, takes a unit out that left the year's emulation; the machine asks for the fact.
 */
export const scorecardPermissions: Permissions = {
  grants: {
    'unit-officer': (post, can) => can(['read', 'edit'], 'Scorecard', { unitId: scope(post, 'unitId') }),
    'unit-deputy': (post, can) => can(['read', 'edit'], 'Scorecard', { unitId: scope(post, 'unitId') }),
    'unit-head': (post, can) => {
      can(['read', 'edit', 'submit'], 'Scorecard', { unitId: scope(post, 'unitId') });
      can(['read', 'review'], 'Scorecard', { reviewerUnitId: scope(post, 'unitId') });
      can(['read', 'verify', 'return'], 'Scorecard', { verifierUnitId: scope(post, 'unitId') });
      can('recuse', 'Scorecard', { reviewerUnitId: scope(post, 'unitId'), ...REVIEWING });
      can('recuse', 'Scorecard', { verifierUnitId: scope(post, 'unitId'), ...VERIFYING });
    },
    // The units of a group compare their cards; in a bloc without groups all units do.
    'bloc-member': (post, can) => can('read', 'Scorecard', { ...cycleOf(post), groupId: post.groupId }),
    'bloc-secretary': (post, can) => {
      can(['read', 'remind'], 'Scorecard', cycleOf(post));
      can('review', 'Scorecard', { ...cycleOf(post), reviewerUnitId: null });
      can(['verify', 'return'], 'Scorecard', { ...cycleOf(post), verifierUnitId: null });
      can('recuse', 'Scorecard', { ...cycleOf(post), reviewerUnitId: null, ...REVIEWING });
      can('recuse', 'Scorecard', { ...cycleOf(post), verifierUnitId: null, ...VERIFYING });
    },
    'bloc-head': (post, can) => can(['read', 'exclude'], 'Scorecard', cycleOf(post)),
    'deputy-head': (post, can) => can(['read', 'exclude'], 'Scorecard', cycleOf(post)),
    'group-leader': (post, can) => {
      can('read', 'Scorecard', { ...cycleOf(post), state: JUDGED });
      can('remind', 'Scorecard', { ...cycleOf(post), groupId: scope(post, 'groupId') });
    },
    'council-secretary': (post, can) => {
      can(['read', 'verify', 'return'], 'Scorecard', { provinceId: scope(post, 'provinceId'), verifierUnitId: null, state: JUDGED });
      can('recuse', 'Scorecard', { provinceId: scope(post, 'provinceId'), verifierUnitId: null, ...VERIFYING });
      can('read', 'Scorecard', { provinceId: scope(post, 'provinceId'), state: LATER });
    },
    'council-member': (post, can) => can('read', 'Scorecard', { provinceId: scope(post, 'provinceId'), state: LATER }),
  },
  system: (can) => can(['read', 'unseal'], 'Scorecard', {}),
  prohibitions: (actor, cannot) => {
    // Nobody judges the scores of their own unit, in whatever capacity; nobody verifies what they reviewed.
    cannot(['review', 'verify', 'return', 'exclude'], 'Scorecard', { unitId: { $in: unitsOf(actor) } }).because('own-unit');
    // Whoever declined to judge a unit in any step of the year gives it no points by any way, in whatever capacity.
    for (const unit of unitsRecusedFrom(actor))
      cannot(['review', 'verify', 'return', 'recuse', 'exclude'], 'Scorecard', unit).because('recused');
    // Whoever stands in for somebody is bound by what that person did, and that person by what was done in their stead.
    cannot(['verify', 'return'], 'Scorecard', { reviewedBy: { $in: personsOf(actor) } }).because('own-entry');
    cannot(['verify', 'return'], 'Scorecard', { reviewedFor: { $in: personsOf(actor) } }).because('own-entry');
  },
};
