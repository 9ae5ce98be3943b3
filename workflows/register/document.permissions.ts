import { cycleOf, scope, type Permissions } from '../permission.js';

const OUT = { state: 'issued' } as const;
/** Minutes that print what each peer gave are not for those who gave and got it. */
const OUT_FOR_ALL = { ...OUT, councilOnly: false } as const;

/**
 * The secretary makes and proposes, the records officer checks the format and issues, the head signs; the members and the council read
 * what was issued, the members no minutes with single peers’ marks. An administrator has no part in it.
 */
export const documentPermissions: Permissions = {
  grants: {
    'bloc-secretary': (post, can) => can(['create', 'read', 'compile', 'propose'], 'Document', cycleOf(post)),
    'records-officer': (post, can) => can(['read', 'pass', 'return', 'issue'], 'Document', cycleOf(post)),
    'bloc-head': (post, can) => can(['read', 'return', 'prepare', 'sign'], 'Document', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Document', cycleOf(post)),
    'bloc-member': (post, can) => can('read', 'Document', { ...cycleOf(post), ...OUT_FOR_ALL }),
    observer: (post, can) => can('read', 'Document', { ...cycleOf(post), ...OUT_FOR_ALL }),
    'council-secretary': (post, can) => can('read', 'Document', { provinceId: scope(post, 'provinceId'), ...OUT }),
    'council-member': (post, can) => can('read', 'Document', { provinceId: scope(post, 'provinceId'), ...OUT }),
  },
  system: (can) => can(['read', 'expire', 'finish', 'fail'], 'Document', {}),
  prohibitions: (actor, cannot) => {
    if (!actor.personId) return;
    // Nobody passes what they proposed, nobody signs what they proposed or passed: three pairs of eyes before every signature.
    cannot(['pass', 'return', 'prepare', 'sign'], 'Document', { proposedBy: actor.personId }).because('own-entry');
    cannot(['prepare', 'sign'], 'Document', { checkedBy: actor.personId }).because('own-entry');
  },
};
