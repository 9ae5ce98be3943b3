import { unitsOf } from '../actor.js';
import { unitsRecusedFrom } from '../cycle/recusal.js';
import { cycleOf, scope, type Permissions } from '../permission.js';

/**
 * The unit drafts and submits, the unit that leads its group judges; without groups the secretary does. Who has not sent it is reminded by
 * the leader of the group, and by the secretary.
 */
export const registrationPermissions: Permissions = {
  grants: {
    'unit-officer': (post, can) => can(['read', 'edit'], 'Registration', { unitId: scope(post, 'unitId') }),
    'unit-deputy': (post, can) => can(['read', 'edit'], 'Registration', { unitId: scope(post, 'unitId') }),
    'unit-head': (post, can) => {
      can(['read', 'edit', 'submit', 'recall', 'withdraw'], 'Registration', { unitId: scope(post, 'unitId') });
      can(['read', 'accept', 'return', 'recuse'], 'Registration', { reviewerUnitId: scope(post, 'unitId') });
    },
    'group-leader': (post, can) => can(['read', 'remind'], 'Registration', { ...cycleOf(post), groupId: scope(post, 'groupId') }),
    'bloc-secretary': (post, can) => {
      can(['read', 'remind'], 'Registration', cycleOf(post));
      can(['accept', 'return', 'recuse'], 'Registration', { ...cycleOf(post), reviewerUnitId: null });
    },
    'bloc-head': (post, can) => can('read', 'Registration', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Registration', cycleOf(post)),
    'council-secretary': (post, can) => can('read', 'Registration', { provinceId: scope(post, 'provinceId'), state: 'accepted' }),
    'council-member': (post, can) => can('read', 'Registration', { provinceId: scope(post, 'provinceId'), state: 'accepted' }),
  },
  // Nobody judges the registration of their own unit, nor of one that they declined to judge, in whatever capacity.
  prohibitions: (actor, cannot) => {
    cannot(['accept', 'return'], 'Registration', { unitId: { $in: unitsOf(actor) } }).because('own-unit');
    for (const unit of unitsRecusedFrom(actor)) cannot(['accept', 'return', 'recuse'], 'Registration', unit).because('recused');
  },
};
