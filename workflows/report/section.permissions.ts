import { unitsOf, type Post } from '../actor.js';
import { cycleOf, scope, type Can, type Permissions } from '../permission.js';

const writing = (post: Post, can: Can) => can(['read', 'edit'], 'Section', { unitId: scope(post, 'unitId') });

/** The unit writes and submits its section, the bloc's secretary accepts or returns it; all members read what was accepted. */
export const sectionPermissions: Permissions = {
  grants: {
    'unit-officer': writing,
    'unit-deputy': writing,
    'unit-head': (post, can) => can(['read', 'edit', 'submit', 'recall'], 'Section', { unitId: scope(post, 'unitId') }),
    'bloc-secretary': (post, can) => can(['read', 'accept', 'return', 'reopen'], 'Section', cycleOf(post)),
    'bloc-head': (post, can) => can('read', 'Section', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Section', cycleOf(post)),
    'bloc-member': (post, can) => can('read', 'Section', { ...cycleOf(post), state: 'accepted' }),
  },
  // A secretary who also works for a unit does not accept that unit's section: another secretary does.
  prohibitions: (actor, cannot) =>
    cannot(['accept', 'return', 'reopen'], 'Section', { unitId: { $in: unitsOf(actor) } }).because('needs-other-secretary'),
};
