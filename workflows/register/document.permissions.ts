import { personsOf } from '../actor.js';
import { recordsRecusedFrom } from '../cycle/recusal.js';
import { cycleOf, scope, type Permissions } from '../permission.js';

const OUT = { state: 'issued' } as const;
/** Minutes that print what each peer gave are not for those who gave and got it. */
const OUT_FOR_ALL = { ...OUT, councilOnly: false } as const;

/** At which step who is to act may decline. */
const PROPOSING = { state: { $in: ['draft', 'returned'] } } as const;
const CHECKING = { state: 'proposed' } as const;

/**
 * The secretary makes and proposes, the records officer checks the format and issues, the head signs; the members and the council read
 * what was issued, the members no minutes with single peers’ marks. An administrator has no part in it.
 */
export const documentPermissions: Permissions = {
  grants: {
    'bloc-secretary': (post, can) => {
      can(['create', 'read', 'compile', 'propose'], 'Document', cycleOf(post));
      can('recuse', 'Document', { ...cycleOf(post), ...PROPOSING });
    },
    'records-officer': (post, can) => {
      can(['read', 'pass', 'return', 'issue'], 'Document', cycleOf(post));
      can('recuse', 'Document', { ...cycleOf(post), ...CHECKING });
    },
    'bloc-head': (post, can) => can(['read', 'return', 'prepare', 'sign'], 'Document', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Document', cycleOf(post)),
    'bloc-member': (post, can) => can('read', 'Document', { ...cycleOf(post), ...OUT_FOR_ALL }),
    observer: (post, can) => can('read', 'Document', { ...cycleOf(post), ...OUT_FOR_ALL }),
    'council-secretary': (post, can) => can('read', 'Document', { provinceId: scope(post, 'provinceId'), ...OUT }),
    'council-member': (post, can) => can('read', 'Document', { provinceId: scope(post, 'provinceId'), ...OUT }),
  },
  system: (can) => can(['read', 'expire', 'finish', 'fail'], 'Document', {}),
  prohibitions: (actor, cannot) => {
    // Nobody passes what they or whoever they stand in for proposed, nobody signs what these proposed or passed: three pairs of eyes before
    // every signature.
    cannot(['pass', 'return', 'prepare', 'sign'], 'Document', { proposedBy: { $in: personsOf(actor) } }).because('own-entry');
    cannot(['prepare', 'sign'], 'Document', { checkedBy: { $in: personsOf(actor) } }).because('own-entry');
    // Who declined a document does no step of it, in whatever capacity.
    const declined = recordsRecusedFrom(actor, 'Document');
    if (declined.length > 0)
      cannot(['compile', 'propose', 'pass', 'return', 'recuse', 'prepare', 'sign', 'issue'], 'Document', { id: { $in: declined } }).because(
        'recused',
      );
  },
};
