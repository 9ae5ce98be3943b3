import type { HeldRole } from '../actor.js';
import { scope, type Permissions } from '../permission.js';

/** The post of whoever sets an installation up; all other posts are given by people. */
export const FIRST_POST = 'administrator' satisfies HeldRole;
/** The post that one person holds in a unit at a time. */
export const SOLE_POST = 'unit-head' satisfies HeldRole;

/** The posts that a council secretary gives in the own province; the others are the administrator's to give. */
const GIVEN_BY_COUNCIL: readonly HeldRole[] = [
  'unit-officer',
  'unit-head',
  'bloc-secretary',
  'records-officer',
  'council-member',
  'observer',
];

/** Whether nobody may hold this post beside another: who administers neither scores, votes nor signs, whatever else is given to them. */
export const standsAlone = (role: HeldRole): boolean => role === 'administrator';

const KEPT = ['create', 'read', 'rename', 'readdress', 'give-post', 'end-post', 'invite', 'leave', 'rejoin'];

/** Who keeps people and their posts. An administrator cannot score, vote or sign: nothing else is granted to the post. */
export const personPermissions: Permissions = {
  grants: {
    administrator: (_post, can) => {
      can([...KEPT, 'erase'], 'Person', {});
      can('give', 'Post', {});
    },
    'council-secretary': (post, can) => {
      const provinceId = scope(post, 'provinceId');
      can(KEPT, 'Person', { provinceId });
      // Nobody raises a person to their own height or above it.
      can('give', 'Post', { provinceId, role: { $in: GIVEN_BY_COUNCIL } });
    },
  },
  // Nobody gives themselves a post, prolongs one, or takes themselves out of the record.
  prohibitions: (actor, cannot) => {
    if (actor.personId)
      cannot(['give-post', 'end-post', 'readdress', 'leave', 'rejoin', 'erase'], 'Person', { id: actor.personId }).because('own-person');
  },
};
