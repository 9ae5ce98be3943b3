import type { Post } from '../actor.js';
import { scope, type Permissions } from '../permission.js';

const cycle = (post: Post) => ({ blocId: scope(post, 'blocId'), id: scope(post, 'cycleId') });

/** The council secretary sets the year up; the unit that heads the bloc adopts it; head or secretary compile the list of registrations. */
export const cyclePermissions: Permissions = {
  grants: {
    'council-secretary': (post, can) => can(['create', 'read', 'edit'], 'Cycle', { provinceId: scope(post, 'provinceId') }),
    'council-member': (post, can) => can('read', 'Cycle', { provinceId: scope(post, 'provinceId') }),
    'bloc-head': (post, can) => can(['read', 'open', 'compile', 'close', 'reopen'], 'Cycle', cycle(post)),
    'deputy-head': (post, can) => can('read', 'Cycle', cycle(post)),
    'bloc-secretary': (post, can) => can(['read', 'edit', 'compile'], 'Cycle', cycle(post)),
    'records-officer': (post, can) => can('read', 'Cycle', cycle(post)),
    observer: (post, can) => can('read', 'Cycle', cycle(post)),
    'bloc-member': (post, can) => can('read', 'Cycle', cycle(post)),
  },
};
