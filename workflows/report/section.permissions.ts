import { unitsOf } from '../actor.js';
import { cycleOf, scope, type Permissions } from '../permission.js';

/** The unit writes and submits its section, the bloc's secretary reminds the unit, accepts or returns it; all members read what was accepted. */
export const sectionPermissions: Permissions = {
  grants: {
    'unit-officer': (post, can) => can(['read', 'edit'], 'Section', { unitId: scope(post, 'unitId') }),
    'unit-deputy': (post, can) => can(['read', 'edit'], 'Section', { unitId: scope(post, 'unitId') }),
    'unit-head': (post, can) => can(['read', 'edit', 'submit', 'recall'], 'Section', { unitId: scope(post, 'unitId') }),
    'bloc-secretary': (post, can) => can(['read', 'accept', 'return', 'reopen', 'remind'], 'Section', cycleOf(post)),
    'bloc-head': (post, can) => can('read', 'Section', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Section', cycleOf(post)),
    'bloc-member': (post, can) => can('read', 'Section', { ...cycleOf(post), state: 'accepted' }),
  },
  // A secretary who also works for a unit does not accept that unit's section: another secretary does.
  prohibitions: (actor, cannot) =>
    cannot(['accept', 'return', 'reopen'], 'Section', { unitId: { $in: unitsOf(actor) } }).because('needs-other-secretary'),
};
